"""The whole analysis: offsets lead back to the words, whatever the text."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.language import analyse
from sayso.model import Span
from tests.build import report

WORDS = st.sampled_from(
    [
        "the", "The", "ministry", "said", "Vera", "Holt", ",", ".", '"', "“", "”", "'", "‘", "’s", "of", "officials", "U.S.", "(", ")", "Norland",
        "and", "one", "minister", "Minister", "\n", "\n\n", "3,000", "—", "«", "»", "...", "😀", "Dr.", "al-Orr", "van", "a", "report", "서울", "who",
    ]
)  # fmt: skip


def check(text: str) -> None:
    """Every range lies in the body, in order; sentences hold whole tokens; mentions overlap only where allowed."""
    given_report = report(text or " ")
    analysis = analyse(given_report)
    end = len(given_report.text)
    for group in (analysis.paragraphs, [t.span for t in analysis.tokens], [s.span for s in analysis.sentences]):
        assert all(0 <= s.start < s.end <= end for s in group)
        assert all(a.end <= b.start for a, b in pairwise(group))
    for sentence in analysis.sentences:
        held = analysis.tokens[sentence.first : sentence.last]
        assert (held[0].span.start, held[-1].span.end) == (sentence.span.start, sentence.span.end)
        assert analysis.paragraphs[sentence.paragraph].contains(sentence.span)
    assert all(t.tags and t.norm for t in analysis.tokens)
    for quote in analysis.quotes:
        assert quote.outer.contains(quote.span)
        assert any(p.contains(quote.outer) for p in analysis.paragraphs)
    spans = [m.span for m in analysis.mentions if m.kind not in ("place", "nationality")]
    assert all(a.end <= b.start for a, b in pairwise(spans))
    for mention in analysis.mentions:
        assert mention.span.contains(mention.head)
        assert any(s.span.contains(mention.span) for s in analysis.sentences)
        assert mention.name


@given(st.text(max_size=300))
@settings(max_examples=150, deadline=None)
def test_any_text(text: str) -> None:
    check(text)


@given(st.lists(WORDS, max_size=60))
@settings(max_examples=250, deadline=None)
def test_any_words(words: list[str]) -> None:
    check(" ".join(words))


def test_one_endless_sentence() -> None:
    check("The minister and the official of the bank said that " * 500)


def test_right_to_left_and_marks() -> None:
    check("قال المتحدث اليوم. Vera\u00adHolt said: ‘שלום’. e\u0301clair 👩‍👩‍👧 ok.")


def test_the_same_twice() -> None:
    text = "Norlandish officials told the Clarion that Vera Holt, the minister, had left Norland on Friday."
    assert analyse(report(text)) == analyse(report(text))


def test_only_the_body_is_analysed() -> None:
    text = "Vera Holt\n\nTom Dean spoke."
    analysis = analyse(report(text, body=Span(11, len(text))))
    assert [m.name for m in analysis.mentions] == ["Tom Dean"]
