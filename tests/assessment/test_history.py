"""The life of a proposition: who stands before the public, who takes back, who only counts on, and in which order."""

from __future__ import annotations

from tests.assessment.piles import PileBuilder


def steps(pile: PileBuilder, proposition: str = "p") -> list[tuple[int | None, str, str]]:
    return [(e.order, e.status, e.by) for e in pile.proposition(proposition).history]


def two(first: str, second: str, days: tuple[str | None, str | None] = ("2040-03-01", "2040-03-02")) -> PileBuilder:
    return PileBuilder().report("r1", first, "Hill Star", days[0]).report("r2", second, "Vale Echo", days[1])


def test_who_cites_a_nameless_voice_reports_it() -> None:
    pile = two("Nine families lost a son, Ada Roe said, citing families.", "The road is dry.")
    pile.claim("r1", "Nine families lost a son", "p", "nameless group:families", "person:Ada Roe")
    assert steps(pile) == [(1, "reported", "Ada Roe")]


def test_a_nameless_voice_that_a_paper_cites_stays_the_one_who_reports() -> None:
    pile = two("Nine families lost a son, a nurse told the Post.", "The road is dry.")
    pile.claim("r1", "Nine families lost a son", "p", "nameless person:a nurse", "outlet:Post")
    assert steps(pile) == [(1, "reported", "a nurse")]


def test_the_earliest_claim_of_a_body_tells_who_spoke_for_it() -> None:
    pile = two("The sluice at Harl is shut.", "The sluice at Harl is shut.")
    pile.actor("Water Board", "organisation")
    pile.actor("Ada Roe", "person", speaks_for="Water Board")
    pile.claim("r2", "The sluice at Harl is shut", "p", "organisation:Water Board")
    pile.claim("r1", "The sluice at Harl is shut", "p", "person:Ada Roe")
    assert steps(pile) == [(1, "reported", "Ada Roe")]


def test_a_named_voice_with_access_confirms_what_a_nameless_one_said_first() -> None:
    pile = two("The logbook of the plant is blank.", "The logbook of the plant is blank, we inspected it.")
    pile.claim("r1", "The logbook of the plant is blank", "p", "nameless person:a worker")
    pile.claim("r2", "The logbook of the plant is blank, we inspected it", "p", "person:Ben Lowe")
    assert steps(pile) == [(1, "reported", "a worker"), (2, "confirmed", "Ben Lowe")]


def test_what_nobody_acknowledged_is_not_confirmed() -> None:
    for words, status in (
        ("acknowledged that the logbook was blank", 2),
        ("never acknowledged that the logbook was blank", 1),
    ):
        pile = two("The logbook was blank, Ada Roe said.", f"Ben Lowe {words}.")
        pile.claim("r1", "The logbook was blank", "p", "person:Ada Roe")
        pile.claim("r2", words, "p", "person:Ben Lowe")
        assert len(steps(pile)) == status


def test_a_medium_that_carries_a_claim_confirms_nothing() -> None:
    pile = two("The logbook of the plant is blank.", "It is confirmed: the logbook of the plant is blank.")
    pile.claim("r1", "The logbook of the plant is blank", "p", "nameless person:a worker")
    pile.claim("r2", "the logbook of the plant is blank", "p", "outlet:Post", stance="confirm")
    assert [status for _, status, _ in steps(pile)] == ["reported"]


def test_who_asserted_it_before_takes_it_back_and_who_denied_it_before_confirms_it() -> None:
    pile = two("The sluice at Harl was shut.", "The sluice at Harl was not shut.")
    pile.claim("r1", "The sluice at Harl was shut", "p", "person:Ada Roe")
    pile.claim("r2", "The sluice at Harl was not shut", "p", "person:Ada Roe", polarity="negative")
    assert steps(pile) == [(1, "reported", "Ada Roe"), (2, "retracted", "Ada Roe")]
    pile = two("The sluice was shut, Ben Lowe said. The sluice was not shut.", "The sluice was shut after all.")
    pile.claim("r1", "The sluice was shut", "p", "person:Ben Lowe")
    pile.claim("r1", "The sluice was not shut", "p", "person:Ada Roe", polarity="negative")
    pile.claim("r2", "The sluice was shut after all", "p", "person:Ada Roe")
    assert steps(pile) == [(1, "reported", "Ben Lowe"), (2, "denied", "Ada Roe"), (3, "confirmed", "Ada Roe")]


