"""Headlines told from first paragraphs."""

import pytest

from sayso.reading.headline import headline, reads_as_headline

BODY = "The state granary burned down on Thursday night, the fire chief said.\n\nNobody was hurt.\n"


def of(text: str) -> str | None:
    found = headline(text, 0, len(text))
    return found[0].of(text) if found else None


@pytest.mark.parametrize(
    "words",
    [
        "Granary burns in Quillmark",
        "FIRE AND FURY!",
        "Was the granary insured?",
        "‘It came from the elevator’",
        "Fact check: No, the granary fire was not filmed a year earlier",
        "Minister Says Granary Fire Was an Accident, Dismissing Claims of Sabotage by Neighbouring State and Opposition Deputies",
        "Ministry of Supply denies shortage of barley after granary fire, promises flour for bakers from reserve, sets up commission in Osk",
        "Quillmark Granary Burns to the Ground.",
    ],
)
def test_a_headline_before_a_text_is_found(words: str) -> None:
    assert of(f"{words}\n\n{BODY}") == words
    assert of(f"{words}\n{BODY}") == words


@pytest.mark.parametrize(
    "words",
    [
        "The granary burned down on Thursday.",
        "In a sad and quite unexpected turn, news has come from the town about the possible burning of the old granary and a part of "
        "the harvest that the farmers of the valley had brought in over the summer",
        "and nobody knew why",
        "• The granary burned",
        "“We saw nothing,” she said,",
    ],
)
def test_a_first_paragraph_is_no_headline(words: str) -> None:
    assert of(f"{words}\n\n{BODY}") is None


def test_the_first_line_of_a_hard_wrapped_paragraph_is_none() -> None:
    assert (
        of(
            "The state granary in the town of Quillmark burned down on the\nnight to Thursday, the fire chief told reporters at the gate\nin the morning.\n\nMore."
        )
        is None
    )


def test_a_headline_over_two_lines_is_one() -> None:
    text = "Granary burns in Quillmark as\nfire crews wait for water\n\n" + BODY
    assert of(text) == "Granary burns in Quillmark as\nfire crews wait for water"


def test_a_marked_headline_is_taken_without_its_marks() -> None:
    assert of(f"# The granary burned down.\n\n{BODY}") == "The granary burned down."
    assert of(f"**Granary burns**\n\n{BODY}") == "Granary burns"
    assert of(f"Granary burns\n=====\n\n{BODY}") == "Granary burns"


def test_a_speaker_of_a_transcript_is_no_headline() -> None:
    assert (
        of("BRELT: Good morning\n\nHARROW: Good morning to you, and to all who listen.\n\nBRELT: It burned.\n") is None
    )


def test_a_headline_alone_is_the_text() -> None:
    assert of("Granary burns in Quillmark") is None


@pytest.mark.parametrize("words", ["", " ", "!", "..."])
def test_nothing_is_no_headline(words: str) -> None:
    assert not reads_as_headline(words)
