"""Conflicts by kind, and the updates that are none."""

from __future__ import annotations

import pytest

from sayso.model import Actor, Comparison
from tests.comparison.piles import Pile, Said, pile

REST = [
    Said("The bishop blessed a new bell in the harbour chapel"),
    Said("Wheat prices climbed for the third week"),
    Said("The ferry to Lund keeps its winter timetable"),
    Said("A court in Marrow adjourned the fishing case"),
]


def _pile(*told: Said, actors: tuple[Actor, ...] = ()) -> Pile:
    return pile(*[[said, rest] for said, rest in zip(told, REST, strict=False)], actors=actors)


def _kinds(found: Comparison) -> list[str]:
    return [c.kind for c in found.conflicts]


def _killed(number: str, value: float, by: str) -> Said:
    return Said(f"The landslide at Orve killed {number} miners", by, numbers={number: (value, "miners")})


def test_two_figures_for_one_thing_conflict() -> None:
    made = _pile(_killed("eleven", 11, "the mine"), _killed("nineteen", 19, "the hospital"))
    found = made.compare()
    assert _kinds(found) == ["number"]
    assert "“eleven miners” against “nineteen miners”" in found.conflicts[0].reason
    assert found.updates == ()


def test_equal_figures_and_round_ones_agree() -> None:
    made = _pile(_killed("eleven", 11, "the mine"), _killed("11", 11, "the hospital"))
    assert made.compare().conflicts == ()


def test_a_later_figure_of_the_same_authority_is_an_update() -> None:
    made = _pile(_killed("eleven", 11, "the mine"), _killed("nineteen", 19, "the mine"))
    found = made.compare()
    assert found.conflicts == ()
    assert [(made.words(u.a), made.words(u.b)) for u in found.updates] == [
        ("The landslide at Orve killed eleven miners", "The landslide at Orve killed nineteen miners")
    ]


def test_a_spokesman_and_his_body_are_one_authority() -> None:
    actors = (
        Actor(id="a-the mine", name="the mine", kind="company", aliases=(), mentions=()),
        Actor(id="a-Jon Pell", name="Jon Pell", kind="person", aliases=(), mentions=(), speaks_for="a-the mine"),
    )
    made = _pile(_killed("eleven", 11, "the mine"), _killed("nineteen", 19, "Jon Pell"), actors=actors)
    found = made.compare()
    assert (len(found.conflicts), len(found.updates)) == (0, 1)


def test_a_figure_that_says_which_one_it_replaces_is_an_update() -> None:
    made = _pile(
        Said("Savers took out 70 million crowns on Monday", numbers={"70 million crowns": (7e7, None)}, unit="crowns"),
        Said(
            "Savers took out 85 million crowns on Monday and not 70 million",
            "Harrow Bank",
            numbers={"85 million crowns": (8.5e7, None), "70 million": (7e7, None)},
            unit="crowns",
        ),
    )
    found = made.compare()
    assert (len(found.conflicts), len(found.updates)) == (0, 1)


def test_figures_of_different_things_do_not_conflict() -> None:
    made = _pile(
        Said("The landslide at Orve killed eleven miners", "the mine", numbers={"eleven": (11, "miners")}),
        Said("The landslide at Orve buried four lorries", "the hospital", numbers={"four": (4, "lorries")}),
    )
    assert "number" not in _kinds(made.compare())


def test_a_miscopied_sum_is_found_behind_other_words() -> None:
    made = _pile(
        Said(
            "Harrow Bank lacks 3.6 billion crowns",
            "an auditor",
            numbers={"3.6 billion crowns": (3.6e9, None)},
            unit="crowns",
        ),
        Said(
            "6.3 billion crowns are gone from Harrow Bank",
            "insiders",
            numbers={"6.3 billion crowns": (6.3e9, None)},
            unit="crowns",
        ),
    )
    assert _kinds(made.compare()) == ["number"]


def test_two_dates_of_one_event_conflict() -> None:
    made = _pile(
        Said("The chapel at Orve burned down on 3 April", "the parish", dates={"3 April": "2040-04-03"}),
        Said("The chapel at Orve burned down on 5 April", "a neighbour", dates={"5 April": "2040-04-05"}),
    )
    assert _kinds(made.compare()) == ["date"]


def test_days_of_two_matters_do_not_conflict() -> None:
    made = _pile(
        Said("The chapel at Orve burned down on 3 April", "the parish", dates={"3 April": "2040-04-03"}),
        Said("The chapel at Orve will be blessed again on 5 May", "the parish council", dates={"5 May": "2040-05-05"}),
    )
    assert made.compare().conflicts == ()


