"""Whether somebody belongs to a group that a headline names, by what the text calls him: a goalkeeper to "players", a president to
"world leaders", one who lives there to "residents" (codebook, decision 20).

By rule, from lists of trades and offices; a name says nothing. Who is called by the word of the group itself is found elsewhere.
"""

import re
from collections.abc import Iterable, Mapping

from sayso.records.actor import Actor
from sayso.records.span import Span
from sayso.records.statement import Statement

_MEMBERS: tuple[tuple[str, str], ...] = (
    (
        r"part(?:y|ies)|factions?",
        r"part(?:y|ies)|blocs?|league|front|alliance|movement|greens?|liberals?|labour|conservatives?|tor(?:y|ies)|socialists?|democrats?|"
        r"republicans?|nationalists?|communists?|centrists?|agrarians?|monarchists?|whips?|mps?|senators?|deput(?:y|ies)|caucus|faction",
    ),
    (
        r"(?:world|foreign|national|european|african|asian|arab|western|regional)\sleaders|heads\sof\s(?:state|government)|statesmen",
        r"(?:vice-|vice\s)?presidents?(?!\sof\sthe\s(?:\w+\s)*(?:club|union|association|chamber|league|society|company|court|board))|"
        r"prime\sministers?|premiers?|chancellors?(?!\sof\sthe\s(?:exchequer|university))|taoiseach|emir|sultan|(?:the\s|;\s)(?:king|queen)|"
        r"heads?\sof\s(?:state|government)",
    ),
    (
        r"players|footballers|team|squad|team-?mates",
        r"captain|skipper|goal-?keeper|keeper|striker|defender|mid-?fielder|forward|winger|full-?back|half-?back|scrum-?half|fly-?half|"
        r"hooker|prop|batsman|batter|bowler|pitcher|wicket-?keeper|quarter-?back|point\sguard|playmaker|centre-?back|centre-?forward",
    ),
    (
        r"athletes|olympians|sports(?:men|women|people)",
        r"champion|medallist|medalist|sprinter|runner|swimmer|rower|cyclist|skier|gymnast|jumper|thrower|captain|olympian|footballer|"
        r"player|wrestler|boxer|fencer|skater",
    ),
    (
        r"scholars|academics|professors|university\steachers|intellectuals",
        r"professors?|lecturers?|readers?\sin|scholars?|academics?|classicists?|historians?|philologists?|philosophers?|linguists?|\w+ologists?|"
        r"economists?|emeritus|emerita|(?:teaches|teach|taught)\s(?:\w+\s){1,4}at",
    ),
    (
        r"scientists|researchers",
        r"professors?|physicists?|chemists?|\w+ologists?|astronomers?|botanists?|mathematicians?|laborator(?:y|ies)|observator(?:y|ies)",
    ),
    (
        r"residents|locals|neighbou?rs|villagers|townspeople|townsfolk|householders|inhabitants|islanders|tenants|families",
        r"residents?|neighbou?rs?|villagers?|tenants?|householders?|islanders?|locals?|(?:lives?|living|lived|resides?|residing)\s(?:\w+\s)?"
        r"(?:in|on|at|near|by|next|opposite|across|above|below|under|there|here|beside|behind|nearby|close)",
    ),
    (
        r"mps|lawmakers|legislators|deputies|politicians|parliamentarians|senators|members\sof\sparliament",
        r"mps?|lawmakers?|legislators?|senators?|deput(?:y|ies)|congress(?:man|woman)|backbenchers?|representatives?|"
        r"members?\sof\s(?:parliament|congress|the\s(?:house|senate|assembly|parliament))|ministers?|mayors?|councillors?",
    ),
    (
        r"clergy|churchmen|(?:church|religious|faith)\sleaders|churches|bishops|priests|clerics",
        r"(?:arch)?bishops?|priests?|vicars?|rectors?\sof\sst|pastors?|abbots?|abbess|rabbis?|imams?|muftis?|patriarchs?|cardinals?|"
        r"deans?\sof\s\w+\scathedral|canons?|monks?|nuns?|prioress|prior\sof|moderator|pope|reverend|chaplains?",
    ),
    (
        r"doctors|medics|physicians|surgeons|health\sworkers|hospital\sstaff",
        r"doctors?|surgeons?|physicians?|gps?|consultants?|anaesthetists?|p(?:a)?ediatricians?|registrars?|nurses?|paramedics?|midwi(?:fe|ves)|"
        r"cardiologists?|oncologists?|psychiatrists?",
    ),
    (r"nurses|hospital\sstaff|health\sworkers", r"nurses?|ward\s(?:sister|nurse)s?|matrons?|midwi(?:fe|ves)"),
    (
        r"farmers|growers|peasants|ranchers",
        r"farmers?|growers?|ranchers?|shepherds?|herders?|herds(?:man|men)|crofters?|vintners?|vine-?growers?|winegrowers?|dairym[ae]n|"
        r"(?:raises|breeds|milks|farms)\s\w+",
    ),
    (
        r"miners|pitmen|colliers",
        r"miners?|pitm[ae]n|colliers?|hewers?|face-?\s?workers?|coal\s?workers?|(?:mine|pit|colliery|shaft)\s?(?:worker|foreman|deputy|"
        r"electrician|driver|sinker)s?|"
        r"(?:works?|worked|working|digs?|dug)\s(?:\w+\s){0,3}?(?:underground|(?:in|at|down)\sthe\s(?:\w+\s)?(?:mine|pit|colliery|shaft|seam))",
    ),
    (
        r"workers|staff|employees|workforce|labou?rers",
        r"workers?|employees?|fitters?|welders?|machinists?|drivers?|cleaners?|packers?|porters?|clerks?|electricians?|fore(?:man|woman)|"
        r"shop\sstewards?|operators?|technicians?|assemblers?|weavers?|(?:works?|worked)\s(?:in|at|on|for|there|here)",
    ),
    (
        r"dockers|dock\sworkers|longshoremen|stevedores",
        r"dockers?|stevedores?|longshorem[ae]n|crane\s(?:driver|operator)s?|lashers?",
    ),
    (
        r"fishermen|fishers|fisher-?folk|trawlermen",
        r"fisherm[ae]n|fishers?|trawlerm[ae]n|skippers?|(?:boat|trawler)\sowners?|crabbers?|deck-?hands?|oyster(?:man|men|s)",
    ),
    (
        r"sailors|seamen|crews?|mariners",
        r"sailors?|seam[ae]n|captains?|mates?|boatswains?|bosuns?|stokers?|deck-?hands?|engineers?|helmsm[ae]n",
    ),
    (r"drivers|motorists|cabbies|hauliers", r"drivers?|motorists?|cabb(?:y|ies)|hauliers?|chauffeurs?|truckers?"),
    (
        r"parents|mothers|fathers|families",
        r"parents?|mothers?|fathers?|(?:mother|father)\sof|whose\s(?:\w+\s){0,2}(?:sons?|daughters?|child|children)",
    ),
    (
        r"teachers|educators|schools",
        r"teachers?|head-?(?:teacher|master|mistress)(?:es|s)?|school(?:master|mistress)(?:es)?|principals?|tutors?|(?:teaches|taught)\s\w+",
    ),
    (
        r"students|pupils|undergraduates",
        r"students?|pupils?|undergraduates?|postgraduates?|freshm[ae]n|(?:studies|is\sstudying)\s\w+",
    ),
    (
        r"fans|spectators",
        r"fans?|season-?ticket\sholders?|supporters?|spectators?|(?:follows?|followed)\sthe\s(?:club|team)",
    ),
    (
        r"writers|authors|novelists|poets",
        r"writers?|authors?|novelists?|poets?|playwrights?|essayists?|dramatists?|laureates?|critics?",
    ),
    (
        r"artists",
        r"artists?|painters?|sculptors?|singers?|actors?|actress(?:es)?|dancers?|composers?|musicians?|photographers?|film-?makers?|directors?",
    ),
    (
        r"musicians|players|orchestra",
        r"musicians?|violinists?|cellists?|pianists?|conductors?|singers?|oboists?|flautists?|horn\splayers?|trumpeters?|drummers?",
    ),
    (
        r"lawyers|jurists|the\sbar",
        r"lawyers?|barristers?|solicitors?|attorneys?|advocates?|counsel|jurists?|qcs?|kcs?|judges?",
    ),
    (r"judges|magistrates", r"judges?|justices?(?!\sminister)|magistrates?|recorders?"),
    (
        r"(?:business|industry)\sleaders|bosses|employers|business(?:men|es)?|industrialists|entrepreneurs|firms|executives",
        r"chief\sexecutives?|ceos?|managing\sdirectors?|chair(?:man|woman|men)\sof|owners?|employers?|industrialists?|entrepreneurs?|founders?\sof|"
        r"manufacturers?|chambers?\sof\scommerce",
    ),
    (
        r"shopkeepers|traders|retailers|merchants",
        r"shopkeepers?|traders?|retailers?|merchants?|grocers?|bakers?|butchers?|greengrocers?|florists?|booksellers?|stall-?holders?|"
        r"(?:sells|runs|keeps|owns)\s(?:\w+\s){0,3}(?:shop|stall|store|bakery)",
    ),
    (
        r"police|officers",
        r"police|constables?|sergeants?|inspectors?|superintendents?|detectives?|commissioners?|sheriffs?|officers?",
    ),
    (
        r"soldiers|troops|generals|officers|veterans|military",
        r"soldiers?|generals?|colonels?|majors?|captains?|lieutenants?|corporals?|sergeants?|admirals?|brigadiers?|veterans?",
    ),
    (r"architects|planners", r"architects?|town\splanners?|planners?|urbanists?"),
    (
        r"diplomats|envoys",
        r"diplomats?|ambassadors?|envoys?|consuls?|attach[ée]s?|chargés?|high\scommissioners?|foreign\sministers?",
    ),
    (
        r"nobles|royals|aristocrats",
        r"dukes?|duchess(?:es)?|counts?|countess(?:es)?|princes?|princess(?:es)?|earls?|barons?|baroness(?:es)?|marquess(?:es)?|king|queen",
    ),
    (
        r"(?:the\s)?left(?:ists|-wingers|-wing)?",
        r"left(?:-wing|-winger|ist)?s?|socialists?|communists?|labour|social\sdemocrats?|workers['’]\sparty|trotskyists?",
    ),
    (
        r"(?:the\s)?right(?:ists|-wingers|-wing)?",
        r"right(?:-wing|-winger|ist)s?|right\s(?:bloc|party|wing)|conservatives?|nationalists?|tor(?:y|ies)|monarchists?|christian\sdemocrats?",
    ),
    (r"centrists|the\scent(?:re|er)", r"centrists?|cent(?:re|er)\sparty|liberals?|moderates?"),
    (
        r"greens|environmentalists|conservationists|ecologists",
        r"greens?|environmentalists?|conservationists?|ecologists?|naturalists?|ornithologists?|greenpeace|friends\sof\sthe\searth|"
        r"wildlife|bird\s(?:society|trust|league)",
    ),
)
_KINDS = tuple(
    (
        re.compile(rf"\b(?:{group})\W*$", re.IGNORECASE),
        re.compile(rf"(?<![\w-])(?:{members})(?![\w-])", re.IGNORECASE),
    )
    for group, members in _MEMBERS
)
"""Words at whose end a group is named so, and the words for those who belong to it."""
_OTHERS = re.compile(
    r"(?P<kept>,?\swhose\s(?:\w+\s){0,2}?(?:sons?|daughters?|child(?:ren)?)\b).*|,?\s(?:whose\s|who\s(?:\w+\s){1,3}?with\s).*",
    re.DOTALL,
)
_BODIES = re.compile(
    r"\b(?:unions|banks|part(?:y|ies)|firms|companies|churches|governments|councils|ministries|states|countries|nations|associations|clubs|"
    r"schools|universities|hospitals|cities|towns|charities|agencies|courts|newspapers)\W*$",
    re.IGNORECASE,
)
"""Groups whose every member is a body of people itself."""
_LIKE = re.compile(
    r"\b(?:colleagues?|team-?mates?|comrades?|fellow|counterparts?|successors?|predecessors?|partners?)\b",
    re.IGNORECASE,
)
"""Words that put one beside another of the same trade: "her colleague Rui Lobo"."""
_PLURAL = re.compile(r"(?:[a-rt-z’']s|\bpeople|men|women|children|police)$", re.IGNORECASE)
_PART = re.compile(r"\s*,\s*(?:and|or|as\swell\sas)\s+|\s*,\s*|\s+(?:and|as\swell\sas)\s+")
_ARTICLE = re.compile(r"(?:the|an?)\s", re.IGNORECASE)


