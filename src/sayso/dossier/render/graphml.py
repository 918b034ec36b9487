"""The stemma as GraphML, for programs that draw and measure graphs: an edge runs from the parent to the child."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from sayso.dossier.compose.labels import labels_of
from sayso.dossier.compose.plain import visible
from sayso.model import Dossier

_SPACE = "http://graphml.graphdrawing.org/xmlns"
_SCHEMA = "http://www.w3.org/2001/XMLSchema-instance"
_KEYS = (
    ("node", "label", "string"),
    ("node", "outlet", "string"),
    ("node", "title", "string"),
    ("node", "published", "string"),
    ("node", "file", "string"),
    ("node", "absent", "boolean"),
    ("edge", "kind", "string"),
    ("edge", "basis", "string"),
    ("edge", "score", "double"),
    ("edge", "credited", "boolean"),
    ("edge", "direction_known", "boolean"),
    ("edge", "reasons", "string"),
)


def to_graphml(dossier: Dossier) -> bytes:
    """Return the stemma in UTF-8 with a final newline; what is unknown has no `data`, reasons stand one a line."""
    labels = labels_of(dossier)
    root = ET.Element(
        "graphml", {"xmlns": _SPACE, "xmlns:xsi": _SCHEMA, "xsi:schemaLocation": f"{_SPACE} {_SPACE}/1.0/graphml.xsd"}
    )
    for where, name, kind in _KEYS:
        ET.SubElement(root, "key", {"id": f"{where}-{name}", "for": where, "attr.name": name, "attr.type": kind})
    graph = ET.SubElement(root, "graph", {"id": "stemma", "edgedefault": "directed"})
    for absent in dossier.absent:
        node = ET.SubElement(graph, "node", {"id": absent.id})
        _told(node, "node", label=absent.is_, outlet=absent.actor_name, absent=True)
    for report in dossier.reports:
        node = ET.SubElement(graph, "node", {"id": report.id})
        _told(
            node,
            "node",
            label=labels[report.id],
            outlet=report.outlet,
            title=report.title,
            published=report.published,
            file=report.file,
            absent=False,
        )
    for place, d in enumerate(dossier.derivations, 1):
        edge = ET.SubElement(graph, "edge", {"id": f"e{place}", "source": d.parent, "target": d.child})
        _told(
            edge,
            "edge",
            kind=d.kind,
            basis=d.basis,
            score=d.score,
            credited=d.credited,
            direction_known=d.direction_known,
            reasons="\n".join(d.reasons),
        )
    ET.indent(root)
    return bytes(ET.tostring(root, encoding="utf-8", xml_declaration=True)) + b"\n"


def _told(element: ET.Element, where: str, **values: str | float | bool | None) -> None:
    for name, value in values.items():
        if value is not None:
            words = str(value).lower() if isinstance(value, bool) else visible(str(value))
            ET.SubElement(element, "data", {"key": f"{where}-{name}"}).text = words
