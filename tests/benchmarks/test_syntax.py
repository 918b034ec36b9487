"""Treebanks as texts, and tags, trees, ends and names measured on a text of our own."""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks.quality import ends, names, syntax
from benchmarks.quality.counts import Count
from benchmarks.quality.spacing import glued, laid
from benchmarks.quality.syntax import Parsed
from benchmarks.quality.treebank import Treebank, documents


def row(number: str, form: str, tag: str = "_", head: str = "_", relation: str = "_", misc: str = "_") -> str:
    return "\t".join((number, form, "_", tag, "_", "_", head, relation, "_", misc))


CONLLU = "\n".join(
    (
        "# newdoc id = mill",
        "# newpar id = mill-p1",
        "# sent_id = mill-1",
        row("1", "Orla", "PROPN", "3", "nsubj:pass"),
        row("2-3", "didn't"),
        row("2", "did", "AUX", "3", "aux"),
        row("3", "n't", "VERB", "0", "root"),
        row("3.1", "sleep", "VERB"),
        row("4", ".", "PUNCT", "3", "punct", "SpaceAfter=No"),
        "",
        "# sent_id = mill-2",
        row("1", "Why", "ADV", "0", "root", "SpaceAfter=No"),
        row("2", "?", "PUNCT", "1", "punct"),
        "",
        "# newpar id = mill-p2",
        "# sent_id = mill-3",
        row("1", "Brack", "PROPN", "2", "compound"),
        row("2", "Mill", "PROPN", "0", "root"),
        "",
        "# newdoc id = ferry",
        "# sent_id = ferry-1",
        row("1", "Gone", "VERB", "0", "root"),
        "",
        "",
    )
)


@pytest.fixture
def gold(tmp_path: Path) -> tuple[Treebank, ...]:
    (tmp_path / "a.conllu").write_text(CONLLU)
    return documents(tmp_path / "a.conllu")


def test_a_treebank_becomes_text_with_paragraphs(gold: tuple[Treebank, ...]) -> None:
    mill, ferry = gold
    assert (mill.name, mill.text) == ("mill", "Orla didn't .Why?\n\nBrack Mill")
    assert [mill.text[a:b] for a, b in mill.places] == mill.forms
    assert mill.sentences == [(0, 4), (4, 6), (6, 8)]
    assert mill.heads == [2, 2, 2, 2, 4, 4, 7, 7]
    assert mill.paragraphs == {1, 2}
    assert (ferry.text, ferry.ids) == ("Gone", ["ferry-1"])


def test_the_gaps_are_those_of_the_encoder(gold: tuple[Treebank, ...]) -> None:
    features = pytest.importorskip("sayso.language.encoder.features")
    assert [features.GAPS[gap] for gap in gold[0].gaps()] == [
        "paragraph", "space", "glued", "space", "glued", "glued", "paragraph", "space",
    ]  # fmt: skip


def test_tags_heads_and_universal_relations_are_counted(gold: tuple[Treebank, ...]) -> None:
    def parse(one: Treebank) -> Parsed:
        heads, relations = list(one.heads), [syntax.universal(r) for r in one.relations]
        if one.name == "mill":
            heads[3], relations[0] = 0, "obj"
        return Parsed(["PROPN"] * len(one.forms), heads, relations)

    assert syntax.scored(gold, parse) == {
        "syntax.upos": pytest.approx(3 / 9),
        "syntax.uas": pytest.approx(8 / 9),
        "syntax.las": pytest.approx(7 / 9),
    }


def test_without_a_parser_only_tags_are_measured(gold: tuple[Treebank, ...]) -> None:
    assert syntax.scored(gold, lambda one: Parsed(one.upos)) == {"syntax.upos": 1.0}


def test_an_end_is_the_last_character_that_is_no_space() -> None:
    assert ends.ends("It rains.  We go. ", [(0, 11), (11, 18), (17, 18)]) == {8, 16}


def test_a_given_end_counts_as_found() -> None:
    count = Count()
    ends.add(count, {5, 9}, {3}, {9})
    assert (count.hit, count.said, count.wanted) == (1, 2, 2)


def test_the_ends_of_the_tool_are_compared_in_the_raw_text() -> None:
    text = "The mill burns. Nobody slept!\n\nThe ferry is gone."
    assert ends.said("mill", text) == {14, 28, len(text) - 1}


def test_words_stored_apart_become_text() -> None:
    forms = ["He", "did", "n't", "say", '"', "come", '"', "(", "twice", ")", "."]
    text, places = laid(forms, glued(forms))
    assert text == 'He didn\'t say "come" (twice).'
    assert [text[a:b] for a, b in places] == forms


def test_a_document_of_news_loses_its_address(tmp_path: Path) -> None:
    rows = [("0", "http"), ("1", "It"), ("1", "rains"), ("1", "."), ("2", "We"), ("2", "go")]
    tokens = "".join(f'<token sentence="{number}">{form}</token>' for number, form in rows)
    for name in ("1_1ecbplus.xml", "1_1ecb.xml"):
        (tmp_path / name).write_text(f"<Document>{tokens}</Document>")
    assert ends.read(tmp_path / "1_1ecbplus.xml") == ("It rains. We go", {8, 14})
    assert ends.read(tmp_path / "1_1ecb.xml") == ("http It rains. We go", {3, 13, 19})


def test_names_are_read_from_tags() -> None:
    tags = ["B-PER", "I-PER", "B-PER", "O", "I-LOC", "I-ORG", "O"]
    assert names.ranges(tags) == [(0, 2, "PER"), (2, 3, "PER"), (4, 5, "LOC"), (5, 6, "ORG")]


def test_names_count_with_and_without_their_type(tmp_path: Path, gold: tuple[Treebank, ...]) -> None:
    (tmp_path / "a.iob2").write_text(
        "# sent_id = ferry-1\n1\tGone\tO\t-\t-\n\n"
        "# sent_id = mill-1\n1\tOrla\tB-PER\t-\t-\n2\tdid\tO\t-\t-\n3\tn't\tO\t-\t-\n4\t.\tO\t-\t-\n\n"
        "# sent_id = mill-2\n1\tWhy\tO\t-\t-\n2\t?\tO\t-\t-\n\n"
        "# sent_id = mill-3\n1\tBrack\tB-LOC\t-\t-\n2\tMill\tI-LOC\t-\t-\n\n"
    )
    wanted = names.tagged(tmp_path / "a.iob2", gold)
    assert wanted == [{(0, 4, "PER"), (19, 29, "LOC")}, set()]
    said = {(0, 4, "PER"), (19, 29, "ORG"), (5, 8, "OTHER")}
    assert names.scored(gold, wanted, lambda one: said if one.name == "mill" else set()) == (0.5, 1.0)


def test_other_words_than_the_treebank_are_refused(tmp_path: Path, gold: tuple[Treebank, ...]) -> None:
    (tmp_path / "a.iob2").write_text("# sent_id = mill-1\n1\tBo\tB-PER\t-\t-\n\n")
    with pytest.raises(ValueError, match="other words"):
        names.tagged(tmp_path / "a.iob2", gold)
