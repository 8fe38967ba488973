"""Nouns for persons that no list has, told by their ending: "the lock-keeper", "two anti-war marchers", "the lutenist".

Source: the agent suffixes of English (-er, -or, -ist, -ian, -man, -woman). Words in which the ending is none, and things and measures that
have it, are listed by hand.
"""

import re
from functools import lru_cache

from sayso.resolve.heads import Gender, Head
from sayso.resolve.listed import word_set

_ONE = ("er", "or", "ist", "ian", "man", "woman")
_MANY = ("ers", "ors", "ists", "ians", "men", "women")
_LETTERS = re.compile(r"[a-zé]+(?:-[a-zé]+)*$")
_COMPOUND = re.compile(
    r"(?:maker|keeper|holder|dweller|worker|goer|owner|rider|seeker|lover|grower|breeder|handler|hunter|fighter|lifter|teller)s$"
)
"""Plurals that are nothing but persons, even without a determiner."""
_SHORTEST = 5
"""Letters of such a noun."""

_NO_DOERS = word_set(
    """
    abdomen accelerator acumen adapter adaptor adder after agrarian airliner alder alter alternator altimeter
    altogether amber amplifier anchor anger another answer anterior aquifer armor assist authoritarian avian backwater
    badger banner barometer barrier barter batter beaver beer behavior bellwether bestseller better bigger binder
    bitter blacklist bladder blazer blockbuster blunder bluster boiler bolster bomber border boulder breaker broader
    browser buffer bulldozer bumper bunker burger burner butter buzzer calculator cancer candor capacitor carburetor
    carburettor career carrier cater center centimeter chandelier changeover chapter character charter chatter cheaper
    checklist cheer cheeseburger chiller chopper cider cinder cipher circuit-breaker clamor clanger cleanser clever
    cliffhanger clipper cloister closer cluster clutter cofactor coffeemaker coffer colder color computer conditioner
    confer connector consider consist container cooker cooler copper corner corridor counter cover cracker crater
    crossfader crossover cruiser curtain-raiser cutter cyber cylinder danger darker deal-breaker decor deeper defer
    deflector deliver demeanor denominator desist destroyer detector diameter differ diner dinner disaster discover
    dishwasher disorder distemper divider door dossier draconian drawer dumpster dystopian eager earlier easier
    edwardian egalitarian either ejector elevator ember encounter endeavor enter epicenter equator equestrian eraser
    error escalator ether ever excavator exist exterior extractor eye-opener eyeliner factor falter faster favor
    feather fender fertiliser fertilizer fervor fever fiber fighter-bomber filibuster filler filter finger firecracker
    firepower fist flavor flicker floor flower fluster flyer fodder folder footer forever former foster freezer
    freighter fritter frontier fund-raiser fundraiser furor further game-changer gamechanger garter gather gender
    generator georgian german ginger gist glacier glider glimmer greater grist gutter halter hamburger hamper hamster
    handover hanger hangover happier harbor harder header headliner headquarter heater heist helicopter hereafter
    higher highlighter hinder hitlist hoist honor horror horsepower hover however howsoever human humanitarian humor
    hunger hunker ian icebreaker incubator indicator infer inferior inhuman injector inner insist inter interior
    jumper junior kilometer labor ladder lager larger laser later latter laughter launcher lawnmower layer layover
    leather ledger leftover lesser letter lever lighter liner linger liquor list litter liver loader lobster locker
    longer louder lower lumber luster mailer major makeover man maneuver manger manner manor manpower marker master
    mater matter median merger meridian metaphor meteor meter millimeter minor mirror misdemeanor mist moist
    money-spinner moniker monitor motivator motor mower multiplier murder muster nail-biter narrower neither never
    newsletter newspaper no-brainer non-starter nonstarter norman number numerator nutcracker obsidian odometer odor
    offer older omen opener order orwellian other otter ottoman ouster outer over oyster pacemaker page-turner panther
    paper parameter peer pepper percolator perimeter persist pewter pier platter playlist plunder pointer ponder
    poorer popper poster posterior powder power prayer precursor predictor prefer preorder pressure-cooker primer
    printer prior processor projector propeller proper pushover quarter quiver radiator rancor rather reactor reborder
    recover refer reflector refresher refrigerator regimen register remainder remember reminder render reorder
    reptilian resist respirator retainer richer rigor ringer river roller rollover roman rooster roster rotor router
    rubber ruler rumor safer sandpaper scanner schooner scooter sectarian sector semen semester senior sensor server
    sewer shelter shimmer shorter shortlist shoulder shower shredder shutter silver simian simpler simulator
    skyscraper slander slaughter sleeper slider slipper slower smaller sneaker sober softer somber sooner specimen
    specter sphincter spider spillover splinter spoiler squander stagger stamen stapler starter stator steamer sticker
    stopover stopper stroller stronger stupor stutter subsist sucker suffer summer super superhuman superior
    superpower supertanker supper surrender swagger sweater sweetener takeover talisman tamper tanker teaser
    teleprompter temper tender tensor terror theater thereafter thermometer thinner thriller thunder tiebreaker tier
    tiger tiller timber timer together totalitarian tougher tower tractor trailer transfer transistor trawler tremor
    trigger trimester trouser tumor tuner turnover twist ulcer under undercover upper utilitarian utopian utter vapor
    vector ventilator victorian vigor voice-over voucher wafer wager wait-list waitlist waiver wallpaper wander warmer
    watchlist water weaker weather weekender whatever whatsoever whenever wherever whether whisper whist whoever
    whopper wider willpower windbreaker winter wishlist woman wonder wrapper wrist yemen younger zinger zipper
    """
)
"""Words with such an ending that are no persons. Plurals are told by their singular."""


@lru_cache(maxsize=1 << 14)
def doer(word: str) -> Head | None:
    """What a lower-cased word says by its ending, or None. A singular, and a plural that may be a verb, needs a determiner."""
    if len(word) < _SHORTEST or not _LETTERS.match(word):
        return None
    if word.endswith(_ONE):
        return None if _is_none(word) else Head(word, "person", False, _gender(word), True)
    if not word.endswith(_MANY):
        return None
    one = word[:-1] if word.endswith("s") else word[:-2] + "an"
    strict = word.endswith(("ers", "ors")) and not _COMPOUND.search(word)
    return None if _is_none(one) or _is_none(word) else Head(one, "group", True, "", strict)


def _is_none(word: str) -> bool:
    return word in _NO_DOERS or word.rpartition("-")[2] in _NO_DOERS


def _gender(word: str) -> Gender:
    return "f" if word.endswith("woman") else "m" if word.endswith("man") else ""
