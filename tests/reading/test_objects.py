"""JSON and lines of JSON."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.errors import UnreadableError
from sayso.reading.object_fields import fields_of, published_of, text_of
from sayso.reading.objects import read_objects
from sayso.reading.part import Part
from sayso.reading.plain import Draft
from tests.reading import files

PLAIN = {
    "text": files.TEXT,
    "title": "A fire",
    "outlet": "Courier",
    "published": "2033-03-04",
    "url": "https://c.example/1",
}
NINJS = {
    "uri": "https://npa.example/1", "headline": "Granary burns", "body_text": files.TEXT, "byline": "Ana Brelt", "provider": "NPA", "source": "Valley News",
    "versioncreated": "2033-03-04T10:20:00+01:00", "located": "Quillmark",
}  # fmt: skip


def read(value: Any) -> list[Part]:
    return read_objects(json.dumps(value).encode())


def only(value: Any) -> Draft:
    (part,) = read(value)
    assert part.draft is not None
    return part.draft


def values(draft: Draft) -> list[str | None]:
    return [draft.value(name) for name in ("title", "outlet", "byline", "credit", "dateline", "url")] + [
        draft.published
    ]


def test_an_object_is_a_report() -> None:
    assert values(only(PLAIN)) == ["A fire", "Courier", None, None, None, "https://c.example/1", "2033-03-04"]


def test_the_fields_of_ninjs_are_understood() -> None:
    expected = [
        "Granary burns",
        "NPA",
        "Ana Brelt",
        "Valley News",
        "Quillmark",
        "https://npa.example/1",
        "2033-03-04T10:20:00+01:00",
    ]
    assert values(only(NINJS)) == expected
    newer = {
        "headlines": [{"role": "main", "value": "Granary burns"}],
        "bodies": [{"role": "main", "value": files.TEXT}],
        "provider": {"name": "NPA"},
    }
    assert values(only(newer))[:2] == ["Granary burns", "NPA"]


def test_a_page_in_a_field_is_read_as_one() -> None:
    draft = only({"headline": "Granary burns", "body_html": files.PAGE})
    assert draft.text.startswith("The state granary") and "<p>" not in draft.text


@pytest.mark.parametrize("wrap", [lambda o: o, lambda o: {"articles": o}, lambda o: {"response": {"docs": o}}])
def test_each_object_of_a_list_is_a_report(wrap: Any) -> None:
    found = read(wrap([PLAIN, {**PLAIN, "text": "Nobody was hurt, she said."}, {"title": "empty"}, 7]))
    assert [part.mark for part in found] == ["#1", "#2", "#3", "#4"]
    assert [part.draft is not None for part in found] == [True, True, False, False]
    assert "no text" in found[2].why and "no object" in found[3].why


def test_each_line_is_a_report() -> None:
    data = b"\n".join([json.dumps(PLAIN).encode(), b"", b"{broken", json.dumps(NINJS).encode()])
    assert [(part.mark, part.draft is not None) for part in read_objects(data)] == [
        ("#1", True),
        ("#2", False),
        ("#3", True),
    ]


def test_the_same_object_has_the_same_digest() -> None:
    found = read([PLAIN, dict(reversed(PLAIN.items())), NINJS])
    assert found[0].digest == found[1].digest != found[2].digest


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b'[{"text": "a', "no valid JSON at line 1"),
        (b'{"a":' * 200_000, "too deeply nested|no valid JSON"),
        (b'["a", 2]', "no list of objects"),
        (b'{"a": 1}', "no text"),
        (b'"words"', "no list of objects"),
    ],
)
def test_what_cannot_be_read_is_told(data: bytes, words: str) -> None:
    with pytest.raises(UnreadableError, match=words):
        read_objects(data)


@pytest.mark.parametrize(
    ("value", "published"),
    [
        (1_985_000_000, "2032-11-25T12:53:20Z"),
        (1_985_000_000_000, "2032-11-25T12:53:20Z"),
        (True, None),
        (12, None),
        (float("inf"), None),
        ("soon", None),
    ],
)
def test_dates(value: Any, published: str | None) -> None:
    assert published_of({"published": value}) == published


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=20),
    lambda held: (
        st.lists(held, max_size=3)
        | st.dictionaries(
            st.sampled_from([*PLAIN, *NINJS, "authors", "bodies", "headlines", "name", "value"]), held, max_size=4
        )
    ),
    max_leaves=12,
)


@settings(max_examples=150, deadline=None)
@given(st.dictionaries(st.sampled_from([*PLAIN, *NINJS, "authors", "bodies", "headlines"]), JSON, max_size=6))
def test_any_object_gives_plain_fields(entry: dict[str, Any]) -> None:
    assert isinstance(text_of(entry), str)
    assert all(value and isinstance(value, str) for value in fields_of(entry).values())
    assert published_of(entry) is None or isinstance(published_of(entry), str)


@settings(max_examples=100, deadline=None)
@given(JSON)
def test_any_json_is_read_or_refused(value: Any) -> None:
    try:
        found = read(value)
    except UnreadableError:
        return
    assert all(part.why or (part.draft is not None and part.draft.body is not None) for part in found)
