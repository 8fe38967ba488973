"""Words before, inside and instead of names: titles, particles, the nouns of organisations, adjectives of countries."""

from sayso.resolve.given_names import FEMALE_NAMES, MALE_NAMES
from sayso.resolve.heads import Gender
from sayso.resolve.listed import word_set

TITLES = word_set(
    """
    mr mrs ms miss mx dr prof professor sir dame lord lady madam president vice-president premier chancellor
    minister secretary undersecretary governor senator senators sen rep reps representative congressman
    congresswoman mp mep mayor councillor councilor councilman councilwoman alderman judge justice magistrate gen
    general col colonel capt captain maj major lt lieutenant sgt sergeant adm admiral cmdr commander brigadier
    marshal corporal private king queen prince princess emperor empress sultan emir sheikh sheik shah tsar duke
    duchess baron baroness count countess ambassador envoy consul bishop archbishop cardinal pope patriarch father
    sister reverend rev pastor rabbi imam ayatollah mullah mufti hojatoleslam saint chairman chairwoman chair
    chairperson director commissioner spokesman spokeswoman spokesperson leader speaker deputy attorney attorneys
    whip coach manager officer sheriff constable inspector detective superintendent officer prosecutor advisor
    adviser secretary-general director-general inspector-general ombudsman economist historian analyst journalist
    reporter ministers presidents chancellors governor-general comrade brother mayor-elect president-elect ceo cfo
    congressmen messrs hon gov pres uncle aunt grandpa grandma actor actress singer author columnist editor activist
    lawyer barrister protester candidate executive assemblywoman assemblyman assemblymember councilmember comptroller
    trooper firefighter superintendent democrat sociologist ecologist
    """
)
"""A word of a run of capitals that, with all before it, is no part of the name after it."""

_MALE_TITLES = word_set(
    """
    mr sir lord congressman councilman alderman king prince emperor sultan emir sheikh sheik shah tsar duke
    baron bishop archbishop cardinal pope father rabbi imam ayatollah mullah chairman spokesman brother uncle
    actor saint hojatoleslam messrs
    """
)
_FEMALE_TITLES = word_set(
    """
    mrs ms miss dame lady madam congresswoman councilwoman queen princess empress duchess baroness countess
    sister chairwoman spokeswoman aunt actress
    """
)
GENDERS: dict[str, Gender] = {**dict.fromkeys(_MALE_TITLES, "m"), **dict.fromkeys(_FEMALE_TITLES, "f")}
GIVEN: dict[str, Gender] = {**dict.fromkeys(MALE_NAMES, "m"), **dict.fromkeys(FEMALE_NAMES, "f")}
"""Common given names; the gender of others is learned from titles and pronouns of the text itself."""

KEPT = word_set("king queen pope prince princess saint st emperor empress sultan")
"""Titles that stay before a name of one word, which alone names nobody ("Pope Francis")."""

PORTFOLIOS = word_set(
    """
    state defense defence justice labor labour commerce energy education health transportation transport agriculture
    war staff finance foreign interior homeland treasury police works trade affairs information culture sport sports
    tourism environment science technology industry housing planning immigration migration economy economic development
    communications security social welfare veterans women water mines petroleum oil
    """
)
"""After "Secretary of" or "Minister for", before a name."""

