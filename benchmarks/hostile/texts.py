"""Sound texts, and texts that no prose looks like; all of the house."""

from __future__ import annotations

import random
import re

from benchmarks.shared import PROJECT

STORY = "The state granary of Quillmark burned down on Thursday night, the fire chief said. “Nobody was hurt,” she told reporters."
GERMAN = "Der Speicher der Stadt ist in der Nacht zum Donnerstag abgebrannt, wie die Feuerwehr am Morgen mitteilte. Niemand wurde verletzt."
LONG = STORY + (
    " According to the Ministry of Supply, 1,200 sacks of flour were lost. The mayor, who had asked for a second watchman in the spring, said that the council"
    " would meet on Monday to hear what the men on the tower saw. Farmers of the valley will send flour to the bakers until the next harvest is in."
)


def words() -> list[str]:
    """Return the running words of the bundled pile."""
    folder = PROJECT / "examples" / "orlava-gospels" / "reports"
    texts = (re.sub(r"^(?:\w+: .*\n)+\n", "", path.read_text("utf-8")) for path in sorted(folder.glob("*.txt")))
    return " ".join(texts).split()


def _prose(count: int) -> str:
    """Return running words in shuffled sentences, in paragraphs of three."""
    dice = random.Random(3)
    sentences = re.split(r"(?<=[.!?]) (?=[A-Z])", " ".join(words()))
    text: list[str] = []
    held = 0
    while held < count:
        text.append(" ".join(dice.choice(sentences) for _ in range(3)))
        held += len(text[-1].split())
    return "\n\n".join(text)


def _turns(count: int) -> str:
    held = words()
    who = ("SMITH", "BROWN", "JONES")
    return "\n".join(f"{who[n % 3]}: Well, I said that {held[n % len(held)]} told me it was {n}." for n in range(count))


def _sentence(count: int) -> str:
    held = [re.sub(r"[.!?]", "", word) for word in words()]
    return " ".join(held[n % len(held)] for n in range(count)) + "."


TEXTS: dict[str, str] = {
    "a report of 20,000 words": _prose(20_000),
    "a report of 200,000 characters": _prose(40_000)[:199_000],
    "a sentence of 5,000 words": _sentence(5_000),
    "a sentence of 30,000 words": _sentence(30_000),
    "3,000 turns of a transcript": _turns(3_000),
    "3,000 sentences that say 'said'": " ".join(f"The mayor said that {n} sacks burned on Friday." for n in range(3_000)),
    "10,000 quotation marks": "The mayor said " + '" ' * 10_000,
    "10,000 that open": "The mayor said " + "“" * 10_000 + "it burned.",
    "mixed quotation marks": "The mayor said " + "“a \" b ’ c ‘ d " * 2_500,
    "emoji": "The mayor said it was 😀👩‍👩‍👧. " * 3_000,
    "writing from right to left": "The mayor, אבגד הוז, said \u202eit burned\u202c. " * 2_000,
    "60,000 combining marks": "The mayor said it burned on Friday, o" + "\u0301\u0302\u0303" * 20_000 + "ld.",
    "a word of 100,000 letters": "The mayor said " + "a" * 100_000 + " burned.",
    "a number of 100,000 figures": "The mayor said " + "1" * 100_000 + " burned.",
    "20,000 numbers": "The mayor said " + " ".join(map(str, range(20_000))),
    "number words without end": "The mayor said " + "one hundred and twenty " * 5_000,
    "5,000 dates": "The mayor said it on " + "3 March 2031 and " * 5_000,
    "names without end": "The mayor said Anna Brelt Of The " * 5_000,
    "30,000 commas": "The mayor said" + ", " * 30_000 + "it.",
    "20,000 brackets": "The mayor (" * 20_000 + " said.",
    "100,000 hyphens": "The mayor said " + "a-" * 100_000 + "b.",
    "20,000 lines of one word": "said\n" * 20_000,
    "5,000 times 'according to'": "according to the mayor, " * 5_000,
    "5,000 times 'said that'": "the mayor said that " * 5_000,
    "50,000 full stops": "The mayor said it. " + ". " * 50_000,
    "150,000 spaces": "The mayor said" + " " * 150_000 + "it burned.",
    "9,000 possessives": "the mayor's " * 9_000 + "said.",
}  # fmt: skip
