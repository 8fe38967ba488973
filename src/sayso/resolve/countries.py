"""Countries: which names are states that have a government, and the adjectives by which their governments are called."""

from sayso.resolve.listed import word_set
from sayso.resolve.titles import COMPOUND_PLACES, PLACES

_NO_STATES = word_set(
    """
    england scotland wales europe asia africa america london paris berlin moscow beijing washington brussels tehran kyiv
    kiev jerusalem texas california florida
    """
)
_NO_STATES_OF_TWO = frozenset(
    [("hong", "kong"), ("new", "york"), ("new", "jersey"), ("new", "mexico"), ("rhode", "island"), ("north", "carolina"),
     ("south", "carolina"), ("west", "virginia")]
)  # fmt: skip

_PAIRS = """
afghan:afghanistan albanian:albania algerian:algeria argentine:argentina argentinian:argentina armenian:armenia
australian:australia austrian:austria azerbaijani:azerbaijan bahraini:bahrain bangladeshi:bangladesh belarusian:belarus
belgian:belgium bolivian:bolivia bosnian:bosnia brazilian:brazil bulgarian:bulgaria burmese:myanmar cambodian:cambodia
cameroonian:cameroon canadian:canada chilean:chile chinese:china colombian:colombia congolese:congo croatian:croatia
cuban:cuba cypriot:cyprus danish:denmark dutch:netherlands ecuadorian:ecuador egyptian:egypt eritrean:eritrea
estonian:estonia ethiopian:ethiopia filipino:philippines philippine:philippines finnish:finland french:france
georgian:georgia german:germany ghanaian:ghana greek:greece haitian:haiti honduran:honduras hungarian:hungary
icelandic:iceland indian:india indonesian:indonesia iranian:iran iraqi:iraq irish:ireland israeli:israel italian:italy
jamaican:jamaica japanese:japan jordanian:jordan kazakh:kazakhstan kenyan:kenya kosovan:kosovo kuwaiti:kuwait
latvian:latvia lebanese:lebanon liberian:liberia libyan:libya lithuanian:lithuania macedonian:macedonia
malaysian:malaysia maltese:malta mexican:mexico moldovan:moldova mongolian:mongolia moroccan:morocco nepalese:nepal
nigerian:nigeria norwegian:norway omani:oman pakistani:pakistan palestinian:palestine peruvian:peru polish:poland
portuguese:portugal qatari:qatar romanian:romania russian:russia rwandan:rwanda saudi:saudi-arabia senegalese:senegal
serbian:serbia singaporean:singapore slovak:slovakia slovenian:slovenia somali:somalia spanish:spain sudanese:sudan
swedish:sweden swiss:switzerland syrian:syria taiwanese:taiwan tajik:tajikistan tanzanian:tanzania thai:thailand
tunisian:tunisia turkish:turkey ugandan:uganda ukrainian:ukraine uruguayan:uruguay uzbek:uzbekistan
venezuelan:venezuela vietnamese:vietnam yemeni:yemen zambian:zambia zimbabwean:zimbabwe british:uk american:us
"""
DEMONYMS: dict[str, str] = {
    adjective: country for adjective, _, country in (each.partition(":") for each in _PAIRS.split())
}
"""The country of an adjective; one of two words is joined by a hyphen."""

STATES_IN_SHORT: dict[tuple[str, ...], tuple[tuple[str, ...], ...]] = {
    ("saudi", "arabia"): (("saudi-arabia",),),
    ("united", "kingdom"): (("uk",),),
    ("united", "states"): (("us",),),
    ("u.k",): (("uk",),),
    ("u.s",): (("us",),),
    ("uk",): (("united", "kingdom"),),
    ("us",): (("united", "states"),),
}
"""Other names under which a state is remembered."""


def is_state(words: tuple[str, ...]) -> bool:
    """Whether lower-cased words name a country that has a government of its own."""
    if len(words) == 1:
        return words[0] in PLACES and words[0] not in _NO_STATES
    return words in COMPOUND_PLACES and words not in _NO_STATES_OF_TWO
