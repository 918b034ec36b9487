from hypothesis import given
from hypothesis import strategies as st

from sayso.derivation.words import Pile
from sayso.language import analyse
from sayso.model import Span
from sayso.similarity import stem
from tests.build import report
from tests.derivation.pile import OWN_EYES, WEAVERS, analysed

WHOLE = analysed(report(WEAVERS, "r1"), 0)


@given(st.integers(0, len(WEAVERS) - 1), st.integers(1, 200))
def test_the_sentences_over_a_span_are_those_that_overlap_it(start, length):
    span = Span(start, min(len(WEAVERS), start + length))
    sentences = WHOLE.analysis.sentences
    assert list(WHOLE.sentences_over(span)) == [n for n, s in enumerate(sentences) if s.span.overlaps(span)]


def test_keys_are_the_stems_of_the_words():
    assert WHOLE.keys == tuple(map(stem, WHOLE.words)) and WHOLE.stems == frozenset(WHOLE.keys)
    for number, words in enumerate(WHOLE.sentence_words):
        assert WHOLE.sentence_keys(number) == tuple(WHOLE.keys[at] for at in words)


def test_a_pile_knows_its_reports_by_outlet_and_labels_them_apart():
    given = [
        report(WEAVERS, "r1", outlet="The Bridge Herald", published="2041-05-05"),
        report(OWN_EYES, "r2", outlet="Lom Record"),
        report(OWN_EYES + "\n", "r3", outlet="The Bridge Herald"),
        report(WEAVERS + "\n", "r4"),
    ]
    pile = Pile.of(given, [analyse(one) for one in given], [()] * 4)
    assert {outlet: [t.number for t in texts] for outlet, texts in pile.by_outlet.items()} == {
        "bridge herald": [0, 2],
        "lom record": [1],
    }
    assert [pile.label(text) for text in pile.texts] == [
        "The Bridge Herald (2041-05-05)",
        "Lom Record",
        "The Bridge Herald (r3)",
        "r4",
    ]
    assert pile.likeness(0, 0) > 0.999 and 0 <= pile.likeness(0, 1) < 1
    vector = pile.sentence_vector(0, 0)
    assert abs(sum(weight * weight for weight in vector.values()) - 1) < 1e-9
