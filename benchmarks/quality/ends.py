"""Sentence ends: F1 on the development parts of EWT (the web) and ECB+ (news), from raw text through the tool itself.

An end is the place of the last character of a sentence that is no space, whatever words it was cut into. The end of a paragraph is given, so it counts
as found; the texts of ECB+ know no paragraphs and are one each. The web address on top of a document of ECB+ is left out.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from xml.etree import ElementTree

from benchmarks.quality.counts import Count
from benchmarks.quality.floors import Figures
from benchmarks.quality.raw import analysed
from benchmarks.quality.spacing import glued, laid
from benchmarks.quality.treebank import documents


def web(folder: Path) -> Figures:
    """Return `ends.web`, the F1 on EWT."""
    count = Count()
    for one in documents(folder / "en_ewt-ud-dev.conllu"):
        gold = [one.places[last - 1][1] - 1 for _, last in one.sentences]
        add(count, set(gold), said(one.name, one.text), {gold[number] for number in one.paragraphs})
    return {"ends.web": count.f1}


def news(folder: Path) -> Figures:
    """Return `ends.news`, the F1 on ECB+."""
    count = Count()
    for path in sorted((folder / "dev").glob("*/*.xml")):
        text, gold = read(path)
        if gold:
            add(count, gold, said(path.stem, text), {max(gold)})
    return {"ends.news": count.f1}


def said(name: str, text: str) -> set[int]:
    """Return the ends that the tool finds."""
    return ends(text, ((s.span.start, s.span.end) for s in analysed(name, text).sentences))


def ends(text: str, ranges: Iterable[tuple[int, int]]) -> set[int]:
    """Return the places of the last character of each range that is no space; a range of spaces has none."""
    held = ((start, len(text[start:end].rstrip())) for start, end in ranges)
    return {start + length - 1 for start, length in held if length}


def add(count: Count, gold: set[int], found: set[int], given: set[int]) -> None:
    """Count the ends of one text; those `given` count as found."""
    told = found | given
    count.add(len(gold & told), len(told), len(gold))


def read(path: Path) -> tuple[str, set[int]]:
    """Return the text of a document of ECB+ and the ends of its sentences."""
    tokens = list(ElementTree.parse(path).getroot().iter("token"))
    if path.name.endswith("plus.xml"):
        tokens = [token for token in tokens if token.get("sentence") != "0"]
    tokens = [token for token in tokens if (token.text or "").strip()]
    forms = [(token.text or "").strip() for token in tokens]
    text, places = laid(forms, glued(forms))
    numbers = [token.get("sentence") for token in tokens]
    return text, {
        places[at][1] - 1 for at in range(len(numbers)) if at + 1 == len(numbers) or numbers[at + 1] != numbers[at]
    }
