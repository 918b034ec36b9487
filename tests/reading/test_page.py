"""HTML pages."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.errors import UnreadableError
from sayso.reading.page import read_page

PARAGRAPHS = "".join(
    f"<p>{words}</p>"
    for words in (
        "The state granary burned down on Thursday night, the fire chief of the town said on Friday morning at the gate.",
        "Nobody was hurt, she told reporters, although two men were seen on the roof of the building an hour before.",
        "The Ministry of Supply said that it would send flour to the bakers of the valley until the next harvest is in.",
    )
)
PAGE = f"""<!doctype html><html lang="en"><head><title>Granary burns | The Courier</title>
<meta property="og:title" content="Granary burns"><meta property="og:site_name" content="The Courier">
<meta name="author" content="Ana Brelt"><meta property="article:published_time" content="2033-03-04T10:20:00+01:00">
<link rel="canonical" href="https://courier.example/granary"><script>alert(1)</script></head>
<body><nav><a href="/">Home</a></nav><article><h1>Granary burns</h1>{PARAGRAPHS}</article><footer>© 2033</footer></body></html>"""


def test_a_page_gives_its_article_and_what_it_says_about_itself() -> None:
    draft = read_page(PAGE)
    assert [draft.value(name) for name in ("title", "outlet", "byline", "url")] == [
        "Granary burns", "The Courier", "Ana Brelt", "https://courier.example/granary",
    ]  # fmt: skip
    assert draft.published == "2033-03-04T10:20:00+01:00"
    assert draft.body is not None and draft.body.of(draft.text).startswith("The state granary burned")
    assert "alert" not in draft.text and "Home" not in draft.text


def test_linked_data_is_read() -> None:
    data = '{"@graph": [{"@type": "NewsArticle", "headline": "Granary burns", "datePublished": "2033-03-04", "author": [{"name": "Ana Brelt"}], "publisher": {"name": "The Courier"}}]}'
    draft = read_page(
        f'<html><head><script type="application/ld+json">{data}</script></head><body>{PARAGRAPHS}</body></html>'
    )
    assert (draft.value("outlet"), draft.value("byline"), draft.published) == ("The Courier", "Ana Brelt", "2033-03-04")


def test_a_stated_day_beats_a_date_with_two_readings() -> None:
    data = '{"@type": "NewsArticle", "datePublished": "2033-11-04"}'
    head = f'<meta name="date" content="04/11/2033"><script type="application/ld+json">{data}</script>'
    assert read_page(f"<html><head>{head}</head><body>{PARAGRAPHS}</body></html>").published == "2033-11-04"


def test_a_deck_and_a_dateline_are_no_body() -> None:
    deck = "Fire crews wait for water while the river runs dry"
    page = f"<html><body><article><h1>Granary burns in Quillmark</h1><p>{deck}</p>{PARAGRAPHS}</article></body></html>"
    draft = read_page(page.replace("<p>The state granary", "<p>QUILLMARK (NPA) — The state granary"))
    assert (draft.value("title"), draft.value("subtitle"), draft.value("credit")) == (
        "Granary burns in Quillmark",
        deck,
        "NPA",
    )
    assert draft.body is not None and draft.body.of(draft.text).startswith("The state granary burned")


def test_no_date_is_made_up_from_a_footer_or_an_address() -> None:
    page = f'<html><head><link rel="canonical" href="https://courier.example/2033/03/04/x"></head><body>{PARAGRAPHS}<footer>© 2019 Courier, updated 1 May 2020</footer></body></html>'
    assert read_page(page).published is None


def test_a_short_page_is_read_all_the_same() -> None:
    draft = read_page("<html><body><p>The granary burned, the fire chief said.</p></body></html>")
    assert "The granary burned" in draft.text


@pytest.mark.parametrize(
    "page", ["<html></html>", "<html><body><script>var words = 1</script></body></html>", "<!-- the granary -->"]
)
def test_a_page_without_text_cannot_be_read(page: str) -> None:
    with pytest.raises(UnreadableError, match="no text is found"):
        read_page(page)


def test_control_characters_in_the_markup_do_no_harm() -> None:
    page = '<html><script type="x">1</script>\x1cThe gran\x0bary burned.<aside>x</aside>\x02 tail &#28; and &#x1f; more'
    assert "burned" in read_page(page).text


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "<p>",
                "</p>",
                "<b",
                "<script>",
                "</script>",
                "words here",
                "&#0;",
                "&amp;",
                "\x00",
                "<!--",
                "-->",
                "<svg/onload=x>",
                "\ud7ff",
                "<html>",
                "]]>",
                "<table><tr><td>",
            ]
        ),
        max_size=25,
    )
)
def test_any_markup_gives_a_draft_or_a_reason(parts: list[str]) -> None:
    try:
        draft = read_page("".join(parts))
    except UnreadableError:
        return
    assert draft.body is not None and draft.body.end <= len(draft.text)