PARTICLES = word_set(
    """
    de da do dos das del della der den di du la le van von vom zu zur bin ibn ben bint al el ter ten y e af av abu
    bar san dela für des et à aux pour para por los las und het voor och för og na dei delle degli
    """
)
ORGANISATIONS = word_set(
    """
    ministry department house senate congress parliament assembly council committee subcommittee commission court
    tribunal bank board bureau office agency authority administration government cabinet party union unions
    association federation confederation league alliance coalition front movement organisation organization
    institute institution university college school academy society club foundation fund trust charity chamber
    church synod diocese army navy guard guards corps force forces police service services press times post herald
    news journal tribune gazette courier mercury telegraph guardian observer mirror mail star sun express standard
    chronicle globe voice bell review daily weekly magazine group holdings company corporation corp inc ltd llc plc
    gmbh ag industries partners associates brothers airlines airways motors systems technologies network television
    tv radio media broadcasting museum hospital center centre centers centres orchestra theatre theater festival conference
    convention congregation brotherhood guild order lodge command brigade battalion regiment directorate secretariat
    delegation mission embassy consulate republic kingdom emirates states nations community bloc forum summit
    initiative campaign project program programme team united city rovers athletic accord compact pact tribunal
    patrol bulletin library archive archives studios entertainment software
    inspectorate observatory exchange chancellery treasury reserve laboratory laboratories railway railways workers
    democrats republicans greens conservatives liberals socialists communists nationalists taliban bundestag knesset
    duma majlis politburo monitor watch international
    """
)
"""Nouns that, in a run of capitals, make it the name of a body, over which it may go on ("Ministry of the Interior")."""

PLACE_NOUNS = word_set(
    """
    hotel street square road avenue river lake mount mountain mountains bay sea ocean valley island islands province
    county airport bridge park hall hill hills district city town village peninsula strip heights coast gulf strait
    canal beach desert forest arena stadium
    """
)
"""Nouns that, at either end of a name, make it a place's."""

SUFFIXES = word_set(
    """
    holdings group inc ltd llc plc corp corporation company co gmbh ag industries limited sa nv bv kft partners
    international
    """
)
GOVERNMENTAL = word_set(
    """
    ministry department house senate congress parliament assembly council court tribunal government cabinet
    administration bureau treasury chancellery police embassy consulate republic kingdom authority commission
    bundestag knesset duma majlis judiciary
    """
)
LINKS = frozenset(["of", "for", "on", "against", "without", "to"])
"""Lower-case words over which the name of a body may go on."""

TIMES = word_set(
    """
    january february march april may june july august september october november december jan feb mar apr jun jul
    aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays
    thursdays fridays saturdays sundays mon tue tues wed thu thur thurs fri sat sun easter christmas ramadan ad bc
    am pm gmt utc bst est edt
    """
)
MONTHS_AS_NAMES = frozenset(["may", "april", "june", "august"])

ADJECTIVES = word_set(
    """
    afghan african albanian algerian american angolan arab arabian argentine argentinian armenian asian australian
    austrian azerbaijani bahraini bangladeshi basque belarusian belgian bolivian bosnian brazilian british bulgarian
    burmese cambodian cameroonian canadian catalan chechen chilean chinese colombian congolese croatian cuban
    cypriot czech danish dutch ecuadorian egyptian english eritrean estonian ethiopian european filipino finnish
    flemish french georgian german ghanaian greek haitian hindu honduran hungarian icelandic indian indonesian
    iranian iraqi irish islamic israeli italian jamaican japanese jewish jordanian kazakh kenyan korean kosovan
    kurdish kuwaiti kyrgyz latin latvian lebanese liberian libyan lithuanian macedonian malaysian maltese mexican
    moldovan mongolian moroccan muslim nepalese nigerian nordic norwegian omani pakistani palestinian persian
    peruvian polish portuguese qatari roman romanian russian rwandan salvadoran saudi scandinavian scottish
    senegalese serb serbian singaporean slavic slovak slovenian somali soviet spanish sudanese swedish swiss syrian
    taiwanese tajik tanzanian thai tibetan tunisian turkish ugandan ukrainian uruguayan uzbek venezuelan vietnamese
    welsh western yemeni zambian zimbabwean christian catholic protestant orthodox sunni shia shiite buddhist sikh
    anglican lutheran democratic republican democrat conservative liberal marxist communist socialist keynesian
    northern southern eastern black white nazi federal hispanic latino latina philippine
    """
)
"""A nationality, creed or party as an adjective; alone it names nobody."""

