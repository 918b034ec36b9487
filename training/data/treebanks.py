"""EWT and GUM (CoNLL-U): words, sentence ends, tags, trees, and in GUM names."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from pathlib import Path

from sayso.language.encoder.features import GLUED, PARAGRAPH, SPACE
from sayso.language.encoder.labels import NAMES, RELATIONS, UPOS
from sayso.language.tokens import pieces
from training.data.document import Document

KEPT = {name: name for name in RELATIONS if ":" in name}
MENTION = re.compile(r"\((\d+)-([a-z]+)-|(\d+)\)")
KINDS = {"person": "PER", "organization": "ORG", "place": "LOC"}


def relation(label: str) -> int:
    """Return the number of a dependency relation; a subtype that only one treebank makes is left out."""
    return RELATIONS.index(KEPT.get(label, label.partition(":")[0]))


def opened(path: Path) -> str:
    """Return the text of a plain or gzipped file."""
    return gzip.decompress(path.read_bytes()).decode() if path.suffix == ".gz" else path.read_text("utf-8")


def treebank(path: Path, scheme: str | None = None, marked: dict[str, list[int]] | None = None) -> Iterator[Document]:
    """Yield the documents of a CoNLL-U file; `scheme` names the head that learns the names of GUM's entity layer, `marked` holds names by sentence."""
    held: Document | None = None
    for block in opened(path).split("\n\n"):
        lines = block.strip("\n").split("\n")
        if not lines[0]:
            continue
        if held is None or any(line.startswith("# newdoc") for line in lines):
            if held is not None:
                yield held
            name = next((line.partition("=")[2].strip() for line in lines if line.startswith("# newdoc")), path.name)
            held = Document(name, [], [], [], [], [], [], {scheme: []} if scheme else {"uner": []} if marked else {})
            held.groups = [] if scheme else None
        new_paragraph = any(line.startswith("# newpar") for line in lines)
        _take(held, [line.split("\t") for line in lines if line[:1].isdigit()], new_paragraph, scheme)
        if marked is not None:
            held.names["uner"].extend(marked[next(line for line in lines if line.startswith("# sent_id"))])
    if held is not None:
        yield held


def _take(held: Document, rows: list[list[str]], new_paragraph: bool, scheme: str | None) -> None:
    base = len(held.forms)
    gap = PARAGRAPH if new_paragraph or not base else SPACE
    inner, glued_until = "", 0
    words: list[list[str]] = []
    for cells in rows:
        if "-" in cells[0]:
            glued_until, inner = int(cells[0].split("-")[1]), cells[9]
            continue
        if "." in cells[0]:
            continue
        words.append(cells)
        held.forms.append(cells[1])
        held.gaps.append(gap)
        held.ends.append(0)
        held.upos.append(UPOS.index(cells[3]))
        head = int(cells[6])
        held.heads.append(base + (head - 1 if head else int(cells[0]) - 1))
        held.relations.append(relation(cells[7]))
        if int(cells[0]) < glued_until:
            gap = GLUED
        else:
            misc = inner if int(cells[0]) == glued_until else cells[9]
            gap = GLUED if "SpaceAfter=No" in misc else SPACE
    if words:
        held.ends[-1] = 1
        if scheme:
            heads = [h - base for h in held.heads[base:]]
            mentions = _mentions(words)
            held.names[scheme].extend(_named(words, heads, mentions))
            held.groups.extend(_grouped(len(words), heads, mentions))


Mention = tuple[int, int, str, int]
"""First word, word after the last, kind, number of who or what is meant."""


def _mentions(words: list[list[str]]) -> list[Mention]:
    """Return the mentions of one sentence, outer ones first."""
    open_: list[tuple[str, str, int]] = []
    mentions: list[Mention] = []
    for at, cells in enumerate(words):
        found = re.search(r"(?:^|\|)Entity=([^|]+)", cells[9])
        if not found:
            continue
        opening = (match for match in MENTION.finditer(found.group(1)) if match.group(1))
        open_.extend((match.group(1), match.group(2), at) for match in opening)
        for group in _closed(found.group(1)):
            for k in range(len(open_) - 1, -1, -1):
                if open_[k][0] == group:
                    _, kind, start = open_.pop(k)
                    mentions.append((start, at + 1, kind, int(group)))
                    break
    return sorted(mentions, key=lambda m: (m[0], -m[1]))


def _headed(start: int, end: int, heads: list[int]) -> int:
    """Return the first word of a range that hangs on none of it."""
    return next((i for i in range(start, end) if not start <= heads[i] < end or heads[i] == i), start)


def _grouped(size: int, heads: list[int], mentions: list[Mention]) -> list[int]:
    """Return the group of each word that heads a mention, -1 for others; where one word heads two, the outer one has it."""
    groups = [-1] * size
    for start, end, _, group in mentions:
        head = _headed(start, end, heads)
        if groups[head] < 0:
            groups[head] = group
    return groups


