"""Who is meant: names, descriptions and pronouns of sources led to one figure of the report."""

from __future__ import annotations

from sayso.attribution.descriptions import Descriptions
from sayso.attribution.draft import Draft, Range
from sayso.attribution.figures import Cast, Figure
from sayso.attribution.holding import Holding
from sayso.attribution.lexicon import wordlist
from sayso.attribution.merging import BODIES
from sayso.attribution.noun_phrases import carriers
from sayso.attribution.page import Page
from sayso.attribution.pronouns import FEMININE, FIRST, MASCULINE, NEUTER, PLURAL, SECOND, antecedent
from sayso.model import Evidence, Link, Span
from sayso.resources import tree


def plausible(figure: Figure) -> bool:
    """Tell whether a figure can vouch: everything named can; a nameless one only when its noun is a person, group, body or document."""
    return not figure.nameless or figure.kind != "unknown"


def carries_words(figure: Figure | None) -> bool:
    """Tell whether a figure is something that words are read on or heard from: an agency, an outlet, a website."""
    if figure is None:
        return False
    return figure.kind in ("news agency", "outlet") or bool((figure.words | figure.roles) & wordlist("outlet_words"))


class Voices:
    """Resolves the sources of one report; call `links` in text order, since each speaker makes himself salient for the next."""

    def __init__(self, page: Page, drafts: list[Draft]) -> None:
        self.page = page
        self.drafts = drafts
        self.cast = Cast(page)
        self.descriptions = Descriptions(page, self.cast)
        self._speaker: dict[int, Figure | None] = {}
        self._holding = Holding(drafts)
        self._turns: dict[int, Range] = {}
        for draft in drafts:
            if draft.turn is not None and draft.speaker is not None:
                self._turns.setdefault(draft.turn, draft.speaker)

    def links(self, draft: Draft) -> tuple[Link, ...]:
        """Return who vouches by this draft alone: whom the speaker cites, the speaker, then the outlets told; without the report's own outlet."""
        found: list[Link] = []
        figure = self.figure(draft.speaker, draft, speaks=True) if draft.speaker is not None else None
        self._speaker[id(draft)] = None if draft.own else figure
        if draft.own:
            return ()
        if draft.outlet_only and not draft.origins and not carries_words(figure):
            return ()
        for part in draft.origins:
            origin = self.figure(part, draft, speaks=False)
            if draft.outlet_only and not carries_words(origin):
                return ()
            if draft.hearsay and (origin is None or not plausible(origin)):
                return ()
            self._add(found, origin, part)
            taken_up = (
                origin is not None and origin.kind == "outlet" and figure is not None and figure.kind == "news agency"
            )
            if (
                origin is not None
                and (origin.nameless or taken_up)
                and figure is not None
                and not figure.own
                and figure not in origin.via
            ):
                origin.via.append(figure)
        if draft.speaker is not None:
            for part in carriers(self.page, draft.speaker):
                if part not in draft.relays:
                    draft.relays.append(part)
            # 'According to a statement carried by X, the minister said ...': the statement is the minister's, not a voice of its own.
            dissolved = (
                figure is not None
                and figure.kind == "document"
                and figure.nameless
                and any(
                    d is not draft and any(a <= d.cue[0] < b for a, b in draft.contents)
                    for d in self.drafts
                    if not d.carried
                )
            )
            if not dissolved:
                self._add(found, figure, draft.speaker, draft.human)
        named = draft.speaker is not None and any(self.page.tag[k] == "PROPN" for k in range(*draft.speaker))
        through = figure is not None and figure.via and (figure.nameless or not named)
        if through and figure is not None and not draft.relays and draft.speaker is not None and len(found) == 1:
            for carrier in figure.via:
                self._add(found, carrier, draft.speaker)
        for part in draft.relays:
            relay = self.descriptions.relay(part)
            if relay is not None:
                self._add(found, relay, part)
            else:
                self.descriptions.addressed(part)
        return tuple(found)

    def figure(self, part: Range, draft: Draft, *, speaks: bool) -> Figure | None:
        """Return whom the phrase `part` of `draft` means, None when nothing tells."""
        page = self.page
        first, last = part
        norm = page.norm[first]
        found: Figure | None
        if draft.turn is not None and page.words(first, last).rstrip(".") == "A":
            # Questions and answers: who answers is the first person the introduction names.
            return min(
                (f for f in self.cast.all if f.kind == "person" and f.met and not f.own),
                key=lambda f: f.met[0],
                default=None,
            )
        if last - first == 1 and norm in FIRST | SECOND:
            return self._of_turn(draft, norm)
        if last - first == 1 and norm in MASCULINE | FEMININE | PLURAL | NEUTER:
            said = [piece for piece in draft.contents if piece[1] <= first] if speaks and norm in PLURAL else []
            found = self._speaking_of_itself(draft, norm) if speaks else None
            found = found or antecedent(page, self.cast, norm, first, said, self._oneself(draft, norm))
        elif draft.turn is not None and norm in wordlist("disguised"):
            found = self._disguised(draft)
        else:
            found = self.descriptions.figure(part)
        if found is not None and speaks:
            if not found.gender and found.kind in ("person", "nameless person", "unknown"):
                # 'X said she had ...' tells who X is.
                opening = page.norm[draft.contents[0][0]]
                found.gender = "f" if opening == "she" else "m" if opening == "he" else ""
            found.meet(first, 4)
        return found

    def _disguised(self, draft: Draft) -> Figure:
        """Return who speaks under a label like MAN'S VOICE: a nameless figure, told by what the turn before says of him ('who works at the port')."""
        page = self.page
        assert draft.speaker is not None
        label = page.norm[draft.speaker[0]]
        for figure in self.cast.all:
            if figure.nameless and label in figure.words:
                return figure
        noun = label if label in ("man", "woman", "boy", "girl") else "voice"
        name = f"a {noun}"
        before = next((d for d in self.drafts if draft.turn and d.turn == draft.turn - 1), None)
        if before is not None:
            first, last = before.contents[0]
            for k in range(last - 1, first, -1):
                if page.norm[k] == "who" and k + 1 < last:
                    end = next((j for j in range(k, last) if page.breaks(j) or page.norm[j] in ("and", "but")), last)
                    name = f"{name} {page.words(k, end)}"
                    break
        gender = "m" if noun in ("man", "boy") else "f" if noun in ("woman", "girl") else ""
        return self.cast.add(Figure(name, "nameless person", {label}, {noun}, gender, nameless=True))

    def _of_turn(self, draft: Draft, pronoun: str) -> Figure | None:
        """Lead 'I' and 'you' to the one who speaks, or is spoken to, where the words stand in a quotation or a turn."""
        holder = self._holder(draft)
        if holder is None:
            return None
        if pronoun in FIRST:
            return self._speaker.get(id(holder))
        if holder.turn is None:
            return None
        after = self._turns.get(holder.turn + 1)
        return self.descriptions.figure(after) if after is not None else None

    def office(self, inner: Draft, outer: Draft) -> str | None:
        """Return the office by which the speaker of `outer` speaks for the body that speaks in `inner` ('The bank denied it, its director said'), None without one."""
        body = self._speaker.get(id(inner))
        if body is None or body.kind not in BODIES or inner.origins or inner.relays or outer.speaker is None:
            return None
        page, (first, last) = self.page, outer.speaker
        offices = frozenset(tree("names")["offices"])
        held = next((word for word in page.norm[first:last] if word in offices), None)
        named = [self.cast.of_mention(*page.inside(m.head)) for m in page.mentions_in(page.span(first, last))]
        own = page.norm[first] in NEUTER | PLURAL and antecedent(page, self.cast, "its", first) is body
        return f"{held} of {body.name}" if held is not None and (own or body in named) else None

    def _oneself(self, draft: Draft, pronoun: str) -> list[Figure]:
        """Return whom 'he' cannot mean: who speaks the turn or the quotation that holds it, and who spoke the turn before to him."""
        holder = self._holder(draft) if pronoun in MASCULINE | FEMININE else None
        quoted = draft.source is not None and self.page.quote_of[draft.source[0]] >= 0
        if holder is None or not (holder.turn is not None or quoted):
            return []
        before = self._turns.get(holder.turn - 1) if holder.turn is not None else None
        found = (self._speaker.get(id(holder)), self.descriptions.figure(before) if before is not None else None)
        return [figure for figure in found if figure is not None]

    def _speaking_of_itself(self, draft: Draft, pronoun: str) -> Figure | None:
        """Return the body that 'it' or the group that 'they' means at the head of what that body says: 'The bank said it denied the report'."""
        holder = self._holder(draft)
        if holder is None or holder.carried or draft.source is None or self.page.quote_of[draft.source[0]] >= 0:
            return None
        at = draft.source[0] - (self.page.norm[draft.source[0] - 1] == "that")
        if at not in {first for first, _ in holder.contents} and draft.source[0] not in {
            first for first, _ in holder.contents
        }:
            return None
        found = self._speaker.get(id(holder))
        if found is None:
            return None
        group = found.plural or found.kind == "nameless group"
        body = found.kind in BODIES and not group
        return found if (group and pronoun in PLURAL) or (body and pronoun in NEUTER) else None

    def _holder(self, draft: Draft) -> Draft | None:
        holding = [d for d in self._holding.of(draft.cue[0]) if d is not draft]
        return min(holding, key=lambda d: sum(b - a for a, b in d.contents)) if holding else None

    def _add(self, found: list[Link], figure: Figure | None, part: Range, human: bool = False) -> None:
        if (
            figure is None
            or figure.own
            or not (human or plausible(figure))
            or (found and found[-1].name == figure.name)
        ):
            return
        if figure.kind == "unknown" and figure.nameless:
            paper = self.page.norm[part[0] - 1] in ("to", "per")
            figure.kind = "document" if paper else "nameless group" if figure.plural else "nameless person"
        words: Span = self.page.span(*part)
        found.append(Link(figure.name, figure.kind, Evidence.words(self.page.report.id, words, self.page.text)))
