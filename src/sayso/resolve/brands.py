"""Organisations known by one word, which else would be taken for somebody’s last name when they speak."""

import re

from sayso.resolve.listed import word_set

BRANDS = word_set(
    """
    facebook google alphabet amazon apple microsoft twitter youtube instagram whatsapp tiktok snapchat uber lyft airbnb netflix spotify
    tesla spacex boeing airbus lockheed raytheon northrop embraer bombardier rolls-royce siemens bosch philips nokia ericsson huawei zte
    samsung lg sony panasonic toshiba hitachi nintendo sega toyota honda nissan mazda subaru mitsubishi hyundai kia volkswagen audi bmw
    daimler porsche renault peugeot citroen citroën fiat ferrari chrysler ford chevrolet volvo saab scania ikea walmart target costco
    tesco sainsbury asda aldi lidl carrefour primark zara adidas nike puma reebok gucci chanel unilever nestle nestlé danone heineken
    carlsberg guinness bacardi starbucks mcdonald's pepsi pepsico coca-cola kraft kellogg monsanto bayer pfizer moderna astrazeneca novartis
    roche sanofi merck abbvie glaxosmithkline exxon exxonmobil chevron shell bp totalenergies equinor statoil gazprom rosneft lukoil aramco
    petrobras pemex sinopec petrochina eni repsol enel edf eon rwe vattenfall lufthansa ryanair easyjet qantas emirates delta united
    jetblue finnair icelandair aeroflot avianca klm alitalia greyhound amtrak fedex ups dhl maersk cargill glencore vale bhp rio
    barclays hsbc lloyds santander citigroup citibank jpmorgan visa mastercard paypal ebay alibaba tencent baidu xiaomi lenovo weibo wechat
    intel amd nvidia ibm oracle cisco dell hp adobe salesforce sap mozilla wikipedia wikimedia wikileaks anonymous reddit yahoo aol verizon
    vodafone telefonica telefónica orange comcast disney pixar warner paramount dreamworks marvel lego mattel hasbro fifa uefa interpol
    europol frontex greenpeace oxfam unicef unesco amnesty gallup ipsos yougov quinnipiac rasmussen nielsen datafolha ibope survation
    hamas hezbollah fatah likud taliban isis isil daesh al-qaeda al-shabaab boko houthi houthis eta farc plo swapo zanu fretilin
    solidarity syriza podemos fidesz vox chega kadima ennahda congress labour unionists mosanto blackwater halliburton accenture deloitte
    kpmg pwc mckinsey moody's fitch nasdaq opel skoda škoda seat vauxhall bentley jaguar harley-davidson caterpillar
    """
)
_SHAPED = re.compile(
    r"[a-z]+[A-Z]|^(?!Mc|Mac|De|Di|La|Le|Van|Von|O['’]|D['’]|Fitz)[A-Z][a-zé]+[A-Z]|\.(?:com|org|net|io|tv)$|\d|&"
)
"""Capitals inside a word, the ending of an address, figures."""
_ADDRESS = re.compile(r"\.(?:com|org|net|io|tv|co|ru|de|fr)\b")
_ENDING = re.compile(
    r"(?:soft|corp|tech|bank|media|press|news|gas|oil|tel|com|net|air|bus|works|watch|leaks|pharma|motors|group|labs?|ware|chem|tron)$"
)


def is_brand(word: str, after: str = "") -> bool:
    """Whether a name of one word, as it is written, is an organisation's by its shape, its ending or because it is known.

    ``after`` are the characters that follow it ("Znak.com").
    """
    if _ADDRESS.match(after):
        return True
    lower = word.lower().replace("’", "'")
    return lower in BRANDS or _SHAPED.search(word) is not None or (len(lower) > 6 and _ENDING.search(lower) is not None)
