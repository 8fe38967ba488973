"""Two sentences of news in other languages, written for these tests; a code gives the text that has it."""

PROSE = {
    "fr": (
        "Le conseil municipal a voté lundi soir, après six heures de débat, le plan de rénovation du vieux port. "
        "« Nous n'avons pas d'autre choix », a déclaré la maire Hélène Carpentier, qui dénonce l'abandon du quartier par l'État."
    ),
    "de": (
        "Der Stadtrat hat am Montagabend nach sechs Stunden Debatte dem Umbau des alten Hafens zugestimmt. "
        "„Wir haben keine andere Wahl“, sagte Bürgermeisterin Helene Zimmermann, die dem Land vorwirft, das Viertel aufgegeben zu haben."
    ),
    "es": (
        "El ayuntamiento aprobó el lunes por la noche, tras seis horas de debate, el plan para reformar el puerto viejo. "
        "«No tenemos otra opción», declaró la alcaldesa Elena Carvajal, que acusa al gobierno de haber abandonado el barrio."
    ),
    "pt": (
        "A câmara municipal aprovou na segunda-feira à noite, depois de seis horas de debate, o plano de renovação do porto velho. "
        "“Não temos outra escolha”, afirmou a presidente Helena Carvalho, que acusa o governo de ter abandonado o bairro."
    ),
    "it": (
        "Il consiglio comunale ha approvato lunedì sera, dopo sei ore di dibattito, il piano per rinnovare il vecchio porto. "
        "«Non abbiamo altra scelta», ha detto la sindaca Elena Carpani, che accusa il governo di avere abbandonato il quartiere."
    ),
    "nl": (
        "De gemeenteraad heeft maandagavond na zes uur debat ingestemd met de vernieuwing van de oude haven. "
        "“We hebben geen andere keus”, zei burgemeester Helena Timmerman, die de regering verwijt dat de wijk in de steek is gelaten."
    ),
    "sv": (
        "Kommunfullmäktige röstade på måndagskvällen, efter sex timmars debatt, för att bygga om den gamla hamnen. "
        "”Vi har inget annat val”, sade kommunalrådet Helena Timmerman, som anklagar regeringen för att ha övergivit stadsdelen."
    ),
    "da": (
        "Byrådet stemte mandag aften efter seks timers debat for at ombygge den gamle havn. "
        "»Vi har ikke noget andet valg«, sagde borgmester Helene Tømmermand, som beskylder regeringen for at have svigtet kvarteret."
    ),
    "pl": (
        "Rada miasta po sześciu godzinach debaty przyjęła w poniedziałek wieczorem plan przebudowy starego portu. "
        "„Nie mamy innego wyjścia”, powiedziała burmistrz Helena Cieślak, która zarzuca rządowi, że porzucił tę dzielnicę."
    ),
    "cs": (
        "Městské zastupitelstvo v pondělí večer po šestihodinové debatě schválilo přestavbu starého přístavu. "
        "„Nemáme jinou možnost,“ řekla starostka Helena Tesařová, která vládě vyčítá, že čtvrť opustila."
    ),
    "tr": (
        "Belediye meclisi, altı saatlik tartışmanın ardından pazartesi akşamı eski limanın yenilenmesi planını kabul etti. "
        "“Başka seçeneğimiz yok” diyen belediye başkanı Elif Marangoz, hükümeti mahalleyi kaderine terk etmekle suçladı."
    ),
    "ru": (
        "Городской совет в понедельник вечером после шести часов споров утвердил план перестройки старого порта. "
        "«У нас нет другого выхода», — заявила мэр Елена Плотникова, которая обвиняет правительство в том, что оно бросило этот район."
    ),
    "ar": (
        "وافق المجلس البلدي مساء الاثنين، بعد ست ساعات من النقاش، على خطة تجديد الميناء القديم. "
        "وقالت رئيسة البلدية هيلانة النجار: «ليس لدينا خيار آخر»، واتهمت الحكومة بأنها تخلت عن الحي."
    ),
    "fa": (
        "شورای شهر دوشنبه شب پس از شش ساعت بحث، طرح بازسازی بندر قدیمی را تصویب کرد. "
        "هلن نجاری، شهردار، گفت: «چاره دیگری نداریم» و دولت را متهم کرد که این محله را رها کرده است."
    ),
    "zh": (
        "市议会周一晚上经过六个小时的辩论，通过了旧港口的改造计划。"
        "市长林海伦说：“我们没有别的选择。"
        "”她批评政府抛弃了这个街区。"
        "反对派指责多数派向居民隐瞒了工程的真实费用。"
    ),
    "ja": (
        "市議会は月曜日の夜、六時間にわたる議論の末、古い港の改修計画を承認した。"
        "「ほかに選択肢はない」と市長の木村春子氏は述べ、政府がこの地区を見捨てたと批判した。"
        "野党は、多数派が工事の本当の費用を住民に隠していたと非難している。"
        "先週公表された報告書によると、費用は四千万ユーロを超える可能性がある。"
    ),
}