def belongs(group: str, called: str) -> bool:
    """Whether one who is called so ("Goalkeeper Seru Vuki") belongs to the group ("players")."""
    return any(named.search(group) and member.search(called) for named, member in _KINDS)


def is_plural(words: str) -> bool:
    """Whether the words name more than one, by the ending of the last."""
    return _PLURAL.search(words.strip()) is not None


def is_of_bodies(group: str) -> bool:
    """Whether one body of people is only one member of the group ("Unions")."""
    return _BODIES.search(group) is not None


def own_words(source: str) -> str:
    """The words for a source without those that a relative clause has on somebody else ("…, whose daughter trained with …")."""
    return _OTHERS.sub(lambda found: found["kept"] or "", source)


def called(statement: Statement, actors: Mapping[str, Actor]) -> str:
    """All that the text calls those who speak, with what it calls the one whose colleague they are said to be."""
    speaking = [actors[each.actor] for each in statement.speakers if each.actor in actors]
    words = [own_words(statement.source_text), *_descriptions(speaking)]
    if _LIKE.search(statement.source_text):
        ids = {each.id for each in speaking}
        beside = [each for each in actors.values() if each.id not in ids and _stands_in(each, statement.source)]
        words += _descriptions(beside)
    return " ; ".join(words)


def parties(statement: Statement, actors: Mapping[str, Actor]) -> tuple[Span, ...]:
    """The members of a list of sources ("Geologists, the union and the mayor"), in text order; none where it is no list."""
    if len(statement.source) != 1:
        return ()
    found = tuple(_parts(statement.source[0]))
    named = [m.span for each in statement.speakers if each.actor in actors for m in actors[each.actor].mentions]
    if any(sum(span.overlaps(each) for each in found) > 1 for span in named):
        return ()  # "the Department of Health and Sport" is one
    lone = [
        each
        for each in found
        if not is_plural(each.text) and not _ARTICLE.match(each.text) and not any(span.overlaps(each) for span in named)
    ]
    return found if len(found) > 1 and not lone else ()


def _parts(source: Span) -> Iterable[Span]:
    at = 0
    for gap in [*_PART.finditer(source.text), None]:
        last = gap.start() if gap else len(source.text)
        if last > at:
            yield Span(source.start + at, source.start + last, source.text[at:last])
        at = gap.end() if gap else last


def _descriptions(actors: Iterable[Actor]) -> list[str]:
    """Titles and mentions; of these a name is one too, since titles are often read as part of it."""
    return [span.text for each in actors for span in (*each.titles, *(mention.span for mention in each.mentions))]


def _stands_in(actor: Actor, spans: Iterable[Span]) -> bool:
    return any(mention.span.overlaps(span) for mention in actor.mentions for span in spans)
