"""What kind of actor a finished cluster is: newspapers, news agencies, bodies of a state, states that speak, quoted persons without a name.

While mentions are linked a body is an organisation or a government and no more; only here is it told what task it has. Known
names are the internationally known ones alone; the rest is told by the words of a name and by what stands beside it.
"""

import re
from collections.abc import Collection, Sequence

from sayso.records.actor import ActorKind
from sayso.resolve.clusters import Cluster
from sayso.resolve.countries import is_state
from sayso.resolve.heads import HEADS
from sayso.resolve.listed import word_set
from sayso.resolve.press import (
    AGENCIES,
    AGENCY_ENDS,
    FIRST,
    LONG_AGENCIES,
    MAYBE_PRESS,
    OF_PRESS,
    PRESS,
    PUBLISHERS,
)
from sayso.resolve.titles import ADJECTIVES, GIVEN, GOVERNMENTAL, ORGANISATIONS, PLACES, SUFFIXES

Words = Sequence[str]
"""A name's words, lower-cased."""

_SEVERAL_STATES = word_set(
    """
    international european eu un nations world african inter-american arab nato asean asian pan-african commonwealth
    g7 g20 opec osce interpol global americas
    """
)
_BODIES_OF_STATE = word_set(
    """
    agency service services administration bureau office statistics survey archive archives reserve guard registry
    inspectorate customs police constabulary army navy taskforce laboratory observatory institute centre center
    commission directorate library forces force ministry department
    """
)
_PRIVATE = word_set("association union league party foundation society federation congress rifle trust bank church")
_OF_STATE = word_set("national federal state central governmental presidential electoral military")
_PAIRS_OF_STATE = frozenset(
    [("coast", "guard"), ("fire", "service"), ("fire", "department"), ("fire", "brigade"), ("highway", "patrol"), ("border", "patrol"),
     ("sheriff", "office"), ("attorney", "office"), ("prosecution", "service"), ("prison", "service"), ("weather", "service"),
     ("intelligence", "service"), ("security", "service"), ("election", "board"), ("police", "force"),
     ("foreign", "office"), ("home", "office"), ("met", "office"), ("cabinet", "office"), ("budget", "office"), ("audit", "office"),
     ("civil", "guard"), ("guardia", "civil"), ("scotland", "yard"), ("central", "bank"), ("space", "agency"), ("general", "office"),
     ("air", "force"),
     ("geological", "survey"), ("health", "service"), ("revenue", "service"), ("public", "prosecutor"), ("rescue", "service"),
     ("city", "council"), ("county", "council"), ("secret", "service"), ("armed", "forces"), ("defence", "forces"), ("defense", "forces")]
)  # fmt: skip
_OFFICERS = word_set(
    "attorney prosecutor prosecutors minister president governor mayor sheriff coroner auditor commissioner"
)
_TASKS_OF_STATE = word_set("space research defence defense statistics meteorological geological")
_PARTISAN = word_set("republican democratic olympic african indian")
_PURE = word_set("police army navy constabulary commission agency bureau inspectorate customs directorate")
_LONG_BODIES = frozenset(
    [("centers", "for", "disease", "control", "and", "prevention"), ("centers", "for", "disease", "control"),
     ("national", "institutes", "of", "health"), ("food", "and", "drug", "administration")]
)  # fmt: skip
_CHANNEL = re.compile(r"tv[a-z]*\d+|[a-z]+tv\d*")
_PAPERS = word_set(
    "herald gazette courier tribune telegraph chronicle examiner sentinel telegram inquirer dispatch globe observer mirror journal post"
)
"""What a newspaper is called for short, after an article."""
_KNOWN_BODIES = word_set(
    """
    cia fbi nsa dea atf epa fda cdc nasa noaa faa ntsb fcc ftc sec irs doj dhs fema pentagon mi5 mi6 gchq fsb kgb mossad
    isi cbi nhs hmrc defra dvla met usgs nih tsa ice rcmp csis bka bnd knesset duma bundestag bundesrat bundeswehr sejm
    majlis storting riksdag folketing dáil dail seanad eduskunta diet congress senate parliament customs scotus isro
    treasury jaxa ofsted ofcom ofgem
    """
)
_OFFICES = frozenset(
    [("white", "house"), ("downing", "street"), ("10", "downing", "street"), ("number", "10"), ("kremlin",), ("élysée",),
     ("elysee",), ("élysée", "palace"), ("buckingham", "palace"), ("vatican",), ("holy", "see"), ("blue", "house"), ("malacañang",)]
)  # fmt: skip
QUOTED = word_set(
    """
    source official expert analyst observer insider scientist researcher witness eyewitness bystander doctor economist
    historian diplomat aide adviser advisor spokesperson spokesman spokeswoman lawyer attorney officer investigator
    reporter journalist academic scholar scientist commentator passer-by neighbour neighbor relative friend specialist
    meteorologist seismologist archaeologist archeologist anthropologist sociologist ecologist forecaster epidemiologist
    biologist astronomer engineer lawmaker mp
    """
)
"""Nouns whose plural, said to report, is persons without a name rather than people who act together."""

