"""Which texts pass for English, and what the others are called."""

import pytest

from briefwright.articles.languages import foreign_language

ENGLISH = [
    "Harbour closed after tanker spill near Aven",
    "The port of Aven was closed on Monday, and the mayor, Señor Ángel de la Cruz y Ortiz, said nobody was hurt.",
    "“Nous ne paierons pas,” the minister said in French, and then in English: “We will not pay for it.”",
    "GDP up 3.1%, jobs +140,000, Brent $84: markets calm as Aven port reopens",
]
FOREIGN = {
    "German": "Der Hafen ist am Montag geschlossen worden, und die Polizei sagt, dass niemand verletzt ist.",
    "French": "Le port a été fermé lundi après une fuite dans la baie, et la police dit que personne n'est blessé.",
    "Spanish": "El puerto se cerró el lunes por un vertido en la bahía y las autoridades dicen que no hay heridos.",
    "Italian": "Il porto è stato chiuso lunedì per una perdita nella baia e le autorità dicono che non ci sono feriti.",
    "Portuguese": "O porto foi fechado na segunda-feira e a polícia diz que não há feridos, mas o dano é grande.",
    "Dutch": "De haven is maandag gesloten en volgens het bestuur van de stad is er niemand gewond bij het lek.",
    "Swedish": "Hamnen är stängd och polisen säger att det inte finns någon som har skadats i olyckan på fartyget.",
    "Polish": "Port jest zamknięty od poniedziałku, a władze mówią, że nie ma rannych i że to się nie powtórzy.",
}


@pytest.mark.parametrize("text", ENGLISH)
def test_english(text):
    assert foreign_language(text) is None


@pytest.mark.parametrize("language", FOREIGN)
def test_other_languages_are_named(language):
    assert foreign_language(FOREIGN[language]) == language


@pytest.mark.parametrize(
    "text", ["港口周一因油轮泄漏而关闭，市长说没有人受伤。", "أغلق الميناء يوم الاثنين بعد تسرب من ناقلة"]
)
def test_other_scripts_are_told(text):
    assert "Latin letters" in foreign_language(text)


def test_figures_alone_are_no_language():
    assert foreign_language("12 345 678 90 " * 20) == "no language that can be told"
