"""Polarity and certainty of gold occurrences, on a case of our own; factuality and the encoder's clock without an encoder."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from benchmarks.quality import factuality, sides
from benchmarks.speed import encoder

from sayso.language.encoder.features import GAPS

TEXT = "Outlet: The Brack Post\n\nThe mayor said the mill burns. Guards deny\nit. The ferry may be gone."


def span(words: str) -> dict[str, Any]:
    start = TEXT.index(words)
    return {"report": "x", "start": start, "end": start + len(words)}


@pytest.fixture
def case(tmp_path: Path) -> Path:
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "r1.txt").write_text(TEXT)
    occurrences = [
        {"report": "r1", "quote": quote, "polarity": polarity, "certainty": certainty}
        for quote, polarity, certainty in (
            ("The mayor said the mill burns", "positive", "certain"),
            ("Guards deny it", "negative", "certain"),
            ("The ferry may be gone", "positive", "possible"),
        )
    ]
    (tmp_path / "gold.json").write_text(json.dumps({"propositions": [{"occurrences": occurrences}]}))
    return tmp_path


DOSSIER = {
    "reports": [{"id": "x", "file": "r1.txt"}],
    "claims": [
        span("The mayor") | {"polarity": "negative", "certainty": "unknown", "attributions": []},
        span("the mill burns")
        | {
            "polarity": "positive",
            "certainty": "certain",
            "attributions": [
                {"source": [span("The mayor")], "cue": [span("said")], "content": [span("the mill burns")]}
            ],
        },
        span("The ferry may be gone") | {"polarity": "positive", "certainty": "certain", "attributions": []},
    ],
}


def test_the_nearest_claim_speaks_and_a_missing_one_is_wrong(case: Path) -> None:
    found = sides.judged(case, DOSSIER)
    assert found.said == [("positive", "certain"), sides.MISSING, ("positive", "certain")]
    assert found.figures() == {
        "polarity_macro": pytest.approx((1 + 0) / 2),
        "certainty_macro": pytest.approx((2 / 4 + 0) / 2),
    }
    assert found.commonest() == {
        "polarity_macro": pytest.approx(4 / 5 / 2),
        "certainty_macro": pytest.approx(4 / 5 / 2),
    }


def test_a_content_is_read_without_its_source_and_cue(case: Path) -> None:
    pytest.importorskip("sayso.language.encoder.features")
    heard: list[list[str]] = []

    def read(forms: Sequence[str], gaps: Sequence[int]) -> tuple[str, str]:
        assert len(forms) == len(gaps)
        heard.append(list(forms))
        return ("negative" if "deny" in forms else "positive"), ("possible" if "may" in forms else "certain")

    found = sides.judged(case, DOSSIER, read)
    assert heard[0] == ["the", "mill", "burns"]
    assert heard[1] == ["Guards", "deny", "it"]
    assert found.figures()["content_polarity_macro"] == found.figures()["content_certainty_macro"] == 1.0


def test_cases_add_up(case: Path) -> None:
    one, other = sides.judged(case, DOSSIER), sides.judged(case, DOSSIER)
    one.add(other)
    assert len(one.wanted) == len(one.said) == 6
    assert sides.Judged().commonest() == {}


def test_a_quotation_that_does_not_stand_there_is_refused(case: Path) -> None:
    (case / "reports" / "r1.txt").write_text("Something else.")
    with pytest.raises(ValueError, match="does not stand in r1"):
        sides.judged(case, DOSSIER)


def test_factuality_is_compared_at_the_judged_words(tmp_path: Path) -> None:
    (tmp_path / "uds-ih2").mkdir()
    entries = [
        {"text": "Orla slept .", "targets": [{"span1": [1, 2], "label": 3.0}]},
        {"text": "Nobody slept or ate .", "targets": [{"span1": [1, 2], "label": -3.0}, {"span1": [3, 4], "label": 0}]},
    ]
    (tmp_path / "uds-ih2" / "dev.jsonl").write_text("".join(json.dumps(entry) + "\n" for entry in entries))

    def judge(forms: Sequence[str]) -> list[float]:
        return [{"Nobody": 9.0, "ate": 1.0, "slept": 2.0 if forms[0] == "Orla" else 0.0}.get(f, 5.0) for f in forms]

    assert factuality.measure(tmp_path, judge) == {"factuality.r": pytest.approx(1.0)}


def test_made_reports_are_cut_into_words_with_their_gaps() -> None:
    forms, gaps = encoder.cut("The mill burns.\n\nNobody slept.\n")
    assert forms == ["The", "mill", "burns", ".", "Nobody", "slept", "."]
    assert [GAPS[gap] for gap in gaps] == [
        "paragraph", "space", "space", "glued", "paragraph", "space", "glued",
    ]  # fmt: skip