_ANYBODY = frozenset(["someone", "somebody"])

ACTS = word_set(
    """
    urge urges urged urging demand demands demanded demanding ask asks asked asking request
    requests requested petition petitions petitioned protest protests protested protesting sign signs signed signing
    vote votes voted voting chant chants chanted chanting rally rallied march marched criticise criticised criticize
    criticized condemn condemns condemned denounce denounced accuse accused blame blames blamed oppose opposed
    supported support backed applauded celebrated boycott boycotted threatened vowed refused rejected approved
    """
)
"""Words of cues by which people act together."""


def kind_of_name(
    kind: ActorKind, words: Words, cluster: Cluster, *, article: bool, speaks: bool, brand: bool = False
) -> ActorKind:
    """The kind of an actor that has a name, ``words`` its fullest; ``kind`` is what linking took it for.

    ``article`` says that "the" stands before the name somewhere, ``speaks`` that it is a source, ``brand`` that its one word is known
    or shaped as an organisation's. Who speaks under one word else is a person: an organisation is mostly given its noun or article.
    """
    bare = tuple(words)
    if _are_people(bare):
        return "group"
    if is_state(bare):
        return "government" if speaks else "place"
    press = bare[0] == "daily" or bare[-1] in ("news", "tv", "radio")
    if kind == "person" and cluster.gender and not press:
        return kind
    if bare[0] in GIVEN and len(bare) < 4 and kind in ("unknown", "organization") and not _names_body(bare):
        return "person"
    if bare in _OFFICES:
        return "office"
    if _is_agency(bare, cluster):
        return "agency"
    if _is_publisher(bare, cluster, kind, article=article):
        return "publisher"
    if kind in ("person", "place"):
        return kind
    told = _of_body(kind, bare)
    if told != "unknown" or not speaks:
        return told
    return "organization" if brand and bare[-1] not in SURNAMES else "person"


SURNAMES = word_set(
    """
    trump obama clinton biden bush sanders cruz rubio putin merkel macron johnson may cameron blair corbyn trudeau
    erdogan erdoğan netanyahu modi xi abe kim assad maduro bolsonaro lula zelensky zelenskyy orban orbán starmer sunak
    harris pence pelosi mcconnell romney mccain kerry powell rumsfeld cheney gates musk bezos zuckerberg assange snowden
    """
)
"""Last names so well known that the text may never give the first."""


def _are_people(words: Words) -> bool:
    """Whether a name in capitals is only a plural of persons ("Republican Senators")."""
    head = HEADS.get(words[-1])
    one = HEADS.get(head.key) if head is not None and head.plural else None
    if words[0] in GIVEN:
        return False
    return one is not None and one.kind == "person" and len(words) < 4 and not {"of", "for"}.intersection(words)


def _names_body(words: Words) -> bool:
    return any(word in ORGANISATIONS or word in SUFFIXES for word in words[1:])


