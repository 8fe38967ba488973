"""What shows by rule that a writer evaluates or argues: evaluative words, scare quotes, distance, modality, first person.

One row of numbers a passage, for the voice model; no number stands for a judgement by itself.
"""

import re
from collections.abc import Sequence

import numpy as np

from sayso.classify.loaded import loaded_ranges
from sayso.classify.voice_passages import Passage
from sayso.classify.voice_polarity import polarity
from sayso.classify.voice_publics import speaks_for_a_public
from sayso.model.crf import Floats

_EVALUATIVE = re.compile(
    r"\b(?:good|bad(?:ly)?|better|best|worse|worst|wrong(?:ly)?|right(?:ly)?|great|terrible|poor(?:ly)?|important|"
    r"serious(?:ly)?|ugly|weak|fail(?:s|ed|ure|ures|ing)?|success(?:ful|fully)?|fine|decent|sad(?:ly)?|happy|proud|"
    r"impressive|remarkabl[ey]|welcome|unacceptable|unnecessary|ineffective|troubling|worrying|alarming|promising|"
    r"disappointing|depressing|surprising(?:ly)?|astonishing|stunning|shocking|admirabl[ey]|wisdom|folly|mistake[sn]?|"
    r"blame|credit|deserv\w+|benefit|harm(?:ful|s|ed)?|damag\w+|nightmare|miracle|triumph|tragedy|hope(?:less|ful)?|"
    r"threat|danger(?:ous)?|safe|honest|cheap|expensive|fair|unfair|just(?:ice)?|hypocri\w+|nonsense|bold|timid|"
    r"clumsy|elegant|dull|lively|beautiful|boring|brilliant|excellent|flawed|broken|shaky|thin|hollow|rotten|"
    r"unlikely|inevitabl[ey]|pointless|futile|absurd|sensible|reasonable|unreasonable|legitimate|credible|"
    r"insult|shame|scandal|courage|coward\w*|generous|mean|cruel|kind|greed\w*|luck(?:y|ily)|problem|crisis|mess)\b"
)
_MODAL = re.compile(
    r"\b(?:must|should|ought\sto|need(?:s)?\sto|has\sto|have\sto|cannot|can['’]t|must\snot|shall|let\sus|let['’]s|"
    r"it\sis\stime|time\sfor|dare\w*|had\sbetter|would\sdo\swell)\b"
)
_FIRST = re.compile(r"\b(?:i|we|our|us|my|me|ours|mine|ourselves|myself)\b")
_SECOND = re.compile(r"\b(?:you|your|yours|yourself)\b")
_DISTANCE = re.compile(
    r"\b(?:so-called|self-styled|self-described|self-proclaimed|self-appointed|supposed(?:ly)?|alleged(?:ly)?|"
    r"purported(?:ly)?|ostensibl[ey]|would-be|nominally|in\sname\sonly|what\s\w+\s(?:calls?|likes?\sto\scall))\b"
)
_COMMENT = re.compile(
    r"\b(?:actually|clearly|obviously|simply|merely|indeed|frankly|unfortunately|fortunately|sadly|rightly|wrongly|"
    r"hardly|scarcely|surely|ironically|conveniently|predictably|of\scourse|in\struth|in\sfact|in\sreality|no\swonder|"
    r"needless|curiously|oddly|tellingly|apparently|evidently|undoubtedly|certainly|perhaps|plainly|admittedly|"
    r"shamefully|inexplicably|mysteriously|notably|typically|if\sonly|to\ssay\sthe\sleast|quite|rather|truly|really|"
    r"even|at\slast|finally|once\sagain|yet\sagain|so\smuch\sfor|little\smore\sthan|nothing\sbut|nothing\smore)\b"
)
_ABSOLUTE = re.compile(
    r"\b(?:only|never|ever|always|nothing|nobody|none|no\sone|everyone|everything|most|least|all|any|every|too|enough|"
    r"far|utterly|completely|totally|entirely|absolutely|deeply|extremely|very|so|such|more\sthan|as\sif|\w{4,}est)\b"
)
_FRAME = re.compile(
    r"\b(?:it\sis|it['’]s|it\swas|this\sis|that\sis|that['’]s|there\sis\sno|the\s(?:truth|fact|point|question|trouble|"
    r"problem|irony|lesson|answer|result|reason|only|real|best|worst|sad|plain))\b"
)
_TURN = re.compile(r"(?:but|yet|and|so|still|nor|or|instead|however|nevertheless|after\sall|then\sagain|no|yes)\b")
_NEGATED = re.compile(r"\b(?:not|no|nor|neither|without|n['’]t|\w+n['’]t)\b")
_NUMBER = re.compile(r"\d")
_DATED = re.compile(
    r"\b(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|june|july|august|"
    r"september|october|november|december|yesterday|today|tonight|percent|per\scent)\b|%"
)
_SCARE = re.compile(r"[“\"‘«](?=\w)[^“”\"‘’«»\n]{1,40}[”\"’»]")
_CAPITAL = re.compile(r"(?<!^)\b[A-Z]\w+")
_WORD = re.compile(r"\w+")
_COUNTED = (
    _EVALUATIVE, _MODAL, _FIRST, _SECOND, _DISTANCE, _COMMENT, _ABSOLUTE, _FRAME, _NEGATED, _NUMBER, _DATED,
)  # fmt: skip
MOST = 3.0
"""What a count is cut to."""
CUES = len(_COUNTED) + 13
"""Numbers a passage."""


def cues(text: str, passages: Sequence[Passage]) -> Floats:
    """[P, CUES] for ``passages`` of ``text``."""
    table = np.zeros((len(passages), CUES), dtype=np.float32)
    for row, each in zip(table, passages, strict=True):
        row[:] = _row(text, each)
    return table


def _row(text: str, passage: Passage) -> list[float]:
    words = text[passage.start : passage.end]
    lower = words.lower()
    count = max(1, sum(1 for _ in _WORD.finditer(words)))
    praise, blame = polarity(words)
    counts = [min(MOST, sum(1 for _ in pattern.finditer(lower))) for pattern in _COUNTED]
    return [
        *counts,
        min(MOST, len(loaded_ranges(text, passage.start, passage.end))),
        min(MOST, sum(1 for _ in _SCARE.finditer(words))),
        min(MOST, sum(1 for _ in _CAPITAL.finditer(words))) / 2,
        float("?" in words),
        float("!" in words),
        float(_TURN.match(lower) is not None),
        float(passage.whole),
        float(np.log(count)) / 3,
        passage.told,
        float(passage.told > 0),
        float(speaks_for_a_public(words)),
        float(blame),
        float(praise),
    ]
