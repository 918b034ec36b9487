"""What is planted stands where the benchmark says, the same for the same seed, and each method is judged by it."""

from __future__ import annotations

import itertools
import json
from random import Random

import pytest
from benchmarks.speed.reuse import __main__ as command
from benchmarks.speed.reuse import rewording, texts
from benchmarks.speed.reuse.measure import measure
from benchmarks.speed.reuse.methods import METHODS, share_a_run
from benchmarks.speed.reuse.plant import PASSAGE, STRENGTHS, edited, plant
from benchmarks.speed.reuse.reports import reports


@pytest.fixture(autouse=True)
def without_corpora(monkeypatch: pytest.MonkeyPatch) -> None:
    """Made-up text everywhere, so that the tests are the same with and without the corpora."""
    monkeypatch.setattr(texts, "corpus", lambda name: None)
    monkeypatch.setattr(rewording, "corpus", lambda name: None)


def test_a_seed_repeats_and_another_does_not() -> None:
    assert plant(44, 120) == plant(44, 120)
    assert plant(44, 120).documents != plant(44, 120, seed=4).documents


def test_passages_stand_where_it_says_and_no_document_is_planted_twice() -> None:
    planted = plant(200, 150)
    assert len(planted.documents) == 200 and planted.real == 0
    assert len(planted.passages) == 5 and sum(map(len, planted.copies.values())) == 18
    for (a, b), start, other in planted.passages:
        assert planted.documents[a][start : start + PASSAGE] == planted.documents[b][other : other + PASSAGE]
    ends = [number for pair in planted.pairs() for number in pair]
    assert len(ends) == len(set(ends))


def test_a_copy_keeps_the_share_of_words_that_it_should() -> None:
    words = [f"w{at}" for at in range(4000)]
    for strength in STRENGTHS:
        kept = len(set(words) & set(edited(words, strength, Random(1), ["other"]))) / len(words)
        assert abs(kept - (1 - strength * 0.8)) < 0.03  # one edit in five leaves the word and adds one


def test_made_up_text_is_like_language_and_shares_no_long_runs() -> None:
    documents = texts.base(60, 300).documents
    counted = sorted(
        (sum(d.count(word) for d in documents) for word in {w for d in documents for w in d}), reverse=True
    )
    assert counted[0] > 20 * counted[200] > 0
    assert sum(share_a_run(a, b) for a, b in itertools.pairwise(documents)) == 0


@pytest.mark.parametrize("method", ["sayso", "difflib, all pairs"])
def test_what_compares_word_by_word_finds_all_that_is_planted(method: str) -> None:
    planted = plant(55, 300)
    assert METHODS[method](planted.documents) == planted.pairs()


def test_a_measure_tells_what_was_found_and_what_it_cost() -> None:
    one = measure("sayso", 80)
    assert one.copies == dict.fromkeys(one.copies, 1.0) and one.passages == 1.0 and one.false == 0
    assert 0 < one.held <= one.peak and one.seconds > 0


def test_a_method_that_finds_nothing_gets_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(METHODS, "nothing", lambda documents: {(0, 1)} - plant(80).pairs())
    one = measure("nothing", 80)
    assert set(one.copies.values()) == {0.0} and one.passages == 0.0 and one.others + one.false <= 1


def test_rewordings_stand_where_it_says_and_most_are_found() -> None:
    planted = rewording.plant_rewordings(60)
    assert len(planted.places) == 300 and not planted.real
    for a, i, b, j in planted.places:
        one, two = planted.documents[a][i], planted.documents[b][j]
        assert a < b and one != two and len(set(one) & set(two)) > len(set(one)) / 3
    one = rewording.measure("sayso, rare words", 60)
    assert one.others["80%"] is not None and one.others["80%"] < 600


def test_the_command_prints_a_table_or_json(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(command, "apart", measure)
    monkeypatch.setattr(command, "rewording_apart", rewording.measure)
    monkeypatch.setattr(rewording, "METHODS", {"sayso, rare words": rewording.by_rare_words})
    monkeypatch.setattr(command, "METHODS", {"sayso": METHODS["sayso"]})
    assert command.main(["--sizes", "60"]) == 0
    assert "sayso" in capsys.readouterr().out
    assert command.main(["--sizes", "60", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["measured"][0]["reports"] == 60
    with pytest.raises(SystemExit):
        command.main(["--sizes", "many"])


def test_reports_made_of_words_lead_back_to_them() -> None:
    documents = plant(44, 100).documents
    made, analyses = reports(documents)
    for report, analysis, words in zip(made, analyses, documents, strict=True):
        norms = [token.norm for token in analysis.tokens if token.norm != "."]
        assert norms[-len(words) :] == words
        assert all(token.span.of(report.text).lower() == token.norm for token in analysis.tokens)
        assert [s.first for s in analysis.sentences[1:]] == [s.last for s in analysis.sentences[:-1]]
        assert analysis.sentences[-1].last == len(analysis.tokens)
        assert all(analysis.paragraphs[s.paragraph].contains(s.span) for s in analysis.sentences)
