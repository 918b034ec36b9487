"""English told from other languages."""

import pytest

from sayso.reading.english import language_of

TEXTS = {
    "fr": "Le grenier de la ville a brûlé dans la nuit de jeudi, selon les pompiers. Personne n'a été blessé, mais la récolte est perdue.",
    "de": "Der Speicher der Stadt ist in der Nacht zum Donnerstag abgebrannt, wie die Feuerwehr mitteilte. Verletzt wurde niemand.",
    "es": "El granero de la ciudad ardió en la noche del jueves, según los bomberos. No hubo heridos, pero la cosecha se ha perdido.",
    "it": "Il granaio della città è bruciato nella notte di giovedì, secondo i pompieri. Non ci sono feriti ma il raccolto è perso.",
    "nl": "De graanschuur van de stad is in de nacht van donderdag afgebrand, volgens de brandweer. Er zijn geen gewonden.",
    "pl": "Spichlerz w mieście spłonął w nocy na czwartek, jak podała straż. Nikt nie jest ranny, ale plony są stracone przez pożar.",
    "ru": "Городское зернохранилище сгорело в ночь на четверг, сообщили пожарные.",
    "zh": "消防部门表示，该市的粮仓在周四夜间被烧毁。",
}


@pytest.mark.parametrize("language", sorted(TEXTS))
def test_another_language_is_recognised(language: str) -> None:
    assert language_of(TEXTS[language]) == language


@pytest.mark.parametrize(
    "text",
    [
        "The state granary burned down on Thursday night, the fire chief said.",
        "Granary burns",
        "Minister resigns over fire",
        "Police in Quillmark arrested two men.",
        "At the Institut für Getreide in Böblingen, Dr Jürgen Müller of the Gesellschaft für Brandschutz said that it was an accident.",
        "“Зернохранилище сгорело,” wrote the ministry (Министерство снабжения) on its page, and nobody knew what it meant by that.",
        "BRELT: Is it out? HARROW: It is. BRELT: Who did it? HARROW: I do not know.",
    ],
)
def test_english_is_english(text: str) -> None:
    assert language_of(text) == "en"


def test_marks_alone_are_no_language() -> None:
    assert language_of("... 12 --") == "und"
