"""The language of a text, how it is known, and what it is called.

A code is the first subtag of a BCP 47 tag, in lower case. Sayso reads English: any other code is called foreign, and a
text whose language is unknown is not.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, get_args

Basis = Literal["detected", "given"]
BASES: tuple[str, ...] = get_args(Basis)

ENGLISH = "en"

_NAMES = """
aa Afar, ab Abkhazian, ace Acehnese, ae Avestan, af Afrikaans, ak Akan, am Amharic, an Aragonese, ar Arabic, ary Moroccan Arabic,
arz Egyptian Arabic, as Assamese, ast Asturian, av Avaric, ay Aymara, az Azerbaijani, ba Bashkir, bcl Bikol, be Belarusian,
bg Bulgarian, bi Bislama, bm Bambara, bn Bengali, bo Tibetan, br Breton, bs Bosnian, ca Catalan, ce Chechen, ceb Cebuano,
ch Chamorro, ckb Central Kurdish, co Corsican, crh Crimean Tatar, cs Czech, cv Chuvash, cy Welsh, da Danish, de German, dv Divehi,
dz Dzongkha, ee Ewe, el Greek, en English, eo Esperanto, es Spanish, et Estonian, eu Basque, ext Extremaduran, fa Persian, ff Fulah,
fi Finnish, fil Filipino, fj Fijian, fo Faroese, fr French, fuv Nigerian Fulfulde, fy Frisian, ga Irish, gcf Guadeloupean Creole,
gcr Guianese Creole, gd Scottish Gaelic, gl Galician, gn Guarani, gom Konkani, grc Ancient Greek, gsw Swiss German, gu Gujarati,
gug Guarani, guw Gun, gv Manx, ha Hausa, haw Hawaiian, hbo Ancient Hebrew, he Hebrew, hi Hindi, hr Croatian, ht Haitian Creole,
hu Hungarian, hy Armenian, ia Interlingua, id Indonesian, ig Igbo, is Icelandic, it Italian, ja Japanese, jv Javanese, ka Georgian,
kab Kabyle, kg Kongo, ki Kikuyu, kik Kikuyu, kk Kazakh, kl Greenlandic, km Khmer, kn Kannada, ko Korean, ks Kashmiri, ku Kurdish,
kw Cornish, ky Kyrgyz, la Latin, lb Luxembourgish, lg Ganda, lij Ligurian, ln Lingala, lo Lao, lt Lithuanian, ltg Latgalian,
lv Latvian, mg Malagasy, mi Maori, mk Macedonian, ml Malayalam, mn Mongolian, mr Marathi, ms Malay, mt Maltese, my Burmese,
nb Norwegian Bokmål, nd North Ndebele, ne Nepali, nl Dutch, nn Norwegian Nynorsk, no Norwegian, nr South Ndebele, nso Northern Sotho,
ny Chichewa, oc Occitan, om Oromo, or Odia, os Ossetian, pa Punjabi, pcm Nigerian Pidgin, pl Polish, ps Pashto, pt Portuguese,
qu Quechua, rm Romansh, rn Rundi, ro Romanian, ru Russian, rw Kinyarwanda, sa Sanskrit, sc Sardinian, sd Sindhi,
sdh Southern Kurdish, se Northern Sami, sg Sango, si Sinhala, sk Slovak, sl Slovenian, sm Samoan, sn Shona, so Somali, sq Albanian,
sr Serbian, ss Swati, st Southern Sotho, su Sundanese, sv Swedish, sw Swahili, ta Tamil, te Telugu, tg Tajik, th Thai, ti Tigrinya,
tk Turkmen, tl Tagalog, tn Tswana, to Tongan, tr Turkish, ts Tsonga, tt Tatar, ty Tahitian, ug Uyghur, uk Ukrainian, ur Urdu,
uz Uzbek, uzs Southern Uzbek, ve Venda, vec Venetian, vi Vietnamese, vo Volapük, wa Walloon, wo Wolof, wuu Wu Chinese, xh Xhosa,
yi Yiddish, yo Yoruba, yue Cantonese, za Zhuang, zh Chinese, zu Zulu
"""
"""Languages a tag is believed about. Not here: codes that are mostly written for "not available", such as na and nan."""

_ALIASES = {"eng": ENGLISH}


@dataclass(frozen=True, slots=True)
class Language:
    """The code of a text's language, None where it is unknown, and its basis.

    ``detected``: the text itself was asked; ``given``: whoever gave the text said so, and was believed.
    """

    code: str | None = None
    basis: Basis = "detected"

    @property
    def foreign(self) -> bool:
        """Whether the language is known and is not English."""
        return self.code not in (None, ENGLISH)

    @property
    def name(self) -> str:
        """The English name, else the code, else "unknown"."""
        return _names().get(self.code or "", self.code or "unknown")


UNKNOWN = Language()


def code_of(tag: str | None) -> str | None:
    """The code of a BCP 47 tag such as ``de`` or ``de-DE``, also with underscores; None if it names no known language."""
    first = (tag or "").strip().lower().replace("_", "-").split("-")[0]
    code = _ALIASES.get(first, first)
    return code if code in _names() else None


def refusal(language: Language, remedy: str) -> str:
    """Why a text in ``language`` is not read; ``remedy`` is what makes Sayso read it."""
    source = " by its metadata" if language.basis == "given" else ""
    return f"the text is {language.name} ({language.code}){source}, Sayso reads English; {remedy} reads it all the same"


@lru_cache(maxsize=1)
def _names() -> dict[str, str]:
    """Names by code."""
    return {code: name for code, _, name in (each.strip().partition(" ") for each in _NAMES.split(","))}
