from __future__ import annotations

import pytest

from tests.claims.said import claims


@pytest.mark.parametrize(
    "text",
    [
        "The union had asked for new pumps in January.",
        "The rebels demand the release of nine sailors.",
        "Bravenwick exports salt.",
        "The mayor ordered the guard to leave the gate.",
    ],
)
def test_that_somebody_asked_or_ordered_is_a_statement(text: str) -> None:
    assert [claim.kind for claim in claims(text)] == ["statement"]


@pytest.mark.parametrize(
    "text",
    [
        "Send blankets to the school.",
        "Long live the harbour!",
        "The guard was brave.",
        "Let one leave the experts to count the holes.",
    ],
)
def test_calls_wishes_and_praise_are_opinion(text: str) -> None:
    assert [claim.kind for claim in claims(text)] == ["opinion"]


@pytest.mark.parametrize(
    "text",
    ["Share if you are angry.", "The full text can be read on our site.", "For enquiries please contact Anna Velt."],
)
def test_lines_of_service_claim_nothing(text: str) -> None:
    assert claims(text) == ()
