import gc

from sayso.derivation.remembered import remembered
from sayso.derivation.words import Text
from tests.build import report
from tests.derivation.pile import analysed


def test_a_function_is_called_once_for_each_text_and_argument():
    asked = []

    @remembered
    def length(text: Text, more: int) -> int:
        asked.append((text.number, more))
        return len(text.words) + more

    one, two = analysed(report("The loom stopped.", "r1"), 0), analysed(report("The loom stopped.", "r1"), 1)
    assert [length(one, 1), length(one, 1), length(one, 2), length(two, 1)] == [4, 4, 5, 4]
    assert asked == [(0, 1), (0, 2), (1, 1)]


def test_what_was_found_goes_with_the_text():
    @remembered
    def number(text: Text) -> list[int]:
        return [text.number]

    number(analysed(report("The loom stopped.", "r1"), 0))
    gc.collect()
    (held,) = (cell.cell_contents for cell in number.__closure__ if hasattr(cell.cell_contents, "keyrefs"))
    assert len(held) == 0
