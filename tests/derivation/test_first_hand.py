"""Access of a report's own."""

from __future__ import annotations

import pytest

from sayso.derivation import first_hand
from tests.build import report


@pytest.mark.parametrize(
    "text",
    [
        "Ada Roe told the Hill Star that the wall had moved.",
        "This reporter stood on the wall.",
        "HOST: Good morning.\nADA ROE: Good morning.\nHOST: What of the wall?\n",
    ],
)
def test_who_was_told_or_stood_there_or_prints_a_conversation_has_access(text: str) -> None:
    assert first_hand(report(text, outlet="Hill Star"), text)


def test_who_only_repeats_has_none() -> None:
    text = "Ada Roe told the Vale Echo that the wall had moved."
    assert not first_hand(report(text, outlet="Hill Star"), text)
