"""What mentions mean and who was taken for one, measured on texts of our own."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from benchmarks.quality import merges, references
from benchmarks.quality.treebank import Treebank, documents


def row(number: int, form: str, tag: str, head: int, relation: str, entity: str = "_") -> str:
    return "\t".join((str(number), form, "_", tag, "_", "_", str(head), relation, "_", entity))


CONLLU = "\n".join(
    (
        "# newdoc id = ferry",
        "# sent_id = ferry-1",
        row(1, "A", "DET", 2, "det", "Entity=(1-person-new"),
        row(2, "welder", "NOUN", 3, "nsubj", "Entity=1)"),
        row(3, "met", "VERB", 0, "root"),
        row(4, "Orla", "PROPN", 3, "obj", "Entity=(2-person-new-x)|SpaceAfter=No"),
        row(5, ".", "PUNCT", 3, "punct"),
        "",
        "# sent_id = ferry-2",
        row(1, "She", "PRON", 2, "nsubj", "Entity=(2-person-giv-x)"),
        row(2, "thanked", "VERB", 0, "root"),
        row(3, "the", "DET", 4, "det", "Entity=(1-person-giv"),
        row(4, "welder", "NOUN", 2, "obj", "Entity=1)"),
        "",
        "",
    )
)


@pytest.fixture
def gold(tmp_path: Path) -> tuple[Treebank, ...]:
    (tmp_path / "ferry.conllu").write_text(CONLLU)
    return documents(tmp_path / "ferry.conllu")


def test_mentions_are_read_with_their_numbers(gold: tuple[Treebank, ...]) -> None:
    assert sorted(gold[0].mentions) == [(0, 2, 1), (3, 4, 2), (5, 6, 2), (7, 9, 1)]
    assert references.heads(gold[0]) == {1: 1, 3: 2, 5: 2, 8: 1}


def test_only_what_was_mentioned_before_is_asked(gold: tuple[Treebank, ...]) -> None:
    assert list(references.asked(gold[0], references.heads(gold[0]))) == [(5, "pronoun"), (8, "definite")]


def test_right_and_wrong_answers_are_counted(gold: tuple[Treebank, ...]) -> None:
    said = references.scored(gold, lambda one, mentions: [3, 3])
    assert said == {"references.right": 0.5, "references.pronoun": 1.0, "references.definite": 0.0}
    assert references.scored(gold, references.nearest)["references.pronoun"] == 1.0
    assert references.scored(gold, lambda one, mentions: [None, None])["references.right"] == 0.0


TEXT = "The Harbour Bank shut. It said all was well. The bank reopened, it said. Orla Brack wept, she said."


def span(words: str, at: int = 0) -> dict[str, Any]:
    start = TEXT.index(words, at)
    return {"start": start, "end": start + len(words)}


def claim(words: str, actor: str, printed: str) -> dict[str, Any]:
    evidence = {"span": {"exact": printed}}
    return {"report": "x", **span(words), "chain": [{"name": actor, "actor": actor, "evidence": evidence}]}


@pytest.mark.parametrize(
    ("actors", "right", "said", "wanted"),
    [
        (("a1", "a1", "a2"), 1, 1, 1),
        (("a1", "a3", "a2"), 0, 0, 1),
        (("a1", "a1", "a1"), 1, 3, 1),
    ],
)
def test_pairs_taken_for_one(tmp_path: Path, actors: tuple[str, ...], right: int, said: int, wanted: int) -> None:
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "r1.txt").write_text(TEXT)
    gold = [("all was well", "Harbour Bank"), ("The bank reopened", "Harbour Bank"), ("Orla Brack wept", "Orla Brack")]
    occurrences = [{"report": "r1", "quote": quote, "chain": [name]} for quote, name in gold]
    (tmp_path / "gold.json").write_text(json.dumps({"propositions": [{"occurrences": occurrences}]}))
    claims = [claim(quote, actor, "it") for (quote, _), actor in zip(gold, actors, strict=True)]
    found = merges.merged(tmp_path, {"reports": [{"id": "x", "file": "r1.txt"}], "claims": claims})
    assert (found.right, found.said, found.wanted) == (right, said, wanted)


def test_who_is_plainly_somebody_else_was_not_merged(tmp_path: Path) -> None:
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "r1.txt").write_text(TEXT)
    occurrences = [{"report": "r1", "quote": "all was well", "chain": ["Harbour Bank"]}] * 2
    (tmp_path / "gold.json").write_text(json.dumps({"propositions": [{"occurrences": occurrences}]}))
    claims = [claim("all was well", "a9", "Orla Brack")]
    assert merges.merged(tmp_path, {"reports": [{"id": "x", "file": "r1.txt"}], "claims": claims}).said == 0
