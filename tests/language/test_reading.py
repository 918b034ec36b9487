"""One reading of a report by the real encoder: the same whatever runs beside it, and offsets that hold on whatever a text may hold."""

from __future__ import annotations

import resource
import sys

import pytest

from sayso.config import THREADS
from sayso.language import analyse
from sayso.model import Analysis
from tests.build import report

TEXT = (
    "The harbour office said on Tuesday that the pier had been closed for a week. “Nobody was told,” said Ana Porto, who runs a ferry.\n\n"
    "Officials believe the pier will open in May, according to the Tarn Courier. A spokesman declined to comment.\n\n"
)
ODD = {
    "emoji": "The mayor 😀 said the pier 🚢🔥 was shut. 👩‍👩‍👧 agreed.",
    "soft hyphens": "The min\u00adis\u00adter said the bridge was closed.",
    "right to left": "محمد العلي said the road was open, and דוד כהן denied it.",
    "combining": "Z\u0351\u036b\u0343a\u0308lgo said that cafe\u0301s were shut. C\u0327a va, he said.",
    "only marks": "… — “” ‘’ !!! ??? …",
    "one letter": "A",
    "long word": "He wrote " + "a" * 5000 + " and left.",
    "controls": "The mayor\u200b said\u2060 it\ufeff was shut.",
}


def whole(analysis: Analysis, text: str) -> None:
    """Every span holds, every token has its place in a sentence and a head within it."""
    assert all(0 <= t.span.start < t.span.end <= len(text) for t in analysis.tokens)
    for sentence in analysis.sentences:
        own = range(sentence.first, sentence.last)
        assert all(analysis.tokens[i].head in own for i in own)
        assert sum(analysis.tokens[i].head == i for i in own) == 1
    for speech in analysis.speeches:
        assert all(0 <= a < b <= len(analysis.tokens) for a, b in (speech.cue, *speech.source, *speech.content))


def test_threads_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    made = report(TEXT * 12)
    monkeypatch.setenv(THREADS, "1")
    alone = analyse(made)
    monkeypatch.setenv(THREADS, "4")
    assert analyse(made) == alone


def test_other_reports_change_nothing() -> None:
    made = report(TEXT)
    before = analyse(made)
    for number in range(20):
        analyse(report(TEXT[number * 7 :] * (1 + number % 3), id=f"other{number}"))
    assert analyse(made) == before


@pytest.mark.parametrize("text", ODD.values(), ids=ODD)
def test_odd_characters_keep_their_offsets(text: str) -> None:
    whole(analyse(report(text)), text)


def test_a_sentence_of_five_thousand_words_is_cut_and_read() -> None:
    text = "He said that " + "the pier was shut and " * 1000 + "that was that."
    found = analyse(report(text))
    whole(found, text)
    assert len(found.sentences) > 1


def test_twenty_thousand_words_need_little_memory() -> None:
    text = TEXT * 400
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    found = analyse(report(text))
    unit = 1 << 20 if sys.platform == "darwin" else 1 << 10
    assert len(found.tokens) > 20_000
    assert (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / unit < 600
    whole(found, text)


def test_an_attribution_is_heard_whole() -> None:
    found = analyse(report(TEXT))
    said = next(s for s in found.speeches if found.tokens[s.cue[0]].norm == "said")
    words = [" ".join(found.tokens[i].norm for i in range(a, b)) for a, b in (*said.source, *said.content)]
    assert said.likely > 0.9
    assert words[0] == "the harbour office"
    assert words[-1].endswith("the pier had been closed for a week")


def test_tags_and_trees_of_a_plain_sentence() -> None:
    found = analyse(report("The army shelled two villages."))
    assert [t.tags[0] for t in found.tokens] == ["DET", "NOUN", "VERB", "NUM", "NOUN", "PUNCT"]
    assert [(t.head, t.relation) for t in found.tokens[:3]] == [(1, "det"), (2, "nsubj"), (2, "root")]
