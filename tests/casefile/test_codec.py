"""What is kept comes back exactly as it was."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.casefile.codec import packed, parsed, unpacked, written
from sayso.errors import CaseDamagedError
from sayso.model import (
    Analysis,
    Anchor,
    Attribution,
    Claim,
    Dossier,
    Evidence,
    FieldOf,
    Passage,
    Proposition,
    Report,
    Span,
)
from tests.affair import dossier

SPANS = st.tuples(st.integers(0, 10**6), st.integers(1, 10**4)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))
st.register_type_strategy(Span, SPANS)
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
EVIDENCE = st.one_of(
    st.builds(Evidence, span=st.builds(Passage, TEXT, st.integers(0, 9), st.integers(0, 9), TEXT)),
    st.builds(Evidence, field=st.builds(FieldOf, TEXT, TEXT)),
)
st.register_type_strategy(Evidence, EVIDENCE)
FLOATS = st.floats(allow_nan=False)


@pytest.fixture(autouse=True)
def plain_values() -> None:
    for kind, strategy in ((str, TEXT), (float, FLOATS), (int, st.integers(-(2**63), 2**63 - 1))):
        st.register_type_strategy(kind, strategy)


@pytest.mark.parametrize("kind", [Analysis, Attribution, Claim, Proposition, Report])
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_value_of_the_model_comes_back_equal(kind: type, data: st.DataObject) -> None:
    value = data.draw(st.from_type(kind))
    assert unpacked(packed(value), kind) == value


@pytest.mark.parametrize("kind", [Anchor, Report])
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_what_is_written_as_text_comes_back_equal(kind: type, data: st.DataObject) -> None:
    value = data.draw(st.from_type(kind))
    assert parsed(written(value), kind) == value


def test_a_whole_dossier_comes_back_equal() -> None:
    assert unpacked(packed(dossier()), Dossier) == dossier()


def test_the_smallest_and_largest_fractions_keep_every_bit() -> None:
    values = (0.1 + 0.2, 5e-324, 1.7976931348623157e308, -0.0, 1 / 3)
    back = unpacked(packed(values), tuple[float, ...])
    assert [value.hex() for value in back] == [value.hex() for value in values]


@pytest.mark.parametrize("content", [b"", b"no zlib", packed("words")[:-1], packed(["a report?"])])
def test_broken_bytes_are_told(content: bytes) -> None:
    with pytest.raises(CaseDamagedError, match="an entry of the case file is damaged"):
        unpacked(content, Report)


def test_broken_json_is_told() -> None:
    with pytest.raises(CaseDamagedError, match="an entry of the case file is damaged"):
        parsed('{"id": 1', msgspec.Raw)
