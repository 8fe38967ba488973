"""The medium of an act of speaking or writing, by the words near its cue."""

import re
from typing import Literal

from sayso.classify.clauses import Clause
from sayso.records.position import Medium
from sayso.records.statement import Statement

Mode = Literal["written", "spoken"]

_OUTLET = (
    r"(?:(?:the\s)?(?:[A-Z][\w.]+\s){0,3}(?:Reuters|AFP|AP|BBC|CNN|NBC|CBS|ABC|NPR|PBS|Fox|Guardian|Times|Post|"
    r"Mail|Telegraph|Herald|Mirror|Tribune|Gazette|"
    r"Journal|Chronicle|Courier|News|Press|Radio|TV|Television|Mercury|Beacon|Spiegel|Monde|Wikinews|Independent|"
    r"Observer|Standard|Anvil|Today|Bild|Express|Sun)|"
    r"this\s(?:news)?paper|the\s(?:paper|newspaper|broadcaster|station|magazine|programme|agency)|[A-Z]\w+\.com\S*)"
)
_BY_CUE: tuple[tuple[Medium, re.Pattern[str]], ...] = (
    ("letter", re.compile(r"\b(?:open\s)?letters?\b|\bpetition\b|\bwrote\sto\b|\bwrote\s\0*\s?to\sthe\b|\bsignator|\be-?mails?\b")),
    ("post", re.compile(
        r"\b(?:re)?tweet\w*|\bTwitter\b|\bFacebook\b|\bInstagram\b|\bWeibo\b|\bTelegram\b|\bPlaza\b|"
        r"\bsocial\smedia\b|\bposted\b|\b(?:blog|a)\spost\b|\bhashtag\b|\bthread\b")),
    ("hearing", re.compile(
        r"\b(?:hearing|testif\w+|testimony|under\soath|on\soath|cross-examination|in\scourt|told\s(?:the|"
        r"a)\s(?:\w+\s)?(?:court|committee|inquiry|tribunal|jury|judge|commission)|pleaded)\b")),
    ("interview", re.compile(
        rf"\binterview\w*|\btold\s{_OUTLET}|\b(?:to|with)\s{_OUTLET}(?=$|[\s,.:;\0])|\bon\s(?:the\s)?(?:TV|"
        rf"television|radio|air|podcast)\b|\b[Aa]sked\sby\s|\bquestioned\sby\s")),
    ("speech", re.compile(
        r"\b(?:speech|sermon|homily|rally|podium|eulogy|lecture|keynote|inaugurat\w+|toast|closing\sremarks)\b|"
        r"\b(?:told|to)\s(?:the|a|an|her|his|their)\s(?:\w+\s)?(?:crowd|audience|meeting|rally|Assembly|assembly|"
        r"parliament|congregation|delegates|conference|supporters|chamber|House|Senate|congress|summit|deputies)\b|"
        r"\b(?:told|to)\s(?:parliament|delegates|supporters|deputies|lawmakers|MPs|mourners)\b|\baddress(?:ed|ing|"
        r"es)?\s(?:the|a|an|to|parliament)\b|\bspeaking\sat\b|\b[Aa]t\sthe\sopening\b|\bin\sher\saddress\b|"
        r"\bshouted\b")),
    ("statement", re.compile(
        r"\b(?:in|issued|released|through|by|per)\s(?:a|an|its|his|her|their|the)\s(?:\w+\s){0,2}(?:statement|"
        r"communiqu[eé]|release)\b|\bpress\s(?:release|conference|briefing|office)\b|\bnews\sconference\b|"
        r"\bstatement\b|\bthe\spress\b|\b(?:told|informed)\s(?:reporters|journalists)\sin\b|"
        r"\bwebsite\b")),
    ("document", re.compile(
        r"\b(?:report|ruling|ruled|verdict|judge?ment|resolution|bill|law|decree|survey|poll|pollster|study|"
        r"article|editorial|manifesto|memoir|book|treaty|charter|constitution|motion|lawsuit|indictment|audit|"
        r"document|memo|headline|footage|paper|column|magazine|newspaper|newspapers|daily|guidelines)\b")),
)  # fmt: skip
_OUTLET_SOURCE = re.compile(rf"{_OUTLET}(?:$|[\s,]and\s)")
_AUDIENCE = re.compile(rf"\b(?:told|to|with|by)\s(?P<who>{_OUTLET})(?=$|[\s,.:;\0])")
_WRITTEN = re.compile(r"\b(?:wr(?:ote|ites?|itten|iting)|publish\w*|signed|tweet\w*|post(?:ed|s))\b")
_ORAL = re.compile(r"\b(?:told|tell(?:s|ing)|shout\w*|repl(?:y|ied|ies)|answer\w*|spoke|speaking)\b")


def medium(around: Clause | None, statement: Statement) -> Medium:
    """The medium that the words around the cue name; of several, the one that is named most plainly."""
    words = statement.cue_text if around is None else around.words
    near = f"{statement.source_text} {words}"
    for name, pattern in _BY_CUE:
        if pattern.search(near):
            return name
    return "document" if _OUTLET_SOURCE.search(statement.source_text) else "unknown"


def audience(around: Clause | None) -> str | None:
    """The outlet that was spoken to."""
    found = _AUDIENCE.search(around.words) if around else None
    return found["who"].casefold().removeprefix("the ") if found else None


def mode(statement: Statement, medium: Medium) -> Mode | None:
    """Whether something was written or spoken, as far as cue and medium show."""
    if medium in ("letter", "post", "document") or _WRITTEN.search(statement.cue_text):
        return "written"
    if medium in ("speech", "interview", "hearing") or _ORAL.search(statement.cue_text):
        return "spoken"
    return None
