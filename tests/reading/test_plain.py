"""Texts: header block, lines above the text, credits, boilerplate; every range leads back to its words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import UnreadableError
from sayso.reading.plain import Draft, read_text

BODY = "The state granary burned down on Thursday night, the fire chief said.\n\nNobody was hurt, she told the Courier."


def body(draft: Draft) -> str:
    assert draft.body is not None
    return draft.body.of(draft.text)


def skipped(text: str) -> list[str]:
    return [span.of(text) for span in read_text(text).skipped]


def test_a_header_block_gives_the_fields_and_is_not_body() -> None:
    draft = read_text(
        f"title: Granary burns\nOUTLET: The Courier\nPublished: 4 March 2033\nByline: Ana Brelt\nURL: https://courier.example/1\n\n{BODY}"
    )
    assert [draft.value(name) for name in ("title", "outlet", "byline", "url")] == [
        "Granary burns", "The Courier", "Ana Brelt", "https://courier.example/1",
    ]  # fmt: skip
    assert draft.published == "2033-03-04"
    assert body(draft) == BODY
    assert draft.spans["outlet"].of(draft.text) == "The Courier"


def test_windows_line_ends_stay_and_do_no_harm() -> None:
    text = f"Title: Granary burns\r\nOutlet: The Courier\r\n\r\n{BODY}".replace("\n\n", "\r\n\r\n")
    draft = read_text(text)
    assert draft.text == text
    assert draft.value("outlet") == "The Courier"
    assert body(draft).startswith("The state granary")


def test_one_unknown_key_and_the_block_is_text() -> None:
    draft = read_text(f"Title: Granary burns\nWarning: hot\n\n{BODY}")
    assert draft.value("title") is None
    assert body(draft).startswith("Title: Granary burns")


def test_front_matter_between_dashes_may_hold_other_keys() -> None:
    draft = read_text(f'---\ntitle: "Granary burns"\nlayout: post\ndate: 2033-03-04\n---\n{BODY}')
    assert (draft.value("title"), draft.published, body(draft)) == ("Granary burns", "2033-03-04", BODY)


def test_headers_without_text_cannot_be_read() -> None:
    with pytest.raises(UnreadableError, match="no text below"):
        read_text("Title: Granary burns\nOutlet: The Courier\n\n")


def test_headline_byline_and_date_stand_above_the_text() -> None:
    draft = read_text(
        f"Granary burns in Quillmark\n\nBy Ana Brelt and Jon Osk\nPublished: 4 March 2033, 10:20 GMT\n\n{BODY}"
    )
    assert (draft.value("title"), draft.value("byline"), draft.published) == (
        "Granary burns in Quillmark", "Ana Brelt and Jon Osk", "2033-03-04T10:20:00Z",
    )  # fmt: skip
    assert body(draft) == BODY


def test_byline_and_date_may_share_a_line() -> None:
    draft = read_text(f"Granary burns in Quillmark\n\nBy Ana Brelt | March 4, 2033 | 5 min read\n\n{BODY}")
    assert (draft.value("byline"), draft.published, body(draft)) == ("Ana Brelt", "2033-03-04", BODY)


def test_captions_and_buttons_above_the_headline_are_passed() -> None:
    draft = read_text(
        f"Please enable JavaScript to watch this video\n1:31\nSmoke over Quillmark (Photo: Jon Osk)\nGranary burns\n\n{BODY}"
    )
    assert (draft.value("title"), body(draft)) == ("Granary burns", BODY)


def test_dates_behind_the_headline_are_not_part_of_it() -> None:
    draft = read_text(
        f"Granary burns Posted: Friday, March 4, 2033 10:04 AM EST Updated: Saturday, March 5, 2033 9:00 AM EST\n\n{BODY}"
    )
    assert (draft.value("title"), draft.published, body(draft)) == ("Granary burns", "2033-03-04", BODY)


def test_a_deck_below_the_headline_is_no_body() -> None:
    draft = read_text(f"Granary burns\n\nFire crews wait for water while the river runs dry\n\n{BODY}")
    assert (draft.value("subtitle"), body(draft)) == ("Fire crews wait for water while the river runs dry", BODY)


def test_who_helped_to_report_is_no_agency() -> None:
    assert read_text(f"{BODY}\n\nAdditional reporting by Jon Osk").value("credit") is None


def test_the_day_of_an_update_is_not_the_day_of_publication() -> None:
    assert read_text(f"Granary burns\n\nUpdated: 5 March 2033\n\n{BODY}").published is None


def test_a_repeated_title_is_no_body() -> None:
    title = "Granary burns in Quillmark on Thursday"
    draft = read_text(f"Title: {title}\n\n{title}\n{title}\n{BODY}")
    assert (draft.value("subtitle"), body(draft)) == (None, BODY)


def test_a_dateline_without_year_gives_no_date() -> None:
    draft = read_text(f"Title: Granary burns\n\nQUILLMARK, March 4 (NPA) - {BODY}")
    assert (draft.value("dateline"), draft.value("credit"), draft.published) == (
        "QUILLMARK, March 4 (NPA)",
        "NPA",
        None,
    )
    assert body(draft) == BODY


def test_a_header_beats_the_dateline() -> None:
    draft = read_text(f"Published: 2033-03-05\n\nQUILLMARK, March 4, 2033 (NPA) - {BODY}")
    assert draft.published == "2033-03-05"


@pytest.mark.parametrize(
    ("line", "credit"),
    [
        ("Source: NORPRESS", "NORPRESS"),
        ("With reporting from AFP", "AFP"),
        ("(AP)", "AP"),
        ("— Reuters", "Reuters"),
        ("With files from The Canadian Press", "Canadian Press"),
        ("AFP, Reuters", "AFP, Reuters"),
    ],
)
def test_a_closing_line_credits_an_agency(line: str, credit: str) -> None:
    text = f"{BODY}\n\n{line}\n"
    draft = read_text(text)
    assert (draft.value("credit") or "").removeprefix("The ") == credit
    assert [span.of(text) for span in draft.skipped] == [line]


def test_who_reported_is_the_byline_when_there_is_none() -> None:
    text = f"{BODY}\n\n(Reporting by Ana Brelt in Quillmark; editing by Jon Osk)"
    assert read_text(text).value("byline") == "Ana Brelt in Quillmark"


def test_a_last_sentence_is_no_credit() -> None:
    text = f"{BODY}\n\nThe source said so"
    assert read_text(text).value("credit") is None
    assert skipped(text) == []


@pytest.mark.parametrize(
    "line",
    [
        "Sign up for our morning newsletter.", "Read more: Barley prices rise", "Share this story", "Advertisement", "12 Comments",
        "We use cookies to improve your visit.", "Follow us on Telegram for more.", "Tags: fire, barley", "© 2033 The Courier. All rights reserved.",
        "Photo: Ana Brelt", "RELATED: Five granaries you must see", "Use code BARLEY10 for your first month.", "5 min read", "* * *",
    ],
)  # fmt: skip
def test_boilerplate_is_skipped(line: str) -> None:
    assert skipped(f"{BODY}\n\n{line}\n\nThe ministry has not replied.") == [line]


@pytest.mark.parametrize(
    "line",
    [
        "Video from the harbour shows the granary burning.", "Support for the minister fell today, a poll shows.", "The tags were found in the ash.",
        "Read the letter again, she told the deputies.", "Advertisers have left the Courier, its owner said.", "Copyright law is no help, the author said.",
        "“Sign up for our newsletter,” the caller said before the line went dead.", "More than 300 people watched.", "Views on the dam differ.",
        "Opinions expressed by the minister do not bind the cabinet, a judge said.", "Comments by the chief were cut from the broadcast.",
        "Images of the fire spread within minutes, police said.", "Contact with the crew was lost at noon.",
    ],
)  # fmt: skip
def test_news_is_not_boilerplate(line: str) -> None:
    assert skipped(f"{BODY}\n\n{line}\n\nThe ministry has not replied.") == []


@given(st.text(max_size=400))
def test_any_text_gives_ranges_inside_it(text: str) -> None:
    try:
        draft = read_text(text)
    except UnreadableError:
        return
    assert draft.text == text
    assert draft.body is not None and draft.body.of(text).strip()
    for span in [*draft.spans.values(), *draft.skipped]:
        assert 0 <= span.start < span.end <= len(text)
        assert span.of(text) == span.of(text).strip()


_LINES = st.sampled_from(
    ["Title: A fire", "Outlet: Courier", "", "By Ana Brelt", "4 March 2033", "Granary burns", "QUILLMARK, 4 March (NPA) -", BODY, "Source: AFP",
     "Advertisement", "---", "# Fire", "====", "BRELT: Hello", "\ttabbed", "- one"]
)  # fmt: skip


@given(st.lists(_LINES, max_size=12), st.sampled_from(["\n", "\r\n", "\n\n"]))
def test_any_mixture_of_known_lines_is_read(lines: list[str], end: str) -> None:
    text = end.join(lines)
    try:
        draft = read_text(text)
    except UnreadableError:
        return
    assert draft.body is not None
    for span in draft.skipped:
        assert draft.body.contains(span)
