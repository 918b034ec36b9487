"""The shape of a noun phrase: its head, its words as a name, whom an inner noun names, who carried a document."""

from __future__ import annotations

from sayso.attribution.draft import Range
from sayso.attribution.figures import role_kinds
from sayso.attribution.lexicon import wordlist
from sayso.attribution.page import Page
from sayso.attribution.phrases_behind import right

INNER = frozenset(("NOUN", "PROPN", "ADJ", "NUM", "DET", "SYM", "PART", "ADV", "X"))


def head_of(page: Page, part: Range) -> int:
    """Return the head token of a phrase: the last word of its first core, before prepositions, commas and relative clauses."""
    i = part[0]
    while i + 1 < part[1]:
        nxt = i + 1
        if page.tag[nxt] not in INNER and not (
            page.tag[nxt] == "VERB" and page.norm[nxt].endswith(("ed", "ing")) and page.tag[i] in ("DET", "ADJ", "ADV")
        ):
            break
        if page.tag[nxt] in ("ADJ", "ADV") and page.tag[i] in ("NOUN", "PROPN"):
            break
        if page.tag[nxt] == "DET" and page.tag[i] in ("NOUN", "PROPN"):
            break
        i = nxt
    return i


def of_inner(page: Page, part: Range, head: int, name: int) -> bool:
    """Tell whether a name names an inner noun and not the head: 'a person close to the minister, Ana Ruiz'."""
    inner = name - 2
    return (
        page.norm[part[0]] in ("a", "an", "one", "two", "three", "some", "someone", "several")
        and inner > head
        and page.norm[inner] in wordlist("offices")
        and role_kinds().get(page.norm[inner]) == "nameless person"
    )


def relative_between(page: Page, a: int, b: int) -> bool:
    return any(page.norm[k] in ("who", "which", "whose") for k in range(a, b))


def carriers(page: Page, part: Range) -> list[Range]:
    """Return who carried a document named in the phrase ('a statement carried by X')."""
    found = []
    for k in range(part[0], part[1] - 2):
        if page.norm[k] in wordlist("handled") and page.norm[k + 1] == "by":
            carrier = right(page, k + 2, part[1])
            if carrier is not None:
                found.append(carrier)
    return found


def worded(page: Page, part: Range, head: int, kind: str) -> str:
    """Return the words of a nameless phrase as a name: without a long relative clause, without 'the' before a body."""
    end = part[1]
    for k in range(head + 1, part[1]):
        if page.norm[k] in (",", "(", "—", "–") or (
            page.norm[k] in ("who", "which") and (part[1] - k > 14 or wordlist("unnamed") & set(page.norm[k : part[1]]))
        ):
            end = k
            break
    words = " ".join(page.words(part[0], end).split())
    first = page.norm[part[0]]
    if first in wordlist("determiners") or not page.capital(part[0]) or page.tag[part[0]] != "PROPN":
        lead = words.split()[0] if words.split() else ""
        words = words[:1].lower() + words[1:] if not lead.isupper() or len(lead) == 1 else words
    if first == "the" and " " in words and kind not in ("nameless person", "nameless group"):
        words = words.split(" ", 1)[1]
    return words


def plainly(page: Page, head: int) -> bool:
    """Tell whether a noun has a capital only because it opens its sentence."""
    return page.capital(head) and head == page.sentence(head).first
