"""TimeBank and AQUAINT (TimeML): how the text presents its events, as polarity and modality.

Polarity is TimeML's. Modality comes from the modal verb over an event and from the links of subordination (SLINK): what is wished, asked, planned or supposed
is open. Modals whose reading depends on the sentence ('would', 'can', 'should', 'must') teach nothing.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from bisect import bisect_right
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from sayso.language.encoder.labels import MODALITIES, POLARITIES
from training.data.document import Document
from training.data.polnear import worded

UNKNOWN = -100
CERTAIN, POSSIBLE, OPEN = map(MODALITIES.index, ("certain", "possible", "open"))
MODALS = {
    "": CERTAIN,
    "none": CERTAIN,
    "may": POSSIBLE,
    "might": POSSIBLE,
    "could": POSSIBLE,
    "possible": POSSIBLE,
    "potential": POSSIBLE,
}
SUBORDINATE = {"MODAL": OPEN, "CONDITIONAL": OPEN}


def set_aside(path: Path) -> bool:
    """Tell whether a document belongs to the eighth that is never trained on."""
    return sha256(path.name.encode()).hexdigest()[-1] in "01"


def timebank(folders: list[Path], aside: bool) -> Iterator[Document]:
    """Yield the documents that are set aside, or the others."""
    for path in sorted(one for folder in folders for one in folder.glob("*.tml")):
        if set_aside(path) == aside:
            yield _document(path)


def _document(path: Path) -> Document:
    root = ET.parse(path).getroot()
    text, events = _flat(root.find("TEXT"))
    document, places = worded(path.stem, text)
    starts = [a for a, _ in places]
    word = {event: bisect_right(starts, end - 1) - 1 for event, end in events.items()}
    instances = {m.get("eiid"): m for m in root.iter("MAKEINSTANCE")}
    under = {s.get("subordinatedEventInstance"): SUBORDINATE.get(s.get("relType", "")) for s in root.iter("SLINK")}
    document.sides = {}
    for key, instance in instances.items():
        at = word.get(instance.get("eventID", ""))
        if at is None or at < 0:
            continue
        modality = MODALS.get((instance.get("modality") or "").lower(), UNKNOWN)
        if under.get(key) is not None and modality == CERTAIN:
            modality = OPEN
        document.sides[at] = (
            POLARITIES.index("negative" if instance.get("polarity") == "NEG" else "positive"),
            modality,
        )
    return document


def _flat(element: ET.Element | None) -> tuple[str, dict[str, int]]:
    """Return the text of an element without its marks, and where each event ends in it."""
    parts: list[str] = []
    ends: dict[str, int] = {}

    def walk(one: ET.Element) -> None:
        parts.append(one.text or "")
        for child in one:
            walk(child)
            if child.tag == "EVENT":
                ends[child.get("eid", "")] = sum(map(len, parts))
            parts.append(child.tail or "")

    if element is not None:
        walk(element)
    return "".join(parts), ends
