import pytest

from sayso.derivation.dates import order
from tests.build import report
from tests.derivation.pile import OWN_EYES, REWRITTEN, WEAVERS, edges, pile, read


@pytest.mark.parametrize(
    ("a", "b", "wanted"),
    [
        ("2041-05-01", "2041-05-02", -1),
        ("2041-05-02", "2041-05-01", 1),
        ("2041-05-02", "2041-05-02", 0),
        ("2041-05", "2041-05-02", None),
        ("2041-04", "2041-05-02", -1),
        ("2041", "2040-12-31", 1),
        (None, "2041-05-02", None),
        ("XXXX-05-02", "2041-05-02", None),
    ],
)
def test_dates_tell_who_was_first_where_they_can(a, b, wanted):
    assert order(report("x", published=a), report("x", published=b)) == wanted


def test_a_credit_tells_the_direction_of_undated_reports():
    reports = pile(
        a=(WEAVERS, {"outlet": "Bridge Herald"}),
        b=(REWRITTEN + "\nThe Bridge Herald was first to report it.", {"outlet": "Trumpet"}),
        c=OWN_EYES,
    )
    edge = edges(read(*reports))["b", "a"]
    assert edge.direction_known and edge.credited and edge.basis == "both"


def test_lost_hedges_and_lost_sources_tell_the_direction():
    edge = next(iter(read(*pile(b=WEAVERS, a=REWRITTEN, c=OWN_EYES)).derivations))
    assert (edge.child, edge.parent, edge.direction_known) == ("a", "b", True)
    assert any("flatly" in reason or "source" in reason for reason in edge.reasons)
