"""Descriptions led over the pile to the one they fit."""

from __future__ import annotations

from sayso.attribution.described import lead_descriptions
from sayso.attribution.merging import Groups, Key, Node
from sayso.model import ActorKind


def _node(scope: str, name: str, kind: ActorKind, report: str, *titles: str) -> Node:
    made = Node((scope, name.lower()), name)
    made.kinds[kind] = 3
    made.reports.add(report)
    made.titles.update(titles)
    return made


def _led(*nodes: Node) -> dict[str, str]:
    """What each description is joined with, by name."""
    held: dict[Key, Node] = {node.key: node for node in nodes}
    groups = Groups()
    lead_descriptions(held, groups)
    tops = {groups.top(node.key): [] for node in nodes}
    for node in nodes:
        tops[groups.top(node.key)].append(node.name)
    return {
        name: next(n for n in names if not n.islower())
        for names in tops.values()
        for name in names
        if name.islower() and any(not n.islower() for n in names)
    }


RUIZ = _node("person", "Ana Ruiz", "person", "r1", "Governor of Norland Bank")
LIND = _node("person", "Bo Lind", "person", "r1", "harbour master")


def test_an_office_leads_to_its_only_holder() -> None:
    assert _led(RUIZ, LIND, _node("r2", "the governor", "nameless person", "r2")) == {"the governor": "Ana Ruiz"}


def test_two_holders_leave_it_open() -> None:
    other = _node("person", "Eva Holt", "person", "r3", "governor")
    assert _led(RUIZ, other, _node("r2", "the governor", "nameless person", "r2")) == {}


def test_somebody_new_is_led_nowhere() -> None:
    assert _led(RUIZ, _node("r2", "a governor", "nameless person", "r2")) == {}


def test_what_else_a_description_tells_must_fit() -> None:
    assert _led(RUIZ, _node("r2", "the governor of Westland", "nameless person", "r2")) == {}


def test_the_company_is_the_only_one_its_report_names() -> None:
    firm = _node("body", "Haven Lines", "company", "r1")
    assert _led(firm, _node("r1", "company", "company", "r1")) == {"company": "Haven Lines"}
    assert _led(firm, _node("r2", "company", "company", "r2")) == {}


def test_a_telling_word_may_lead_over_the_pile() -> None:
    firm = _node("body", "Haven Ferries", "company", "r1")
    described = _node("body", "ferry company", "company", "r2")
    assert _led(firm, described) == {"ferry company": "Haven Ferries"}


def test_a_ministry_is_led_to_ministries_only() -> None:
    service = _node("body", "Coastal Health Service", "ministry", "r1")
    assert _led(service, _node("r1", "ministry", "ministry", "r1")) == {}
