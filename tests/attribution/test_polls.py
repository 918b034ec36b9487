"""Polls: the numbers of a survey are credited to who made it."""

from __future__ import annotations

from sayso.attribution.page import Page
from sayso.attribution.polls import maker_in, poll_meant, polls
from sayso.language import analyse
from tests.attribution.reading import chain
from tests.build import report


def _polls(text: str) -> list[tuple[str, str]]:
    made = report(text)
    page = Page(made, analyse(made))
    return [(page.words(*poll.part), poll.maker) for poll in polls(page)]


def test_a_poll_is_found_with_who_made_it() -> None:
    text = "In a Kestrel/Omnia poll published on Monday 40% of voters chose the mayor. That poll showed a lead."
    assert _polls(text) == [("a Kestrel/Omnia poll", "Kestrel/Omnia"), ("That poll", "")]


def test_a_month_and_a_demonstrative_make_no_poll() -> None:
    assert maker_in("That") == ""
    assert maker_in("a late July Kestrel") == "Kestrel"


def test_the_poll_is_the_last_one_named_before() -> None:
    made = report("A Kestrel poll asked men. An Omnia survey asked women. The poll was small.")
    page = Page(made, analyse(made))
    known = polls(page)
    meant = poll_meant(known, known[2].part)
    assert meant is not None
    assert meant.maker == "Omnia"
    assert poll_meant(known, (0, 1)) is None


def test_numbers_without_a_verb_are_the_polls() -> None:
    text = "Mayor Ana Ruiz leads Bo Lind by 45% to 41% in a Kestrel/Omnia poll published on Thursday."
    assert chain(text, "45% to 41%") == ["Kestrel/Omnia"]


def test_numbers_that_follow_are_still_the_polls() -> None:
    text = (
        "A Kestrel poll showed on Monday that the mayor is ahead.\n\nRuiz led Lind by 49% to 36% among women.\n\n"
        "The port will be rebuilt next year."
    )
    assert chain(text, "49% to 36%") == ["Kestrel"]
    assert chain(text, "rebuilt next year") == []


def test_those_asked_speak_for_the_poll() -> None:
    text = "A Kestrel poll came out on Monday. Some 73% of voters in the Kestrel poll said they were tired of the row."
    assert chain(text, "tired of the row") == ["Kestrel"]
