"""The cast of one report: who is named or described in it, by which words, and where."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import cast

from sayso.attribution.lexicon import plural, tree_words, wordlist
from sayso.attribution.own import FILLERS, is_own
from sayso.attribution.page import Page
from sayso.attribution.phrases import left
from sayso.attribution.phrases_behind import right
from sayso.language.references import REACH
from sayso.model import ActorKind, Mention
from sayso.resources import words as listed

SPEAKING: frozenset[str] = frozenset(
    ("person", "government", "ministry", "armed force", "intelligence service", "news agency", "outlet", "company", "organisation", "document", "unknown", "place")
)  # fmt: skip


@dataclass(slots=True, eq=False)
class Figure:
    """Somebody or something that can speak in one report; `place` is a country or town named as one, `via` who first passed a nameless one on.

    `name` is its fullest name, `words` the words of its names, `roles` the nouns it is described with. `met` holds token positions with a weight: 1 named,
    2 named as subject, 4 spoke. `gender` is 'm', 'f' or '' when nothing tells. `own` tells the report's own outlet.
    """

    name: str
    kind: ActorKind
    words: set[str] = field(default_factory=set)
    roles: set[str] = field(default_factory=set)
    gender: str = ""
    plural: bool = False
    own: bool = False
    nameless: bool = False
    place: bool = False
    via: list[Figure] = field(default_factory=list)
    met: list[tuple[int, int]] = field(default_factory=list)

    def before(self, at: int) -> tuple[int, int] | None:
        """Return position and weight of the last meeting before token `at`, None when it was not met."""
        found = bisect_left(self.met, (at, 0))
        return self.met[found - 1] if found else None

    def meet(self, at: int, weight: int) -> None:
        """Note that the figure stands at token `at`."""
        insort(self.met, (at, weight))


def is_name(mention: Mention) -> bool:
    """Tell a name from a description in common nouns ('the bank')."""
    return any(c.isupper() for c in mention.name) or not any(c.islower() for c in mention.name)


def name_words(name: str) -> set[str]:
    """Return the telling words of a name in lower case, without possessive."""
    return {word.lower() for word in re.findall(r"\w+", re.sub(r"['’]s\b", "", name))} - FILLERS


@cache
def role_kinds() -> dict[str, ActorKind]:
    """Return the kind that each common noun for a speaker has."""
    known = cast(dict[str, ActorKind], dict(tree_words("role_nouns")))
    for noun in sorted(listed("persons")):
        if " " not in noun:
            known.setdefault(noun, "nameless person")
            known.setdefault(plural(noun), "nameless group")
    for noun in sorted(listed("documents")):
        if " " not in noun:
            known.setdefault(noun, "document")
    return known


def linked(page: Page, figure: Figure, chances: Mapping[int, float], at: int) -> float:
    """Return how likely (0-1) the linker holds it that a mention at token `at` means the figure; `chances` are those of `page.meant`."""
    if not chances:
        return 0.0
    near = slice(bisect_left(figure.met, (at - REACH, 0)), bisect_left(figure.met, (at, 0)))
    tops = {page.top(where) for where, _ in figure.met[near]}
    return max((chance for top, chance in chances.items() if top in tops), default=0.0)


class Cast:
    """All figures of a report: those its mentions name from the start, those that are only described as they speak."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.all: list[Figure] = []
        self._of_mention: dict[tuple[int, int], Figure] = {}
        named = sorted(page.mentions, key=lambda m: (-len(m.name.split()), m.span))
        sorts = [mention for mention in named if _tells_sort(page, mention)]
        for mention in named:
            if mention.kind in SPEAKING and mention not in sorts:
                self._gather(mention)
        for mention in sorts:
            at = page.inside(mention.head)[1]
            figure = next((f for (first, _), f in self._of_mention.items() if first == at), None)
            if figure is not None:
                figure.roles.add(page.norm[at - 1])
        for figure in self.all:
            figure.met.sort()

    def _gather(self, mention: Mention) -> None:
        page = self.page
        first, last = page.inside(mention.head)
        if first >= last or page.norm[first] in wordlist("weekdays") or not is_name(mention):
            return
        kind: ActorKind = "unknown"
        if mention.kind != "place" and mention.kind != "nationality":
            kind = mention.kind
        last_word = page.norm[last - 1]
        if last_word in wordlist("outlet_ends") and kind in (
            "person",
            "unknown",
            "document",
            "organisation",
            "company",
        ):
            kind = "outlet"
        elif kind == "person" and mention.name.lower().startswith("the "):
            kind = "unknown"
        name = re.sub(r"\s+for\s+[a-z].*$", "", mention.name)
        figure = self.named(name, kind)
        if figure is None:
            place = mention.kind == "place"
            figure = Figure(
                name,
                "government" if place else kind,
                name_words(name),
                own=is_own(page.report.outlet, name) and not place,
                place=place,
            )
            self.all.append(figure)
        elif figure.kind == "unknown" and kind != "unknown":
            figure.kind = kind
        self._of_mention[(first, last)] = figure
        if mention.title:
            figure.roles |= {
                word
                for word in name_words(mention.title)
                if role_kinds().get(word, "nameless person") == "nameless person"
            }
            figure.gender = figure.gender or gender_of(mention.title)
        if figure.kind in ("unknown", "organisation", "company") and _is_outlet(page, last):
            figure.kind = "outlet"
        if figure.kind in ("person", "unknown"):
            self._describe(figure, first, last, mention)
        figure.met.append((first, 2 if _is_subject(page, last) else 1))

    def _describe(self, figure: Figure, first: int, last: int, mention: Mention) -> None:
        """Collect the roles of a person from title and apposition: 'Ana Ruiz, the head of the port', 'its editor, Ana Ruiz'."""
        page = self.page
        start, _ = page.inside(mention.span)
        for k in range(max(start, first - 4), first):
            if (
                page.tag[k] in ("NOUN", "PROPN")
                and role_kinds().get(page.norm[k], "nameless person") == "nameless person"
            ):
                figure.roles.add(page.norm[k])
                figure.gender = figure.gender or gender_of(page.norm[k])
        if (
            last + 1 < len(page.norm)
            and page.norm[last] == ","
            and page.paragraph_of(last + 1) == page.paragraph_of(first)
        ):
            high = page.sentence(last).last
            described = right(page, last + 1, high)
            if (
                described is not None
                and page.tag[last + 1] != "PROPN"
                and _is_role(page, last + 1, described[1])
                and (described[1] >= high or page.tag[described[1]] not in ("VERB", "AUX") or figure.kind == "person")
            ):
                figure.roles |= _nouns(page, described)
        if start > 1 and page.norm[start - 1] == ",":
            described = left(page, start - 1, page.sentence(start).first)
            if described is not None and _is_role(page, *described) and page.tag[described[0]] != "PROPN":
                figure.roles |= _nouns(page, described)

    def named(self, name: str, kind: str) -> Figure | None:
        """Return the figure that `name` means: the same words, or a short form of exactly one longer name."""
        words = name_words(name)
        same = [figure for figure in self.all if figure.words == words]
        if same:
            return same[0]
        if not words:
            return None
        wider = [
            figure for figure in self.all if words < figure.words and not figure.nameless and _fits(figure, kind, words)
        ]
        if len(wider) == 1:
            return wider[0]
        letters = "".join(words)
        if len(words) == 1 and name.isupper() and len(letters) > 1:
            spelt = [figure for figure in self.all if initials(figure.name) == letters]
            return spelt[0] if len(spelt) == 1 else None
        return None

    def of_mention(self, first: int, last: int) -> Figure | None:
        """Return the figure of the mention whose head are the tokens `first` to `last`."""
        return self._of_mention.get((first, last))

    def add(self, figure: Figure) -> Figure:
        """Take a described figure into the cast."""
        self.all.append(figure)
        return figure


