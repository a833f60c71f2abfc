"""A text comes in, the language it is in goes out, told by the shares of its commonest words.

An honest small method: it knows a dozen languages and otherwise only says that a text is not English.
"""

from __future__ import annotations

import re
import unicodedata

NAMES = {
    "en": "English", "de": "German", "fr": "French", "es": "Spanish", "it": "Italian", "pt": "Portuguese",
    "nl": "Dutch", "sv": "Swedish", "da": "Danish", "pl": "Polish", "cs": "Czech", "ro": "Romanian",
    "tr": "Turkish", "id": "Indonesian", "ru": "Russian", "uk": "Ukrainian", "el": "Greek", "ar": "Arabic",
    "zh": "Chinese", "ja": "Japanese", "ko": "Korean",
}  # fmt: skip
"""Names of languages by their ISO 639-1 codes, for messages."""

COMMON_WORDS = {
    "en": "the of and to in that is was for with as on by it from at be this have has are were not an which but he "
          "they said will their his its who or been would had more about after than we you",
    "de": "der die das und ist von zu den mit nicht ein eine dem sich auf für des auch als wird sind hat bei nach",
    "fr": "le la les des et du une que est dans pour qui sur pas au par plus avec il ce sont aux mais cette elle leur",
    "es": "el la los las de que y en del se por una con para su al es lo como más pero sus le este ha fue",
    "it": "il di che e la per un una non sono del della dei delle con da si anche nel alla più come è ha gli",
    "pt": "o que e do da em um para com não uma os no se na por mais as dos como mas ao das foi ele é",
    "nl": "de het een van en dat niet te zijn voor met op aan er maar om ook als bij door wordt naar heeft deze",
    "sv": "och att det som en på är av för med den till inte har om ett han men var sig från så de",
    "da": "og at det som en på er af for med den til ikke har om et han men var sig fra så de",
    "pl": "i w na z się nie do że jest o to jak od po za co przez dla ale które są był",
    "cs": "a v na se je že s z do o to jako za pro ale by k od po který jsou",
    "ro": "și în de la a cu că pe nu din o este un care pentru mai să sunt au fost",
    "tr": "ve bir bu için ile de da çok olarak daha olan gibi kadar sonra ancak değil ise var",
    "id": "yang dan di itu dengan untuk tidak ini dari dalam akan pada juga ke karena ada oleh mereka",
}  # fmt: skip
"""The commonest words of each language that is written in Latin letters."""

_WORD_SETS = {code: frozenset(words.split()) for code, words in COMMON_WORDS.items()}

ENGLISH_SHARE = 0.12
"""Running English is two fifths such words, dense headlines a fifth; below this share it is something else."""
CLEAR_LEAD = 1.2
"""How much more of its common words another language must show before the text counts as that language."""
ENOUGH_WORDS = 20
"""In fewer words the shares say little: then only another language's clear lead counts."""
SCRIPT_SHARE = 0.5
SAMPLE = 20_000
"""Characters looked at."""


def foreign_language(text: str) -> str | None:
    """Name of the language that `text` is in, "another language" where it cannot be told, None where it is English."""
    sample = text[:SAMPLE]
    letters = [character for character in sample if character.isalpha()]
    if sum(_latin(character) for character in letters) < SCRIPT_SHARE * len(letters):
        return "a language that is not written in Latin letters"
    words = re.findall(r"[^\W\d_]+", sample.lower())
    if not words:
        return "no language that can be told"
    shares = {code: sum(word in common for word in words) / len(words) for code, common in _WORD_SETS.items()}
    best = max(shares, key=lambda code: (shares[code], code == "en"))
    if best != "en" and shares[best] > CLEAR_LEAD * shares["en"] and shares[best] > ENGLISH_SHARE:
        return NAMES[best]
    if len(words) >= ENOUGH_WORDS and shares["en"] < ENGLISH_SHARE:
        return "another language, or no running text"
    return None


def _latin(character: str) -> bool:
    return character.isascii() or unicodedata.name(character, "").startswith("LATIN")
