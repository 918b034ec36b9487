"""What the fuzzer checks holds for its first inputs, and for inputs that once broke it; atheris is not needed for that."""

import pytest

from fuzz.seeds import seeds
from fuzz.targets import TARGETS, wrapped

FOUND = {
    "mail": [b'From: a\nSubject: b c\nContent-Type: text/plain; charset="\0utf-8"\n\nThe granary burned.'],
    "html": [b'<meta charset="undefined"><p>Zo\xeb said it burned.</p>'],
    "json": [b'{"text": "a", "published": 1e308}', b'{"text": "\\ud800 words"}'],
}


@pytest.mark.parametrize("name", sorted(TARGETS))
def test_what_must_hold_holds(name: str) -> None:
    given = seeds(name)
    assert given
    for data in [*given, *FOUND.get(name, []), b"", b"\0", b"\xff" * 40]:
        TARGETS[name](data)


def test_a_wrapped_body_is_a_word_document() -> None:
    TARGETS["docx"](wrapped(b"<w:document"))