def test_a_paper_takes_back_what_it_printed() -> None:
    pile = (
        PileBuilder()
        .report("r1", "The lake is poisoned, a sheet says.", "Hill Star", "2040-03-01")
        .report("r2", "The lake is not poisoned.", "Hill Star", "2040-03-04")
    )
    pile.claim("r1", "The lake is poisoned", "p", "nameless person:a clerk")
    pile.claim("r2", "The lake is not poisoned", "p", polarity="negative")
    assert steps(pile) == [(1, "reported", "a clerk"), (2, "retracted", "Hill Star")]


def test_a_paper_of_its_own_voice_counts_where_nobody_with_a_name_denies() -> None:
    words = "The gate at Harl was smashed.", "The gate at Harl was not smashed."
    for certainty, status in (("certain", "denied"), ("probable", "disputed")):
        pile = two(*words).claim("r1", words[0][:-1], "p", "person:Ada Roe")
        pile.claim("r2", words[1][:-1], "p", polarity="negative", certainty=certainty)
        assert steps(pile)[1:] == [(2, status, "Vale Echo")]
    pile = two(words[0], f"{words[1]} {words[1]}").claim("r1", words[0][:-1], "p", "person:Ada Roe")
    pile.claim("r2", words[1][:-1], "p", polarity="negative")
    pile.claim("r2", words[1], "p", "person:Ben Lowe", polarity="negative")
    assert steps(pile)[1:] == [(2, "denied", "Ben Lowe")]


def test_who_denies_something_else_does_not_deny_it() -> None:
    pile = two("The sluice at Harl was shut.", "Nobody was paid overtime.")
    pile.claim("r1", "The sluice at Harl was shut", "p", "person:Ada Roe")
    pile.claim("r2", "Nobody was paid overtime", "p", "person:Ben Lowe", polarity="negative")
    assert [status for _, status, _ in steps(pile)] == ["reported"]


def test_a_later_higher_count_takes_nothing_back_unless_the_first_was_wrong() -> None:
    for later, wanted in (
        ("Eleven people were hurt by Friday.", ["reported"]),
        ("Eleven people were hurt; the first count was wrong.", ["reported", "retracted"]),
        ("Seven people were hurt.", ["reported", "retracted"]),
    ):
        pile = two("Nine people were hurt.", later)
        pile.claim("r1", "Nine people were hurt", "p", "person:Ada Roe")
        pile.claim("r2", later.partition(";")[0].rstrip("."), "q", "person:Ada Roe").update(0, 1)
        assert [status for _, status, _ in steps(pile)] == wanted, later


def test_another_figure_by_another_afterwards_disputes() -> None:
    pile = two("Nine people were hurt.", "Four people were hurt.")
    pile.claim("r1", "Nine people were hurt", "p", "person:Ada Roe")
    pile.claim("r2", "Four people were hurt", "q", "person:Ben Lowe").conflict(0, 1, "number")
    assert steps(pile) == [(1, "reported", "Ada Roe"), (2, "disputed", "Ben Lowe")]
    assert steps(pile, "q") == [(1, "reported", "Ben Lowe")]


def test_who_does_not_recognise_a_figure_disputes_it() -> None:
    pile = two("The bank lacks 40 crowns.", "“I do not recognise that figure,” Ben Lowe said.")
    pile.claim("r1", "The bank lacks 40 crowns", "p", "person:Ada Roe")
    pile.claim("r2", "I do not recognise that figure", "p", "person:Ben Lowe", polarity="unknown", certainty="unknown")
    assert steps(pile) == [(1, "reported", "Ada Roe"), (2, "disputed", "Ben Lowe")]


def test_an_undated_report_is_placed_by_what_the_others_presuppose() -> None:
    words = "The sluice at Harl was shut.", "The sluice at Harl was not shut."
    for stance, order in (("deny", [1, 2]), ("say", [None, None])):
        pile = two(*words, days=(None, "2040-03-02")).claim("r1", words[0][:-1], "p", "person:Ada Roe")
        pile.claim("r2", words[1][:-1], "p", "person:Ben Lowe", polarity="negative", stance=stance)
        found = steps(pile)
        assert [n for n, _, _ in found] == order
        assert {status for _, status, _ in found} == {"reported", "denied"}
    pile = two(*words, days=(None, None)).claim("r1", words[0][:-1], "p", "person:Ada Roe")
    pile.claim("r2", words[1][:-1], "p", "person:Ben Lowe", polarity="negative", stance="say")
    pile.edge("r2", "r1", (words[1], words[0]))
    assert steps(pile) == [(1, "reported", "Ada Roe"), (2, "denied", "Ben Lowe")]
    assert {e.when for e in pile.proposition("p").history} == {None}
