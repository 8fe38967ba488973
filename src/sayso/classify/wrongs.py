"""Words that say somebody did wrong, apart from those that merely dislike: lying is a wrong, dullness is none."""

import re

_WRONG = re.compile(
    r"\b(?:lied|lies|liars?|lying|cheat\w*|betray\w*|misle(?:d|ad\w*)|mislead\w*|decei\w+|defraud\w*|fraud\w*|"
    r"corrupt\w*|brib\w+|st(?:ole|olen|eal\w*)|theft|thie(?:f|ves)|rob(?:s|bed|bing|bery)|embezzl\w+|"
    r"launder\w*|forg(?:ed|ing|ery)|falsif\w+|fabricat\w+|cooked|rigg\w+|cover(?:ed|ing)?[\s-]up|bur(?:ied|"
    r"ying)\sevidence|conceal\w*|hid(?:den)?\s|hiding|shield\w*|shredd\w+|planted|poison\w*|"
    r"tortur\w+|abus\w+|assault\w*|rap(?:ed|e)\b|persecut\w+|oppress\w*|repress\w*|massacr\w+|crimes?|criminals?|"
    r"illegal\w*|unlawful\w*|violat\w+|breach\w*|broke\s(?:the\slaw|its|his|her|their)|"
    r"abandon\w*|neglect\w*|ignor(?:ed|es|ing)|fail(?:ed|ing|ure|ures|s)\b|bungl\w+|botch\w*|mishandl\w+|"
    r"mismanag\w+|squander\w*|wast(?:ed|ing)|sabotag\w+|undermin\w+|incit\w+|intimidat\w+|threaten\w*|"
    r"exploit\w*|discriminat\w+|racis\w+|negligen\w+|reckless\w*|irresponsib\w+|traitors?|treason|tyran\w+|"
    r"dictator\w*|propaganda|manipulat\w+|smear\w*|slander\w*|"
    r"blame\b|guilty|fault|scandal\w*|hypocri\w+|unfair\w*|unjust\w*|injustice|inappropriate|unacceptable|wrong|"
    r"sold\sout|plunder\w*|"
    r"collud\w+|conspir\w+|dodg\w+|evad\w+|spying|spied|hack(?:ed|ing)|interfer\w+|meddl\w+|unprovoked|aggression|"
    r"pocketed|dump(?:ed|ing)|pumping|watered\sdown|short-?changed|fixing\sthe\sprice|price-?fixing|"
    r"looked\saway|turned\sa\sblind\seye|dragg\w+\s(?:its|his|her|their)\sfeet|dawdl\w+|slept\sthrough|"
    r"sent\sthe\sbill|not\sfit|unfit|endanger\w*|jeopardi\w+|harm(?:ed|ing|s)|damag(?:ed|ing)|colonialis\w+|"
    r"man-?made|out\sof\stouch|made\sa\sfool|for\ssale|disrespect\w*|insult\w*|overcharg\w+|extort\w+|blackmail\w*|"
    r"suppress\w*|silenc(?:ed|ing)|censor\w*|jailed|fleec\w+|turned\s(?:his|her|its|their)\sback|faulty|doctored|"
    r"stranded|helped\s(?:him|her|them|it)sel\w+|underpaid|siphon\w+|skimm\w+|(?:broke|broken)\s(?:its|his|her|"
    r"their|that|every)?\s?(?:word|promises?|rules?)|swindl\w+|fiddl\w+|poach\w+|leaked|drugged|doped|tampered|"
    r"fell\sasleep|bent\sthe\srules|flayed|milked|fled\b|loot\w*|laughed\sat|beat\b|buried\sa\s|blunder\w*|"
    r"bias\w*|prejudiced?|partisan|traffick\w+|wreck\w+|elbowed|improper\w*|handled\s\w+\s\w+\sbadly)\b",
)


def is_wrong(words: str) -> bool:
    """Whether ``words`` name a wrong."""
    # matching lower case is several times faster than ignoring case
    return _WRONG.search(words.lower()) is not None