@pytest.mark.parametrize(
    ("one", "two"), [("2040-04", "2040-04-05"), ("XXXX-04-05", "2040-04-05"), ("2040-04-05", "2040-04-05")]
)
def test_dates_that_may_be_one_do_not_conflict(one: str, two: str) -> None:
    made = _pile(
        Said("The chapel at Orve burned down in 04 April", "the parish", dates={"04 April": one}),
        Said("The chapel at Orve burned down on 5 April", "a neighbour", dates={"5 April": two}),
    )
    assert made.compare().conflicts == ()


def test_who_decides_is_a_conflict_of_identity() -> None:
    made = _pile(
        Said("The use of the canal remains at Norland's sole discretion", "Norland"),
        Said("Any use of the canal falls under Sudmark's discretion", "Sudmark"),
    )
    found = made.compare()
    assert _kinds(found) == ["identity"]
    assert "Norland or Sudmark" in found.conflicts[0].reason


def test_one_actor_under_two_names_is_no_conflict_of_identity() -> None:
    actors = (Actor(id="a1", name="Norland", kind="government", aliases=("Vesta",), mentions=()),)
    made = _pile(
        Said("The use of the canal remains at Norland's sole discretion", "one minister"),
        Said("Any use of the canal falls under Vesta's discretion", "another minister"),
        actors=actors,
    )
    assert made.compare().conflicts == ()


def test_failing_is_denied_by_doing() -> None:
    made = _pile(
        Said("Harrow Bank failed to make a payment that fell due on Friday", "an insider"),
        Said("Every payment of Harrow Bank that fell due has been made", "Harrow Bank"),
    )
    assert _kinds(made.compare()) == ["polarity"]


def test_a_denial_of_something_else_is_no_conflict() -> None:
    made = _pile(
        Said("The observers have not spoken", "the village", polarity="negative"),
        Said("The observers will return to the village in June", "the observers"),
    )
    assert made.compare().conflicts == ()


def test_what_an_outlet_takes_back_is_an_update() -> None:
    first = [Said("The thieves opened the strongroom with a stolen key"), REST[0]]
    second = [
        Said("On Tuesday we wrote that the thieves opened the strongroom with a stolen key. That was wrong"),
        REST[1],
    ]
    made = pile(first, second)
    same = tuple(r.__class__(**{n: getattr(r, n) for n in r.__slots__} | {"outlet": "The Bell"}) for r in made.reports)
    found = Pile(same, made.analyses, made.claims).compare()
    assert [u.b for u in found.updates] == ["r2.c1"]


def test_a_report_taken_back_as_a_whole_updates_what_it_stated() -> None:
    stolen = "The thieves opened the strongroom with a stolen key"
    made = pile([Said(stolen), REST[0]], [Said(stolen), Said("We withdraw the report", stance="retract"), REST[1]])
    same = tuple(r.__class__(**{n: getattr(r, n) for n in r.__slots__} | {"outlet": "The Bell"}) for r in made.reports)
    found = Pile(same, made.analyses, made.claims).compare()
    assert [(u.a, u.reason) for u in found.updates] == [("r1.c1", "The Bell, later: taken back or corrected.")]


def test_conflicts_stand_heaviest_first() -> None:
    made = _pile(
        _killed("eleven", 11, "the mine"), _killed("nineteen", 19, "the hospital"), _killed("40", 40, "a priest")
    )
    weights = [c.weight for c in made.compare().conflicts]
    assert weights == sorted(weights, reverse=True)


def test_two_places_of_one_event_conflict() -> None:
    made = _pile(
        Said(
            "The lorry with the stolen bells was stopped by customs officers in Tessel", "customs", places=("Tessel",)
        ),
        Said("Customs officers stopped the lorry with the stolen bells in Halvik", "a driver", places=("Halvik",)),
    )
    found = made.compare()
    assert _kinds(found) == ["place"]
    assert "Tessel or Halvik" in found.conflicts[0].reason


def test_a_place_inside_a_place_is_no_conflict() -> None:
    made = _pile(
        Said(
            "The lorry with the stolen bells was stopped by customs officers in Tessel", "customs", places=("Tessel",)
        ),
        Said(
            "Customs officers stopped the lorry with the stolen bells in Old Tessel", "a driver", places=("Old Tessel",)
        ),
    )
    assert made.compare().conflicts == ()


def test_opposites_said_of_one_thing_conflict() -> None:
    made = _pile(
        Said("The Orve sluice was in operation on the night of the flood", "the villagers"),
        Said("The Orve sluice had been switched off on the night of the flood", "the water board"),
    )
    assert _kinds(made.compare()) == ["polarity"]