def _is_outlet(page: Page, last: int) -> bool:
    """Tell whether the apposition behind a name that ends before `last` calls it an outlet: 'Faro, a site that ...'."""
    if page.norm[last : last + 1] != [","] or page.norm[last + 1 : last + 2] not in (["a"], ["an"]):
        return False
    head = last + 2
    while head + 1 < len(page.norm) and page.tag[head] in ("ADJ", "NOUN") and page.tag[head + 1] == "NOUN":
        head += 1
    while head < len(page.norm) and page.tag[head] == "ADJ":
        head += 1
    return head < len(page.norm) and role_kinds().get(page.norm[head]) == "outlet"


def _tells_sort(page: Page, mention: Mention) -> bool:
    """Tell whether a mention only says what the name right behind it is: 'the Velmarese newspaper' before 'El Faro'."""
    last = page.inside(mention.head)[1]
    noun = mention.name.split()[-1:]
    behind = (
        last < len(page.norm) and page.tag[last] == "PROPN" and page.sentence_of[last] == page.sentence_of[last - 1]
    )
    return bool(noun) and noun[0].islower() and noun[0] in role_kinds() and behind and is_name(mention)


def _fits(figure: Figure, kind: str, words: set[str]) -> bool:
    if figure.kind == "person":
        return (
            kind in ("person", "unknown", "place", "company", "organisation")
            and _surname(figure.name) in words | {_surname(figure.name)}
            and bool(words & {_surname(figure.name), *_given(figure.name)})
        )
    if kind in ("person", "place") and figure.kind != "unknown":
        return False
    # One word of a longer name stands for it when it is its last, or when the others only tell what it is.
    parts = re.findall(r"\w+", figure.name.lower())
    return len(words) > 1 or parts[-1] in words or set(parts) - words - FILLERS <= wordlist("generic_ends")


def _surname(name: str) -> str:
    return re.findall(r"\w+", name)[-1].lower() if re.findall(r"\w+", name) else ""


def _given(name: str) -> set[str]:
    return {word.lower() for word in re.findall(r"\w+", name)}


def initials(name: str) -> str:
    """Return the first letters of the telling words of a name, in lower case."""
    return "".join(word[0] for word in re.findall(r"\w+", name) if word.lower() not in FILLERS).lower()


def gender_of(words: str) -> str:
    """Return 'm' or 'f' when a title or noun tells it, else ''."""
    for word in re.findall(r"\w+", words.lower()):
        if word in wordlist("masculine"):
            return "m"
        if word in wordlist("feminine"):
            return "f"
    return ""


def _is_subject(page: Page, last: int) -> bool:
    """Tell whether the mention before token `last` is the subject of a clause, also with an apposition between it and the verb."""
    if last < len(page.tag) and page.tag[last] in ("VERB", "AUX"):
        return True
    return page.tokens[page.top(last - 1)].relation in ("nsubj", "nsubj:pass")


def _is_role(page: Page, first: int, last: int) -> bool:
    return any(page.norm[k] in role_kinds() or page.norm[k] in wordlist("role_words") for k in range(first, last))


def _nouns(page: Page, phrase: tuple[int, int]) -> set[str]:
    """Return the nouns of a description up to its relative clause."""
    found: set[str] = set()
    for k in range(*phrase):
        if page.norm[k] in ("who", "which", ","):
            break
        if (
            page.tag[k] in ("NOUN", "PROPN", "ADJ")
            and role_kinds().get(page.norm[k], "nameless person") == "nameless person"
        ):
            found.add(page.norm[k])
    return found
