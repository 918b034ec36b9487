import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from sayso.similarity.numbered import Numbered

PILE = st.lists(st.lists(st.text(alphabet="abé", min_size=1, max_size=2), max_size=8), max_size=5)


@given(PILE)
def test_the_numbers_lead_back_to_the_words(pile):
    held = Numbered.of(pile)
    assert [[held.lexicon[w] for w in held.words[held.document(d)]] for d in range(len(pile))] == pile
    assert list(held.lexicon) == sorted(held.lexicon)


@given(PILE, st.integers(1, 4))
def test_equal_runs_have_equal_hashes_and_runs_do_not_cross_documents(pile, n):
    held = Numbered.of(pile)
    hashes, whole = held.grams(n), held.whole(n)
    seen = {}
    for d, document in enumerate(pile):
        start = held.document(d).start
        assert np.flatnonzero(whole[held.document(d)]).tolist() == list(range(max(0, len(document) - n + 1)))
        for at in range(len(document) - n + 1):
            seen.setdefault(tuple(document[at : at + n]), set()).add(int(hashes[start + at]))
    assert all(len(values) == 1 for values in seen.values())
    assert len({min(values) for values in seen.values()}) == len(seen)
