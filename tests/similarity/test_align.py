import itertools

from hypothesis import given
from hypothesis import strategies as st

from sayso.similarity import stretches

ONE = [
    "the",
    "night",
    "watchman",
    "at",
    "the",
    "mill",
    "had",
    "heard",
    "two",
    "shots",
    "before",
    "the",
    "lamps",
    "went",
    "out",
    "along",
    "the",
    "canal",
]


def test_equal_texts_are_one_stretch():
    (only,) = stretches(ONE, ONE)
    assert (only.a_start, only.a_end, only.matched, only.similarity) == (0, len(ONE), len(ONE), 1.0)


def test_substitutions_and_small_gaps_do_not_break_a_stretch():
    other = [
        "the",
        "night",
        "watchman",
        "at",
        "the",
        "mill",
        "said",
        "he",
        "had",
        "heard",
        "two",
        "loud",
        "shots",
        "before",
        "the",
        "lamps",
        "went",
        "dark",
        "along",
        "the",
        "canal",
    ]
    (only,) = stretches(ONE, other)
    assert only.matched == len(ONE) - 1 and (only.b_start, only.b_end) == (0, len(other))


def test_moved_passages_are_found_each():
    first, second = ONE[:9], ONE[9:]
    found = stretches(
        ONE, [*second, "meanwhile", "nothing", "else", "happened", "there", "at", "all", "tonight", *first]
    )
    assert [(s.a_start, s.a_end) for s in found] == [(0, 9), (9, 18)]


def test_short_echoes_are_left_out():
    assert stretches(ONE, ["nobody", "at", "the", "mill", "saw", "anything", "along", "the", "canal"]) == []


WORDS = st.lists(st.sampled_from(["a", "b", "c", "d", "e"]), max_size=30)


@given(WORDS, WORDS)
def test_stretches_lie_inside_and_do_not_overlap(a, b):
    found = stretches(a, b)
    for s in found:
        assert 0 <= s.a_start < s.a_end <= len(a) and 0 <= s.b_start < s.b_end <= len(b)
        assert 5 <= s.matched <= min(s.a_end - s.a_start, s.b_end - s.b_start)
    for one, two in itertools.pairwise(found):
        assert one.a_end <= two.a_start
    by_b = sorted(found, key=lambda s: s.b_start)
    assert all(one.b_end <= two.b_start for one, two in itertools.pairwise(by_b))


@given(WORDS, WORDS)
def test_it_is_all_one_which_text_is_given_first(a, b):
    assert stretches(a, b) == sorted(s.turned() for s in stretches(b, a))


@given(WORDS)
def test_a_text_shares_no_more_with_another_than_with_itself(a):
    whole = sum(s.matched for s in stretches(a, a))
    assert all(sum(s.matched for s in stretches(a, other)) <= len(a) for other in (a[::-1], a[3:] + a[:3]))
    assert whole <= len(a)


def test_what_stands_more_than_twenty_times_is_no_seed():
    assert stretches(["loom", "rope", "lamp", "mill", "canal"] * 21, ["loom", "rope", "lamp", "mill", "canal"]) == []