def _named(words: list[list[str]], heads: list[int], mentions: list[Mention]) -> list[int]:
    """Return the name tags of one sentence: of every mention the unbroken proper nouns around its head, outer mentions first."""
    tags = [0] * len(words)
    proper = [
        cells[3] == "PROPN" or (cells[3] in ("ADP", "DET", "CCONJ", "PUNCT") and cells[1] in ("of", "-", "'s", "’s"))
        for cells in words
    ]
    for start, end, kind, _ in mentions:
        head = _headed(start, end, heads)
        if words[head][3] != "PROPN":
            continue
        a = b = head
        while a > start and proper[a - 1]:
            a -= 1
        while b + 1 < end and proper[b + 1]:
            b += 1
        while a < head and words[a][3] != "PROPN":
            a += 1
        while b > head and words[b][3] != "PROPN":
            b -= 1
        if any(tags[a : b + 1]):
            continue
        label = KINDS.get(kind, "OTHER")
        for i in range(a, b + 1):
            tags[i] = NAMES.index(("B-" if i == a else "I-") + label)
    return tags


def _closed(cell: str) -> Iterator[str]:
    """Yield the groups that a cell closes; '(12-person-..)' opens and closes in one."""
    for part in re.findall(r"\(\d+-[^()]*\)?|\d+\)", cell):
        if part.startswith("(") and part.endswith(")"):
            yield part[1:].partition("-")[0]
        elif not part.startswith("("):
            yield part[:-1]


def text_of(document: Document) -> tuple[str, list[tuple[int, int]]]:
    """Return a text that reads like the document, and where its words stand in it."""
    parts: list[str] = []
    places: list[tuple[int, int]] = []
    at = 0
    for form, gap in zip(document.forms, document.gaps, strict=True):
        before = "" if not parts or gap == GLUED else ("\n\n" if gap == PARAGRAPH else " ")
        parts.append(before + form)
        at += len(before)
        places.append((at, at + len(form)))
        at += len(form)
    return "".join(parts), places


def retokenised(document: Document) -> Document | None:
    """Return the document in the words of our own tokens; None when one of our tokens runs over the end of a sentence."""
    text, places = text_of(document)
    owner: list[int] = []
    made = Document(document.name, [], [], [], [], [], [], {scheme: [] for scheme in document.names})
    made.groups = None if document.groups is None else []
    groups: list[tuple[int, int]] = []
    at = 0
    for start, end in pieces(text, 0, len(text)):
        while places[at][1] <= start:
            at += 1
        first = at
        last = first
        while last + 1 < len(places) and places[last + 1][0] < end:
            last += 1
        groups.append((first, last + 1))
        made.forms.append(text[start:end])
        between = text[:start]
        made.gaps.append(
            PARAGRAPH if between.endswith("\n") or not between else (SPACE if between[-1].isspace() else GLUED)
        )
    owner = [-1] * len(document)
    for number, (first, last) in enumerate(groups):
        for i in range(first, last):
            if owner[i] < 0:
                owner[i] = number
    for number, (first, last) in enumerate(groups):
        own = [i for i in range(first, last) if owner[i] == number]
        if any(document.ends[i] for i in range(first, last - 1)):
            return None
        if not own:  # the second half of a word of theirs
            made.heads.append(number - 1)
            made.relations.append(RELATIONS.index("goeswith"))
            made.upos.append(UPOS.index("X"))
            made.ends.append(0)
            if made.groups is not None:
                made.groups.append(-1)
            for tags in made.names.values():
                tags.append(tags[-1] + (tags[-1] % 2))
            if made.ends[-2]:
                made.ends[-2], made.ends[-1] = 0, 1
            continue
        top = next((i for i in own if not first <= document.heads[i] < last or document.heads[i] == i), own[0])
        made.heads.append(number if document.heads[top] == top else owner[document.heads[top]])
        made.relations.append(document.relations[top])
        made.upos.append(document.upos[top])
        made.ends.append(document.ends[last - 1])
        if made.groups is not None:
            made.groups.append(max(document.groups[i] for i in own))
        for scheme, tags in made.names.items():
            tags.append(document.names[scheme][top])
    return made


def marked(path: Path) -> dict[str, list[int]]:
    """Return the name tags of each sentence of a Universal NER file, by the line that holds its id."""
    found: dict[str, list[int]] = {}
    for block in opened(path).split("\n\n"):
        lines = block.strip("\n").split("\n")
        tags = [NAMES.index(line.split("\t")[2]) for line in lines if line[:1].isdigit()]
        if tags:
            found[next(line for line in lines if line.startswith("# sent_id"))] = tags
    return found
