"""Words of praise and of blame, counted: which way a passage leans, whatever it is about. A negated word counts the other way."""

import re

PRAISE = (
    "able admirable admiration admire admired affection apt astute beautiful beautifully beloved best better "
    "blessing bold brave bravely bravery brilliant brilliantly calm candid capable careful cheer cheers clever "
    "commend commendable compassion competent congratulate conscientious constancy courage courageous courteous "
    "credible credit dared decency decent dedicated dedication deft dependable deserve deserved deserves devoted "
    "devotion dignified dignity diligent distinguished durable eloquent energetic enjoy excellent exemplary fair "
    "fairly fairness fearless fine finest foresight friend generosity generous genius gentle gift gifted good grace "
    "graceful grateful gratitude great greatest handsome hero heroes heroic heroine honest honestly honesty honour "
    "honourable honourably honoured hope humane humble humility humour imaginative impeccable impressive "
    "incorruptible independent indispensable ingenious inspired inspiring integrity intelligent inventive judicious "
    "kind kindness laudable lion lions lively love loved lovely loyal loyalty magnificent marvel marvellous "
    "masterly mercy merit meticulous miracle model modest modesty noble orderly outstanding patience patient "
    "patiently perfect persistent pioneer pleasure praise praised principled promising proud prouder prudence "
    "prudent punctual quality reasonable refreshing reliable remarkable respect respected responsible rightly safe "
    "sane saved scrupulous selfless sensible serene shrewd sincere skilful skill smart splendid stalwart steadfast "
    "steady straight strength strong stubbornly sublime success successful superb sure sympathy tact talent "
    "talented thank thanks thorough thoughtful tireless tirelessly tolerant treasure triumph true truest trust "
    "trusted trustworthy truthful unbribable understanding unrivalled upright valuable value virtue vision warm "
    "welcome wisdom wise wisely wit witty wonder wonderful worthy"
)
BLAME = (
    "abandon abandoned absurd abuse abused abysmal accomplice amateur apology appalling arrogance arrogant ashamed "
    "astray awful awkward bad badly baseless beneath betray betrayal betrayed bias biased blame blind blunder "
    "blundered blundering blunders bluster boast boring botch botched bribe broken brutal bully bullying bungle "
    "bungled bungling bureaucratic careless carelessly carelessness chaos charade charlatan cheap cheat childish "
    "clown clueless clumsy coldly collusion complacency complacent conceal contempt contradiction corrupt "
    "corruption cover-up coward cowardice cowardly crime criminal cronies crony cruel cruelty cynical cynicism "
    "damage damaged damaging dangerous dawdle dawdled deaf decay deceit deceive defeat delay delusion deplorable "
    "disaster disastrous disgrace disgraceful dishonest dishonesty dismal dither dithering dodge dodged downfall "
    "dreadful empty error evade evaded evasion excuse excuses exploit fail failed failing fails failure false "
    "falsehood farce fatal fault feeble fiasco fibs fiddle flattery flawed flimsy folly fool foolish fools fraud "
    "frightened gag greed greedy grotesque guilt guilty half-baked half-hearted harm harmful hid hidden hide hiding "
    "hollow hypocrisy hypocrite hypocritical idle ignorance ignorant ill-advised immature impotent incapable "
    "incompetence incompetent indecent indifference indifferent inept inexcusable injustice insult insulting "
    "irresponsible junk lame lamentable laughable laughing-stock lazy lecture liar lie lied lies lying meddling "
    "mediocre mendacious mess mischief mislead misleading misled mismanagement mistake mistakes mocked mockery "
    "mocks mouthpiece muddle muddled mulish naive narrow nasty neglect neglected negligence negligent nonsense "
    "obstinate outrage outrageous panic parasite pathetic petty pity plunder pointless poor poorly posturing "
    "pretence pretend pretends promise-breaking propaganda puppet quarrel quarrelling rant ranted ravings reckless "
    "recklessness regret ridiculous rotten rude ruin ruined ruinous sabotage scandal scandalous scapegoat self-pity "
    "selfish sell-out shabby sham shambles shame shameful shameless shoddy sleazy slogan slogans sloppy sly smear "
    "smug sneer sneered sold spineless spite spoiled squalid squander squandered squandering stale stubborn stumble "
    "stupid stupidity sulk sulking surrender swindle tawdry terrible terrorist thief thieves thin threat timid "
    "tired toothless travesty trick tricks tyranny tyrant ugly unfair unfit unjust unworthy useless vain vanity "
    "vengeful victim vile waste wasted wasteful weak weakness wilful witless woeful worse worst worthless wreck "
    "wrecked wretched wrong wronged wrongly"
)
_WORD = re.compile(r"[\w’'-]+")
_PRAISE, _BLAME = frozenset(PRAISE.split()), frozenset(BLAME.split())
_NOT = frozenset(
    ["not", "no", "never", "neither", "nor", "hardly", "scarcely", "without", "cannot", "nothing", "little", "less", "isn't", "wasn't",
     "don't", "didn't", "doesn't", "won't", "can't", "aren't", "weren't"]
)  # fmt: skip
REACH = 3
"""Words before one in which a negation turns it round."""
MOST = 3


def polarity(words: str) -> tuple[int, int]:
    """How many words of praise and of blame stand in ``words``, each at most MOST."""
    praise = blame = 0
    since = REACH + 1
    for found in _WORD.finditer(words.lower()):
        word = found.group().replace("’", "'")
        if word in _NOT:
            since = 0
            continue
        since += 1
        good, bad = word in _PRAISE, word in _BLAME
        if since <= REACH:
            good, bad = bad, good
        praise += good
        blame += bad
    return min(praise, MOST), min(blame, MOST)
