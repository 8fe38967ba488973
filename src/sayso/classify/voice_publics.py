"""Claims about a public without an event: "the people", "many", "observers", "it is widely felt" (codebook, decision 17).

Nobody in particular said it, so it is the writer's claim. A poll, a count of people, a meeting or a paper makes it somebody's.
"""

import re

_MANNER = (
    r"(?:the\s)?(?:(?:ordinary|plain|common|decent|good|most|many|all|few|some|our|other|local|young|more\sand\smore|fewer\sand\sfewer|"
    r"countless|growing\snumbers\sof|whole|entire)\s){0,2}"
)
_VAGUE = (
    r"(?:(?:[\w-]+\s)?(?:people|public|nation|country)|electorate|population|observers|commentators|pundits|doubters|"
    r"sceptics|skeptics|everyone|everybody|nobody|no\sone|anyone|anybody|many|most|some|few|others|street|world|"
    r"(?-i:[A-Z][a-z]+(?:ans|ians|ese|ish|ites)))"
)
"""Who cannot be asked: nobody in particular, or all."""
_GROUP = (
    r"(?:voters?|citizens?|residents?|locals|inhabitants|villagers|townspeople|taxpayers?|commuters|parents|families|workers|farmers|"
    r"readers|viewers|supporters|neighbours|neighbors)"
)
"""Who can be asked, so that what they say was said; what they feel is imputed."""
_OF = (
    r"(?:\s(?:of|in|from|on|here|across|around|along)\s(?!(?:you|us|them|those|these)\b)(?:the\s)?[\w’'-]+(?:\s(?:of\s)?(?-i:[A-Z])[\w’'-]+){0,2}"
    r"|\shere|\sby\snow|\sin\sthe\sknow)?"
)
_AUXILIARY = (
    r"(?:\s(?:\w+ly|been|have|has|had|will|would|can|could|no\slonger|long|are|is|were|was|do|does|did|already|still|never|ever|now|all|"
    r"not)){0,4}"
)
_FEEL = (
    r"(?:had\senough|tired|weary|sick|fed\sup|angry|furious|disappointed|disgusted|ashamed|proud|grateful|doubt\w*|want\w*|wish\w*|think\w*|"
    r"thought|believ\w+|feel\w*|felt|fear\w*|hop(?:e|es|ed|ing)|know\w*|knew|agree\w*|suspect\w*|trust\w*|distrust\w*|mistrust\w*|love\w*|"
    r"hat(?:e|es|ed)|despis\w+|admir\w+|respect\w*|deserv\w+|forg[eio]\w+|resent\w*|dislike\w*|longs?|yearn\w*|disput\w+|"
    r"convinced|certain|persuaded|unimpressed|lost\s(?:all\s)?(?:faith|patience|trust|confidence)|seen\sthrough|turned\s(?:their\sbacks|away))"
)
_SAY = (
    r"(?:say|says|said|saying|see|sees|saw|expect\w*|demand\w*|need\w*|care\w*|wonder\w*|ask\w*|regard\w*|consider\w*|reject\w*|support\w*|"
    r"oppos\w+|credit\w*|blam\w+|den(?:y|ies)|call\w*|whisper\w*|mutter\w*|complain\w*|understand\w*|predict\w*|warn\w*|argu\w+|point\w*)"
)
_LEAD = (
    r"^(?:[“\"']?(?:\w+ly,?\s|but\s|and\s|yet\s|still,?\s|for\s\w+,?\s|by\snow,?\s|these\sdays,?\s|in\s\w+,?\s|which\sis\swhat\s|"
    r"that\sis\swhat\s|this\sis\s(?:not\s)?what\s|as\s|what\s)){0,2}"
)
_PUBLIC = re.compile(
    rf"{_LEAD}{_MANNER}(?:{_VAGUE}{_OF}{_AUXILIARY}\s(?:{_FEEL}|{_SAY})|{_GROUP}{_OF}{_AUXILIARY}\s{_FEEL})\b",
    re.IGNORECASE,
)
_WIDELY = re.compile(
    r"\b(?:it\sis|is|are|was|were|been)\s(?:\w+ly\s)?(?:widely|generally|commonly|universally)\s(?:felt|believed|held|seen|thought|agreed|"
    r"regarded|considered|known|feared|hoped|assumed|accepted|mocked|admired|despised|respected|suspected)\b|"
    r"\b(?:widespread|general|growing|common)\s(?:feeling|belief|view|opinion|suspicion|conviction|fear|hope|anger|unease|agreement|consensus)\b|"
    r"\bin\sthe\seyes\sof\s(?:many|most|the\s(?:people|public))\b|\b(?:hardly|scarcely)\sanybod?(?:y|one)\b",
    re.IGNORECASE,
)
_SOURCE = re.compile(f"{_MANNER}{_VAGUE}{_OF}", re.IGNORECASE)
_EVENT = re.compile(
    r"\d|%|\bper\s?cent\b|\bpoll\w*|\bsurvey\w*|\bpetition\w*|\bvot(?:e|ed|es)\b|\b(?:told|wrote|writes|signed|shouted|chanted|marched|rally|"
    r"meeting|assembly|gathering|demonstrat\w+|protest(?:ed|ers?)|yesterday|according|(?:on|last)\s(?:monday|tuesday|wednesday|thursday|friday|"
    r"saturday|sunday))\b",
    re.IGNORECASE,
)


def speaks_for_a_public(words: str) -> bool:
    """Whether ``words``, a passage, claim something of a public without an event in which it was said or counted."""
    if _EVENT.search(words):
        return False
    return _PUBLIC.match(words) is not None or _WIDELY.search(words) is not None


def is_public(source: str) -> bool:
    """Whether ``source`` names a public that cannot be asked."""
    return not _EVENT.search(source) and _SOURCE.fullmatch(source.strip()) is not None
