"""Definite descriptions led to a figure met before: 'the minister', 'the two men', 'the same source', 'one of them'."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping

from sayso.attribution.draft import Range
from sayso.attribution.figures import Cast, Figure, linked, role_kinds
from sayso.attribution.lexicon import wordlist
from sayso.attribution.page import Page
from sayso.attribution.pronouns import PLURAL
from sayso.attribution.together import NUMBERS, two_persons

DEFINITE = frozenset(
    ["the", "this", "that", "these", "those", "its", "his", "her", "their", "our", "both", "said", "such"]
)
KINDS_ALIKE = ("outlet", "news agency", "company", "ministry")


LINKED = 3.0
"""What the linker's certainty is worth beside the words of a description."""
FAIR = 0.2
"""From this chance on the linker lets 'some of them' be of a group."""
SURE = 0.5
"""From this chance on the linker alone tells whom a description in other words means."""


class Roles:
    """Finds whom a description means among the figures of one report."""

    def __init__(self, page: Page, cast: Cast) -> None:
        self.page = page
        self.cast = cast

    def meant(self, part: Range, head: int, but: Figure | None = None) -> Figure | None:
        """Return the known figure that a definite description means: 'the minister', 'the two men', 'the same source', 'one of them'."""
        page = self.page
        first = page.norm[part[0]]
        noun = page.norm[head]
        if first in wordlist("parts_of_groups") and part[0] + 1 < part[1] and page.norm[part[0] + 1] == "of":
            return self._group(part)
        if first == "both" and head - part[0] == 1:
            two = two_persons(page, self.cast, noun, part[0])
            if two is not None:
                return two
        if first == "neither" or (first in ("both", "all") and head - part[0] <= 1):
            return self._last("nameless group", part[0]) or None
        same = any(page.norm[k] == "same" for k in range(part[0], head))
        if first not in DEFINITE and not same:
            return None
        kind = role_kinds().get(noun)
        singular = noun.removesuffix("s")
        either = frozenset((noun, singular))
        several = noun != singular and not noun.endswith("ss")
        if (
            kind in ("nameless person", "nameless group")
            and head + 1 < len(page.norm)
            and page.norm[head + 1] in wordlist("restricting")
            and noun not in wordlist("offices")
            and not same
        ):
            return None
        numbers = {page.norm[k] for k in range(part[0], head)} & NUMBERS
        force = noun in ("guard", "guards") and page.norm[head - 1] in wordlist("guarding")
        telling = {
            page.norm[k]
            for k in range(part[0], part[1])
            if (page.tag[k] in ("NOUN", "PROPN") or (page.tag[k] == "ADJ" and page.capital(k)))
            and page.norm[k] not in ("same", "other", "two", "three", "latter", "former")
            and not page.norm[k].endswith(("-old", "-strong"))
        }
        best: tuple[float, int, Figure] | None = None
        chances = page.meant(head)
        for figure in self.cast.all:
            # Most figures are of another kind: told by their words before anything dearer is asked.
            other = either.isdisjoint(figure.roles) and either.isdisjoint(figure.words)
            if other and not (kind in KINDS_ALIKE and figure.kind == kind):
                continue
            seen = figure.before(part[0]) or ((0, -1) if figure.kind == "person" and not figure.nameless else None)
            if seen is None or figure.own or figure is but:
                continue
            known = figure.roles | figure.words
            if figure.kind == "person" and (force or (several and not figure.plural)):
                continue
            if several and figure.kind == "document" and noun not in figure.roles:
                continue  # 'these reports' are not the report met before
            alike = kind in KINDS_ALIKE and figure.kind == kind and not figure.nameless and seen[1] > 0
            if noun not in known and singular not in known and not alike:
                continue
            rest = telling - {noun}
            if (
                rest
                and not rest & known
                and (alike or figure.kind == "person" or known - {noun, singular})
                and not same
            ):
                continue
            if rest and figure.nameless and _of_another(figure.name, noun, rest):
                continue
            if numbers and figure.plural and not numbers & set(figure.name.lower().split()):
                continue
            often = bisect_left(figure.met, (part[0], 0))
            away = page.sentence_of[part[0]] - page.sentence_of[seen[0]] if seen[1] > 0 else 20
            compound = figure.name.lower().split()[-2:-1]
            # 'the bank' is seldom the one that watches over banks
            generic = -10 if compound and compound[0] in ("reserve", "central", "world", "national", "federal") else 0
            if figure is self._first_named():
                generic += 2
            rank = (
                4.0 * len(telling & known)
                + min(often, 8)
                - min(2 * away, 14)
                + (3 if seen[1] == 4 else 0)
                + generic
                + LINKED * linked(page, figure, chances, part[0]),
                seen[0],
            )
            if best is None or rank > best[:2]:
                best = (*rank, figure)
        if best is not None:
            return best[2]
        if part[1] - part[0] > 4 and not same:
            return None
        found = self._by_kind(kind, noun, part, telling, numbers, but)
        if found is None and kind == "nameless person" and not telling - {noun}:
            found = self._linked(chances, part[0], several, but)
        return found

    def _linked(self, chances: Mapping[int, float], at: int, several: bool, but: Figure | None) -> Figure | None:
        """Return the person that the linker is sure of: 'a welder ... the man'."""
        for figure in self.cast.all:
            human = (
                figure.kind == "nameless group"
                if several
                else figure.kind in ("person", "nameless person") and not figure.plural
            )
            if human and figure is not but and not figure.own and linked(self.page, figure, chances, at) >= SURE:
                return figure
        return None

    def _first_named(self) -> Figure | None:
        """Return the body or person that the report names first: what it is about."""
        named = [
            figure
            for figure in self.cast.all
            if figure.met and not figure.nameless and not figure.own and figure.kind not in ("government", "unknown")
        ]
        return min(named, key=lambda figure: figure.met[0], default=None)

    def _group(self, part: Range) -> Figure | None:
        at = part[0] + 2
        noun = self.page.norm[part[1] - 1]
        found: tuple[int, Figure] | None = None
        pronoun = noun in PLURAL
        chances = self.page.meant(part[1] - 1) if pronoun else {}
        for figure in self.cast.all:
            seen = figure.before(part[0]) if figure.plural else None
            if seen is not None and pronoun and linked(self.page, figure, chances, part[0]) < FAIR:
                continue
            if (
                seen is not None
                and self.page.sentence_of[part[0]] - self.page.sentence_of[seen[0]] <= 2
                and (noun in figure.roles or self.page.norm[at] in PLURAL)
                and (found is None or seen[0] >= found[0])
            ):
                found = (seen[0], figure)
        return found[1] if found else None

    def _last(self, kind: str, at: int, but: Figure | None = None) -> Figure | None:
        found: tuple[int, Figure] | None = None
        for figure in self.cast.all:
            seen = figure.before(at)
            if (
                figure.kind == kind
                and figure is not but
                and not figure.own
                and seen is not None
                and (found is None or seen[0] > found[0])
            ):
                found = (seen[0], figure)
        return found[1] if found else None

    def _by_kind(
        self, kind: str | None, noun: str, part: Range, telling: set[str], numbers: set[str], but: Figure | None
    ) -> Figure | None:
        """Return the last figure of the kind a bare description asks for ('the agency', 'the person', 'the two men', 'the diplomat')."""
        at = part[0]
        if kind is None or len(telling) > 1:
            return None
        if kind == "document" and (noun in wordlist("records") or (noun.endswith("s") and not noun.endswith("ss"))):
            return None
        if kind == "document":
            return self._last_speaker(
                at,
                (
                    "news agency",
                    "outlet",
                    "ministry",
                    "government",
                    "organisation",
                    "company",
                    "intelligence service",
                    "document",
                ),
            )
        if kind == "nameless group":
            if numbers:
                spoke = [
                    f
                    for f in self.cast.all
                    if f.plural and f is not but and f.before(at) and numbers & set(f.name.lower().split())
                ]
                return max(
                    spoke, key=lambda f: (any(w == 4 for p, w in f.met if p < at), f.before(at) or (0, 0)), default=None
                )
            return None
        if kind == "nameless person":
            if noun in ("person", "source", "man", "woman", "insider", "official", "witness"):
                nameless = self._last("nameless person", at, but)
                if nameless is not None:
                    return nameless
            if noun in wordlist("epithets"):
                return self._last_speaker(at, ("person", "nameless person"))
            return None
        if kind == "outlet":
            return self._last("outlet", at, but) or self._last("news agency", at, but)
        if kind in ("news agency", "ministry", "company"):
            return self._last(kind, at, but)
        return None

    def _last_speaker(self, at: int, kinds: tuple[str, ...]) -> Figure | None:
        found: tuple[int, Figure] | None = None
        for figure in self.cast.all:
            if figure.kind not in kinds or figure.own:
                continue
            spoke = [where for where, weight in figure.met if where < at and weight == 4]
            if spoke and (found is None or spoke[-1] > found[0]):
                found = (spoke[-1], figure)
        return found[1] if found else None

    def named_ahead(self, part: Range, noun: str, kind: str) -> Figure | None:
        """Return the name that the next sentences give to 'a newspaper' or to the office holder a report opens with, None when none does."""
        page = self.page
        here = page.sentence_of[part[0]]
        office = noun in wordlist("offices") and page.norm[part[0]] == "the" and here <= 2
        if kind != "outlet" and not office:
            return None
        found = []
        for figure in self.cast.all:
            if figure.nameless or figure.own or not figure.met:
                continue
            where, weight = figure.met[0]
            if where < part[1] or page.sentence_of[where] - here > 4:
                continue
            if (kind == "outlet" and figure.kind == "outlet") or (
                office and figure.kind == "person" and weight == 2 and (not figure.roles or noun in figure.roles)
            ):
                found.append((where, figure))
        found.sort(key=lambda pair: pair[0])
        if not found or (kind == "outlet" and len(found) > 1):
            return None
        return found[0][1]


def _of_another(name: str, noun: str, telling: set[str]) -> bool:
    """Tell whether a nameless figure holds another office than the one described: 'the minister of the interior' is no 'defence minister'."""
    words = name.lower().split()
    if noun not in words or words[words.index(noun) + 1 : words.index(noun) + 2] != ["of"]:
        return False
    portfolio = set(words[words.index(noun) + 2 :]) - {"the", "and", "of"}
    return bool(portfolio) and not portfolio & telling