PLACES = word_set(
    """
    afghanistan albania algeria angola argentina armenia australia austria azerbaijan bahrain bangladesh belarus
    belgium benin bolivia bosnia botswana brazil bulgaria burma cambodia cameroon canada chad chile china colombia
    congo croatia cuba cyprus denmark ecuador egypt england eritrea estonia ethiopia finland france gabon gambia
    georgia germany ghana greece guatemala guinea guyana haiti honduras hungary iceland india indonesia iran iraq
    ireland israel italy jamaica japan jordan kazakhstan kenya kosovo kuwait kyrgyzstan laos latvia lebanon lesotho
    liberia libya lithuania luxembourg madagascar malawi malaysia maldives mali malta mauritania mauritius mexico
    moldova mongolia montenegro morocco mozambique myanmar namibia nepal netherlands nicaragua niger nigeria norway
    oman pakistan palestine panama paraguay peru philippines poland portugal qatar romania russia rwanda scotland
    senegal serbia singapore slovakia slovenia somalia spain sudan sweden switzerland syria taiwan tajikistan
    tanzania thailand togo tunisia turkey turkmenistan uganda ukraine uruguay uzbekistan venezuela vietnam wales
    yemen zambia zimbabwe europe asia africa america london paris berlin moscow beijing washington brussels tehran
    kyiv kiev jerusalem texas california florida us usa u.s u.k uk u.s.a u.s. u.k. u.s.a.
    """
)
COMPOUND_PLACES = frozenset(
    [("united", "states"), ("united", "kingdom"), ("hong", "kong"), ("saudi", "arabia"), ("new", "zealand"), ("north", "korea"),
     ("south", "korea"), ("south", "africa"), ("sri", "lanka"), ("new", "york"), ("new", "jersey"), ("new", "mexico"), ("costa", "rica"),
     ("el", "salvador"), ("rhode", "island"), ("north", "carolina"), ("south", "carolina"), ("west", "virginia"), ("ivory", "coast")]
)  # fmt: skip

STOPS = word_set(
    """
    the a an this that these those some any every each all both no none many most several few other another such
    what which whose who whom one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
    sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million i
    he she it they we you
    his her its their our my your him them us me mine yours theirs ours hers himself herself itself themselves and
    or but nor so yet if then than as at by for from in into of off on onto out over per to up via with within
    without about above across after against along among around before behind below beneath beside besides between
    beyond despite down during except like near since through throughout toward towards under until upon versus
    because although though while whereas whether when where why how is are was were be been being am has have had
    having do does did will would shall should can could may might must not never also only just even still already
    again ever here there now today yesterday tomorrow tonight however therefore meanwhile moreover furthermore
    nevertheless nonetheless instead perhaps maybe indeed otherwise thus hence later earlier recently finally
    eventually fourth once twice former later last please yes no well oh let's don't not it's that's there's i'm
    i've what's he's she's they're we're you're i'd i'll we'll we've according asked speaking writing addressing
    citing referring responding following given including regarding concerning amid ahead back together apart aside
    soon often sometimes usually always rarely seldom today's much more less least nothing something everything
    anything anyone everyone someone nobody everybody somebody half part whether either neither rather quite too
    very especially particularly notably previously originally initially currently presently additionally similarly
    likewise unlike unless lest ought further whatever whoever whenever wherever nor outside inside above below
    photo photograph caption image picture file read share follow click copy related breaking update updated
    exclusive live watch listen subscribe comment comments advertisement god internet english monday's mr's ex under
    recent initial subsequent formal early current various numerous previous additional dozens hundreds thousands millions scores
    such dear sincerely yours thanks thank congratulations hello welcome
    """
)
"""Words that a capital at the start of a sentence does not make a name of."""

WEAK = word_set(
    """
    new old good great long big early late local national international official political public social first
    second third last next
    """
)
"""Part of a name only where another word with a capital follows."""

COMMON_ENDINGS = tuple(
    sorted(word_set("ing ly tion tions ment ments ness ities ism ed ings ers ists ance ence ships ors"))
)
"""Endings of common words: such a word alone at the start of a sentence is no name unless the text has it elsewhere."""