def _of_body(kind: ActorKind, words: Words) -> ActorKind:
    """Government for a body of one state, organisation for one of several."""
    if _SEVERAL_STATES.intersection(words):
        return "organization"
    if len(words) == 1 and words[0].replace(".", "") in _KNOWN_BODIES:
        return "government"
    if (
        kind == "government"
        and (_PRIVATE - {"congress"}).intersection(words[:-1])
        and words[-1] in ("congress", "council")
    ):
        return "organization"
    if words == ("security", "council"):
        return "organization"
    if (len(words) == 1 and words[0] in _PURE) or tuple(words) in _LONG_BODIES:
        return "government"
    if words[-2:] == ("of", "technology") or (len(words) > 2 and words[-1] == "technology"):
        return "organization"
    if tuple(words[:2]) == ("central", "bank") or (
        len(words) == 3 and words[:2] == ("bank", "of") and words[2] in PLACES
    ):
        return "government"
    if words[-1] == "office" and _OFFICERS.intersection(words):
        return "government"
    if _PRIVATE.intersection(words) or kind not in ("organization", "unknown") or len(words) < 2:
        return kind
    noun = next((words[n - 1] for n, word in enumerate(words) if n and word in ("of", "for", "on")), words[-1])
    committee = noun in ("committee", "council", "board") and not _PARTISAN.intersection(words)
    ends = committee or noun in _BODIES_OF_STATE or words[-1] in _BODIES_OF_STATE
    if tuple(words[-2:]) in _PAIRS_OF_STATE or (
        words[-1] in ("reserve", "command") and tuple(words[-3:-1]) in _PAIRS_OF_STATE
    ):
        return "government"
    if words[-1] in ("organisation", "organization", "corporation", "council"):
        ends = ends or bool(_TASKS_OF_STATE.intersection(words[:-1]))
    country = bool(ADJECTIVES.intersection(words) - {"american", "british"}) or bool(PLACES.intersection(words))
    if ends and (country or _OF_STATE.intersection(words) or noun in _PURE or words[-1] in _PURE):
        return "government"
    return "government" if noun in GOVERNMENTAL or words[0] in GOVERNMENTAL else kind


def _is_agency(words: Words, cluster: Cluster) -> bool:
    if tuple(words) in LONG_AGENCIES or (len(words) == 1 and words[0].replace(".", "") in AGENCIES):
        return True
    if tuple(words[-2:]) in AGENCY_ENDS and len(words) > 2:
        return True
    if len(words) == 2 and words[0] in AGENCIES and words[1] == "agency":
        return True
    return "agency" in cluster.roles and bool({"news", "press"} & cluster.described)


def _is_publisher(words: Words, cluster: Cluster, kind: ActorKind, *, article: bool) -> bool:
    if OF_PRESS & cluster.roles and kind != "person":
        return True
    if len(words) == 1 and kind != "person" and ((article and words[0] in _PAPERS) or _CHANNEL.fullmatch(words[0])):
        return True
    if len(words) == 1 or (len(words) == 2 and (words[1] in ("online", "world", "sport") or words[1] in PLACES)):
        return (words[0] in PUBLISHERS or words[0].endswith("-tv")) and (kind != "person" or article)
    last, first = words[-1], words[0]
    if len(words) > 2 and words[1] == "of" and first in PRESS - MAYBE_PRESS - {"radio", "news"}:
        return True
    if last in SUFFIXES or _SEVERAL_STATES.intersection(words[:-1]) - {"world", "arab", "african", "asian", "european"}:
        return False
    if last in MAYBE_PRESS and not (article or first in FIRST or first in PLACES or tuple(words) == ("usa", "today")):
        return False
    if last in PRESS or (first in ("daily", "radio", "al") and last in ("jazeera", "arabiya", first, *PRESS)):
        return True
    return first in ("daily", "radio") or words[0].endswith((".com", ".org")) or _is_known(words)


def _is_known(words: Words) -> bool:
    return words[0] in FIRST and len(words) == 2 and words[1] in PUBLISHERS


def kind_of_description(
    kind: ActorKind,
    keys: Collection[str],
    *,
    plural: bool,
    speaks: bool,
    acts: bool,
    pairs: Collection[tuple[str, str]] = (),
) -> ActorKind:
    """The kind of an actor that is only described by nouns ``keys``; ``acts`` says that it does more than tell, ``pairs`` are the
    nouns with the words before them ("fire service").

    Persons who are quoted without a name are unnamed; people who act together are a group, and so are several bodies.
    """
    if speaks and ((kind == "person" and not plural) or (keys and _ANYBODY.issuperset(keys))):
        return "unnamed"
    if kind in ("organization", "office", "unnamed") and any(pair in _PAIRS_OF_STATE for pair in pairs):
        return "government"
    if kind == "organization" and not plural and keys and OF_PRESS.issuperset(keys):
        return "publisher"
    if plural and kind in ("group", "organization", "unnamed", "place"):
        if QUOTED.issuperset(keys) and keys and speaks and not acts:
            return "unnamed"
        return "group"
    return kind
