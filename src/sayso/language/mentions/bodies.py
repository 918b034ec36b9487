"""Bodies and places by name: article, 'news agency' after, acronym in brackets, nationality before."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.language.mentions import gazetteer
from sayso.language.mentions.names import Chunk
from sayso.language.mentions.view import View
from sayso.model import Mention, MentionKind, Sentence

AFTER = {
    ("news", "agency"): 2,
    ("newspaper",): 1,
    ("magazine",): 1,
    ("television",): 1,
    ("tv",): 1,
    ("website",): 1,
    ("radio",): 1,
    ("daily",): 1,
    ("broadcaster",): 1,
    ("channel",): 1,
    ("agency",): 1,
}


def outlets_of(outlet: str | None, credit: str | None) -> dict[str, MentionKind]:
    """Return the names by which a report's own outlet and the agency it credits may stand in its text."""
    found: dict[str, MentionKind] = {}
    for given, kind in ((outlet, "outlet"), (credit, "news agency")):
        if not given:
            continue
        plain = given.strip().replace("’", "'")
        short = plain.removeprefix("The ").removeprefix("the ")
        for name in (plain, short, short.split()[-1] if len(short.split()) > 1 else short):
            if name and name[0].isupper() and kind in ("outlet", "news agency"):
                found.setdefault(name, "outlet" if kind == "outlet" else "news agency")
    return found


def bodies_named(view: View, sentence: Sentence, chunk: Chunk, kind: MentionKind) -> Iterator[Mention]:
    """Yield the mention of a body or place at `chunk`, and the nationality or place that opens its name."""
    first, last = chunk.first, chunk.last
    name = chunk.known.name if chunk.known else view.said(first, last)
    if kind == "place" and name.isupper() and len(name) > 3:
        name = name.title().replace("'S ", "'s ").replace("’S ", "’s ")
    definite = False
    if (
        first > sentence.first
        and view.norms[first - 1] in ("the", "this")
        and not _modifies(view, last, sentence, kind)
    ):
        first, definite = first - 1, True
    elif view.norms[first] == "the" and last - first > 1:
        definite = True
    acronym = _acronym(view, sentence, chunk)
    end = last + 3 if acronym else last
    if kind in ("news agency", "outlet", "unknown"):
        for words, count in AFTER.items():
            if tuple(view.norms[last : last + count]) == words and last + count <= sentence.last:
                end = last + count
    yield Mention(view.span(first, end), view.span(chunk.first, last), name, kind, None, definite)
    if last - chunk.first > 1 and chunk.known is None:
        inner = gazetteer.match(view.words, chunk.first, last - 1)
        if inner is not None and inner.known.kind == "nationality":
            span = view.span(inner.first, inner.last)
            yield Mention(span, span, inner.known.name, "nationality")


def _acronym(view: View, sentence: Sentence, chunk: Chunk) -> str | None:
    """Return the acronym in brackets after a name, when its letters are the name's initials."""
    at = chunk.last
    if at + 3 > sentence.last or view.words[at] != "(" or view.words[at + 2] != ")":
        return None
    acronym = view.words[at + 1]
    if len(acronym) < 2 or not acronym[0].isupper():
        return None
    initials = "".join(w[0] for w in view.words[chunk.first : chunk.last] if w[0].isupper()).lower()
    letters = [c for c in acronym.lower() if c.isalpha()]
    return acronym if letters and sum(c in initials for c in letters) >= 0.6 * len(letters) else None


def _modifies(view: View, last: int, sentence: Sentence, kind: MentionKind) -> bool:
    """Tell whether the name stands before a noun it describes, so that the article is the noun's ('the Norland border')."""
    return (
        kind in ("nationality", "place", "government", "unknown")
        and last < sentence.last
        and view.tags[last] in ("NOUN", "ADJ")
    )
