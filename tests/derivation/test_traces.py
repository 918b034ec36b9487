"""What a text's making leaves in it, and that nothing is said where nothing tells."""

import pytest

from tests.derivation.pile import OWN_EYES, WEAVERS, edges, pile, read
from tests.derivation.test_copies import OTHERS

LONG = """\
The weavers of Ostrava Bridge walked out on Monday after a loom crushed the hand of a girl of fifteen.

Foreman Josip Arn had told the owners in spring that the guard on number nine was missing, according to a letter that hangs in the canteen. "We tied a rope across and prayed, and nobody from the office came down," he said.

The owners, a family named Teleki, have run the mill since 1888. Baron Teleki is thought to be in Vienna, where he owns a theatre.

Arn wrote three letters in all. He showed the last of them to the Teleki family's lawyer, who said, "Bring me a stamp first, and then bring me a better story than this one."

By noon the yard was so full that the tram could not turn, and the driver sat on his step and played the mouth organ for the weavers.

The weavers of the lower mill will decide on Thursday. Their loom hall has no guards either, Arn said.
"""


def paragraphs(*chosen: int) -> str:
    held = LONG.strip().split("\n\n")
    return "\n\n".join(held[n] for n in chosen)


def only(child: str, parent: str) -> object:
    """The one edge between two undated texts in a pile with others, the child's id first in the order of ids."""
    found = read(*pile(a=child, b=parent, c=OWN_EYES, **{f"o{n}": text for n, text in enumerate(OTHERS)}))
    return edges(found).get(("a", "b"))


@pytest.mark.parametrize(
    ("child", "reason"),
    [
        (paragraphs(0, 1, 2), "nearly whole"),
        (paragraphs(4, 5, 3, 2, 1, 0), "before it says who that is"),
        (
            paragraphs(0, 1, 2, 3, 4, 5)
            .replace("prayed, and nobody from the office came down", "prayed")
            .replace(" first, and then bring me a better story than this one", "")
            + "\n\nBread was dear in the harbour. The comet can be seen before dawn, and the choir sang for a new organ.",
            "a part of a quotation",
        ),
        (
            paragraphs(0, 1, 2, 3, 4, 5)
            .replace("the yard was", "the of yard indeed was")
            .replace("the tram", "the of tram")
            .replace("the guard", "the with guard")
            .replace("a theatre", "a and theatre"),
            "has seams",
        ),
    ],
    ids=["cut", "reordered", "shorter quotation", "words changed"],
)
def test_the_making_of_an_undated_text_tells_who_took(child: str, reason: str) -> None:
    edge = only(child, LONG)
    assert edge is not None
    assert edge.direction_known
    assert any(reason in said for said in edge.reasons), edge.reasons
    assert edge.evidence


def test_equal_texts_tell_nothing() -> None:
    found = edges(read(*pile(a=WEAVERS, b=WEAVERS, c=OWN_EYES)))
    assert [edge.direction_known for edge in found.values()] == [False]


def test_two_excerpts_do_not_make_a_compilation_of_the_whole() -> None:
    found = edges(read(*pile(a=LONG, b=paragraphs(0, 1), c=paragraphs(3, 4), d=OWN_EYES)))
    assert set(found) == {("b", "a"), ("c", "a")}


def test_two_copies_of_one_report_are_its_children_and_not_each_others() -> None:
    first = LONG.replace("crushed", "maimed").replace("canteen", "dining hall").replace("lawyer", "advocate")
    second = LONG.replace("Monday", "Monday morning").replace("theatre", "playhouse").replace("bridge", "brook")
    dated = {"a": (LONG, "01"), "b": (first, "02"), "c": (second, "03")}
    found = edges(read(*pile(**{id: (text, {"published": f"2041-05-{day}"}) for id, (text, day) in dated.items()})))
    assert set(found) == {("b", "a"), ("c", "a")}


def test_a_part_word_for_word_is_an_excerpt_and_the_whole_a_copy() -> None:
    dates = [{"published": f"2041-05-0{n}"} for n in (1, 2, 3)]
    found = edges(read(*pile(a=(LONG, dates[0]), b=(LONG, dates[1]), c=(paragraphs(0, 2), dates[2]))))
    assert found["b", "a"].kind == "copy"
    assert {edge.kind for pair, edge in found.items() if pair[0] == "c"} == {"excerpt"}