def test_opposites_said_of_two_things_do_not_conflict() -> None:
    made = _pile(
        Said("The Orve sluice was in operation on the night of the flood", "the villagers"),
        Said("The mayor of Orve had his radio switched off, one heard in the taverns", "a neighbour"),
    )
    assert made.compare().conflicts == ()


def test_what_is_allowed_is_no_figure_of_what_was() -> None:
    made = _pile(
        Said("The lorry went faster than the 40 miles allowed in Orve", "the police", numbers={"40": (40, "miles")}),
        Said("The lorry went at 70 miles in Orve", "a witness", numbers={"70": (70, "miles")}),
    )
    assert made.compare().conflicts == ()


def test_denying_any_more_answers_a_greater_figure() -> None:
    made = _pile(
        Said(
            "The lorry was doing 70 miles when it hit the bridge at Orve",
            "a witness",
            numbers={"70 miles": (70, None)},
            unit="miles",
        ),
        Said(
            "The lorry did not exceed 40 miles before it hit the bridge at Orve",
            "the haulier",
            polarity="negative",
            numbers={"40 miles": (40, None)},
            unit="miles",
        ),
    )
    assert _kinds(made.compare()) == ["number"]


def test_a_body_named_as_the_one_who_counts_updates_its_own_figure() -> None:
    actors = (Actor(id="a-the Orve clinic", name="Orve clinic", kind="company", aliases=(), mentions=()),)
    made = _pile(
        Said("There are 210 cases of the rash at Orve", "the Orve clinic", numbers={"210": (210, "cases")}),
        Said("By May the Orve clinic had registered 940 cases of the rash", numbers={"940": (940, "cases")}),
        actors=actors,
    )
    found = made.compare()
    assert (len(found.conflicts), len(found.updates)) == (0, 1)


def test_updates_go_step_by_step() -> None:
    made = _pile(_killed("four", 4, "the mine"), _killed("six", 6, "the mine"), _killed("nine", 9, "the mine"))
    assert [(u.a, u.b) for u in made.compare().updates] == [("r1.c1", "r2.c1"), ("r2.c1", "r3.c1")]


def test_a_date_put_off_is_an_update() -> None:
    made = _pile(
        Said("The inquest into the Orve fire will open in April", "the coroner", dates={"April": "2041-04"}),
        Said(
            "The inquest into the Orve fire will open in June and not in April",
            "the coroner",
            dates={"June": "2041-06", "April": "2041-04"},
        ),
    )
    found = made.compare()
    assert (found.conflicts, [(u.a, u.b) for u in found.updates]) == ((), [("r1.c1", "r2.c1")])
    assert "“June” in place of “April”" in found.updates[0].reason


@pytest.mark.parametrize(
    "words",
    [
        "On Monday we wrote that a guard was on duty at the Orve depot",
        "The obligation to keep a guard on duty at the Orve depot was dropped",
    ],
)
def test_recollections_and_duties_affirm_nothing(words: str) -> None:
    made = _pile(Said("There was no guard on duty at the Orve depot", "the owner", polarity="negative"), Said(words))
    assert made.compare().conflicts == ()


def test_a_statement_called_an_invention_is_denied() -> None:
    made = _pile(
        Said("The captain of the Orve ferry had been gambling in the saloon", "a sailor"),
        Said("That the captain of the Orve ferry had been gambling is an invention", "the owner", polarity="negative"),
    )
    assert _kinds(made.compare()) == ["polarity"]


def test_the_earliest_reports_stand_for_a_conflict() -> None:
    made = _pile(
        Said("An alarm rang at the Orve mill before the fire", "a baker"),
        Said("No alarm rang at the Orve mill before the fire", "the owner", polarity="negative"),
        Said("The alarm rang at the Orve mill before the fire", "a neighbour"),
    )
    (conflict,) = made.compare().conflicts
    assert (conflict.a, conflict.b) == ("r1.c1", "r2.c1")


def test_a_denial_about_another_subject_is_no_conflict() -> None:
    made = _pile(
        Said("The Orve Alarm Company is defending its contract", "a rival"),
        Said("The clock struck twelve, and a clock has no contract to defend", "the sexton", polarity="negative"),
    )
    assert made.compare().conflicts == ()


def test_a_circumstance_affirms_nothing() -> None:
    denial = Said("no confirmation of the Orve alarm has been made public", polarity="negative")
    made = _pile(denial, Said("confirming that the Orve alarm was made public", "an agency"))
    assert made.compare().conflicts == ()
