"""Piles to time on: many reports made from the pile of the house, or the real texts of the gold cases and corpora where they are at hand.

A made report is no copy: names change with the affair, numbers with the report, sentences are dropped, reordered within their paragraph, reworded
and joined by new ones. The same seed makes the same pile.
"""

from __future__ import annotations

import gzip
import json
import random
import re
from pathlib import Path

from benchmarks.shared import PROJECT, corpus, shared

AFFAIRS = 4
NAMES = (
    "Korsak", "Hatz", "Moll", "Falk", "Drin", "Welk", "Aker", "Corvin", "Lindqvist", "Renck", "Brandt", "Amsel", "Sentrel", "Marginalia", "Velmora", "Ostrany",
    "Lunmark", "Haskel", "Orlava", "Meridian", "Bodo", "Harbin", "Morrow", "Sonnevik",
)  # fmt: skip
FIRST, MIDDLE, LAST = ("Ba", "Cor", "Del", "Fen", "Gor", "Hal", "Jan", "Kel", "Lor", "Mar", "Nor", "Per", "Ras", "Sel", "Tor", "Ul", "Ver"), ("a", "e", "i", "o", "an", "en"), ("bek", "dal", "gren", "lin", "mir", "nost", "rath", "sund", "tov", "vik", "zan")  # fmt: skip
REWORDED = {
    "said": ("said", "told reporters", "said"), "found": ("found", "discovered"), "missing": ("missing", "gone"), "told": ("told", "informed"), "first": ("first", "initial"),
    "firm": ("firm", "company"), "asked": ("asked", "requested"), "reported": ("reported", "wrote"), "night": ("night", "small hours"), "The": ("The", "The", "In the end the"),
}  # fmt: skip
WHO = (
    "A neighbour",
    "The mayor",
    "A retired judge",
    "One of the guards",
    "A tram driver",
    "The owner of the bakery",
    "A student",
    "Two visitors",
)
SAW = (
    "heard a lorry",
    "saw a light in the yard",
    "noticed an open gate",
    "met a man with a ladder",
    "found a torn label",
    "counted the boxes",
    "smelled smoke",
)
ADDED = (
    "{who} said that {pronoun} {saw} shortly before {hour} o'clock.",
    "The work will cost {number} crowns, according to the town council.",
    "Some {number} people signed a letter to the parliament, its author said.",
    "{who}, who asked not to be named, {saw} on {day}.",
    "The parliament will debate the matter on {day}.",
    "Police had put the number at {number}, a spokesman said on {day}.",
)
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")


def make(folder: Path, count: int, seed: int = 7) -> int:
    """Write `count` made reports into `folder` and return how many words they have."""
    base = [_plain(path) for path in sorted((PROJECT / "examples" / "orlava-gospels" / "reports").iterdir())]
    dice = random.Random(seed)
    renamed = [
        {name: dice.choice(FIRST) + dice.choice(MIDDLE) + dice.choice(LAST) for name in NAMES} for _ in range(AFFAIRS)
    ]
    words = 0
    for i in range(count):
        fields, paragraphs = base[i % len(base)]
        names = renamed[i * AFFAIRS // count]
        text = "\n\n".join(filter(None, (_varied(p, dice) for p in paragraphs)))
        head = [f"Title: {fields.get('Title', 'News')}", f"Outlet: {fields.get('Outlet', 'Paper')} {i // len(base)}"]
        if "Published" in fields:
            head.append(f"Published: {fields['Published']}")
        whole = "\n".join(head) + "\n\n" + text + "\n"
        for name, other in names.items():
            whole = re.sub(rf"\b{name}(?=\b|')", other, whole)
            whole = re.sub(rf"\b{name.upper()}\b", other.upper(), whole)
        (folder / f"r{i + 1:03d}.txt").write_text(whole, "utf-8")
        words += len(whole.split())
    return words


def real(folder: Path, count: int) -> int | None:
    """Lay `count` texts of the gold cases, of news and of incidents into `folder`; return their words, or None when they are not here."""
    home, news, incidents = shared(), corpus("polnear"), corpus("incidents")
    if home is None or news is None or incidents is None:
        return None
    texts = [path.read_text("utf-8") for path in sorted((home / "cases").glob("*/reports/*.txt"))]
    texts += [path.read_text("utf-8") for path in sorted((news / "dev" / "text").glob("*.txt"))]
    with gzip.open(incidents / "articles.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            if len(texts) >= count:
                break
            article = json.loads(line)
            if len(article["text"].split()) >= 60:
                texts.append(article["text"])
    for i, text in enumerate(texts[:count], 1):
        (folder / f"r{i:03d}.txt").write_text(text, "utf-8")
    return sum(len(text.split()) for text in texts[:count])


def _plain(path: Path) -> tuple[dict[str, str], list[str]]:
    """The header fields and paragraphs of a report of the house; for a page, what stands in its paragraphs."""
    text = path.read_text("utf-8")
    if path.suffix == ".html":
        title = re.search(r"<h1>(.*?)</h1>", text)
        published = re.search(r'published_time" content="([^"]+)"', text)
        fields = {
            "Title": title.group(1) if title else "",
            "Outlet": path.stem,
            "Published": published.group(1) if published else "",
        }
        return fields, re.findall(r"<p>(.*?)</p>", text.partition("<footer>")[0])
    head, _, body = text.partition("\n\n")
    return dict(re.findall(r"^(\w+): (.+)$", head, re.MULTILINE)), [p.strip() for p in body.split("\n\n") if p.strip()]


def _varied(paragraph: str, dice: random.Random) -> str:
    """One paragraph, no longer word for word itself; empty when nothing of it is left."""
    sentences = [s for s in re.split(r"(?<=[.!?\"])\s+(?=[A-Z\"])", paragraph) if dice.random() > 0.12]
    if len(sentences) > 2 and dice.random() < 0.25:
        at = dice.randrange(1, len(sentences) - 1)
        sentences[at], sentences[at + 1] = sentences[at + 1], sentences[at]
    if sentences and dice.random() < 0.3:
        pattern = dice.choice(ADDED)
        sentences.append(
            pattern.format(
                who=dice.choice(WHO),
                pronoun="they",
                saw=dice.choice(SAW),
                hour=dice.randint(1, 11),
                number=dice.randint(30, 9000),
                day=dice.choice(DAYS),
            )
        )
    return " ".join(_reworded(sentence, dice) for sentence in sentences)


def _reworded(sentence: str, dice: random.Random) -> str:
    for word, choices in REWORDED.items():
        if dice.random() < 0.4:
            sentence = re.sub(rf"\b{word}\b", dice.choice(choices), sentence, count=1)
    # counts drift from report to report; years and clock times stay, so that the dates remain dates
    return re.sub(
        r"(?<![\d:.,-])(?!20[23]\d|19\d\d)\d{2,3}(?![\d:.,-])",
        lambda m: str(max(2, int(m.group()) + dice.choice((0, 0, 0, -1, 1, 7)))),
        sentence,
    )
