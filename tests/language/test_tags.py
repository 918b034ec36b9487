"""Parts of speech."""

from sayso.language.tags import share, tag
from sayso.language.tokens import normal, pieces


def tags(text: str) -> list[str]:
    return [t[0] for t in tag([(normal(text[a:b]), text[a:b]) for a, b in pieces(text, 0, len(text))])]


def test_plain_sentences() -> None:
    assert tags("The army shelled two villages .") == ["DET", "NOUN", "VERB", "NUM", "NOUN", "PUNCT"]
    assert tags("They want to report it to Velmar .") == [
        "PRON",
        "VERB",
        "PART",
        "VERB",
        "PRON",
        "ADP",
        "PROPN",
        "PUNCT",
    ]


def test_every_word_has_a_tag() -> None:
    assert all(tag([(w, w) for w in ("zzqx", "…", "Ωμέγα", "서울", "😀", "12")]))
    assert tag([]) == []


def test_share_of_proper_nouns() -> None:
    assert share("table") < 0.2
    assert share("zzqxv") == 1.0
