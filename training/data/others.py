"""WNUT17 (names), ECB+ (sentence ends of news), UDS-IH2 and MegaVeridicality (factuality)."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

from benchmarks.quality.spacing import gaps

from sayso.language.encoder.labels import NAMES
from training.data.document import Document

KINDS = {
    "person": "PER",
    "location": "LOC",
    "group": "ORG",
    "corporation": "ORG",
    "product": "OTHER",
    "creative-work": "OTHER",
}


def wnut(path: Path) -> Iterator[Document]:
    """Yield one document a sentence."""
    forms: list[str] = []
    tags: list[int] = []
    for line in [*path.read_text("utf-8").split("\n"), ""]:
        if not line.strip():
            if forms:
                yield Document(f"wnut-{len(forms)}", forms, gaps(forms), names={"wnut": tags})
            forms, tags = [], []
            continue
        form, label = line.rstrip("\n").split("\t")[:2]
        mark, _, kind = label.partition("-")
        forms.append(form)
        tags.append(NAMES.index(f"{mark}-{KINDS[kind]}") if kind else 0)


def ecb(folder: Path) -> Iterator[Document]:
    """Yield the documents of ECB+ with their sentence ends; the web address on top of some is left out."""
    for path in sorted(folder.glob("*/*.xml")):
        tokens = list(ET.parse(path).getroot().iter("token"))
        if path.name.endswith("plus.xml"):
            tokens = [t for t in tokens if t.get("sentence") != "0"]
        if not tokens:
            continue
        forms = [(t.text or "").strip() or "." for t in tokens]
        numbers = [t.get("sentence") for t in tokens]
        ends = [int(at + 1 == len(numbers) or numbers[at + 1] != numbers[at]) for at in range(len(numbers))]
        yield Document(path.stem, forms, gaps(forms), ends)


def factuality(path: Path) -> Iterator[Document]:
    """Yield one document a sentence, with the judged words."""
    for line in path.read_text("utf-8").splitlines():
        entry = json.loads(line)
        forms = entry["text"].split(" ")
        facts = {int(t["span1"][0]): float(t["label"]) for t in entry["targets"]}
        facts = {at: value for at, value in facts.items() if at < len(forms)}
        if facts:
            yield Document(f"fact-{entry['idx']}", forms, gaps(forms), facts=facts)
