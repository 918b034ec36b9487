"""Noun phrases led to a figure: by name, by apposition, by role, by the one who issued a document."""

from __future__ import annotations

import re

from sayso.attribution.draft import Range
from sayso.attribution.figures import SPEAKING, Cast, Figure, gender_of, is_name, name_words, role_kinds
from sayso.attribution.lexicon import wordlist
from sayso.attribution.noun_phrases import head_of, of_inner, plainly, relative_between, worded
from sayso.attribution.own import is_own
from sayso.attribution.page import Page
from sayso.attribution.phrases_behind import right
from sayso.attribution.polls import poll_meant, polls
from sayso.attribution.pronouns import FEMININE, MASCULINE, NEUTER, PLURAL, antecedent
from sayso.attribution.roles import Roles
from sayso.model import ActorKind, Mention, MentionKind, Span

ISSUERS = ("news agency", "outlet", "ministry", "organisation", "company", "intelligence service", "armed force")


class Descriptions:
    """Leads phrases of one report to its figures; a phrase that means nobody known becomes a nameless figure."""

    def __init__(self, page: Page, cast: Cast) -> None:
        self.page = page
        self.cast = cast
        self.roles = Roles(page, cast)
        self._at_head: dict[int, Figure] = {}
        self._polls = polls(page)
        self._led: dict[int, Figure] = {}
        for mention in page.mentions:
            if not is_name(mention) and mention.kind not in ("place", "nationality"):
                self._meet(mention)

    def _meet(self, mention: Mention) -> None:
        """Take a description into the cast before anybody speaks, so that pronouns find it."""
        page = self.page
        part = page.inside(mention.span)
        while part[1] - part[0] > 1 and page.tag[part[1] - 1] == "VERB":
            part = (part[0], part[1] - 1)
        if part[0] >= part[1]:
            return
        head = head_of(self.page, part)
        beside = (
            next((m for m in page.mentions_in(Span(page.ends[head], page.ends[head] + 40)) if is_name(m)), None)
            if head + 1 < len(page.norm)
            else None
        )
        if beside is not None and page.inside(beside.span)[0] == head + 1:
            # 'the agency X': the description belongs to the name behind it.
            named = self.cast.of_mention(*page.inside(beside.head))
            if named is not None:
                named.roles.add(page.norm[head])
                return
        known = self.roles.meant(part, head)
        fresh = known is None
        if known is None:
            known = self._new(part, head, mention.kind)
            if known is not None:
                known.met.clear()
        if known is not None:
            subject = head + 1 < len(page.tag) and (
                page.tag[head + 1] in ("VERB", "AUX") or part[0] == page.sentence(part[0]).first
            )
            known.meet(head, 2 if subject else 1)
            if fresh:
                self._at_head[head] = known

    def figure(self, part: Range) -> Figure | None:
        """Return whom the phrase means."""
        head = head_of(self.page, part)
        found = self._pollster(part) or self._spoken_for(part, head)
        own = self._own(part, head) if found is None else None
        if own is not None:
            return own
        if found is None and role_kinds().get(self.page.norm[head]) == "document" and plainly(self.page, head):
            # 'Papers from the port' open a sentence: no name.
            found = self._issuer(part, head)
        found = found or self._named(part, head) or self._issuer(part, head)
        if found is not None:
            return found
        page = self.page
        met = self._at_head.get(head)
        if met is not None and met.nameless and met.kind in ("outlet", "nameless person"):
            ahead = self.roles.named_ahead(part, page.norm[head], met.kind)
            if ahead is not None:
                return ahead
        known = self.roles.meant(part, head, met)
        if known is not None:
            if met is not None and met.nameless and known is not met:
                self._led[id(met)] = known
            return self._led.get(id(known), known)
        if met is not None:
            if met.nameless and met.before(head) is None:
                self._word(met, part, head)
            return met
        return self._new(part, head)

    def _spoken_for(self, part: Range, head: int) -> Figure | None:
        """Return the body that a bare 'a spokeswoman' speaks for: the one the words before are about."""
        page = self.page
        if not page.norm[head].startswith("spokes") or head != part[1] - 1 or part[1] - part[0] > 2:
            return None
        if part[1] - part[0] == 2 and page.norm[part[0]] not in ("a", "an", "the", "its", "their"):
            return None
        found = antecedent(page, self.cast, "it", part[0])
        near = found.before(part[0]) if found is not None else None
        if found is None or near is None or page.sentence_of[part[0]] - page.sentence_of[near[0]] > 1:
            return None
        return found if found.kind in (*ISSUERS, "government") and not found.place else None

    def _pollster(self, part: Range) -> Figure | None:
        """Return who made the survey that a phrase speaks of, or whose respondents: 'the poll', '40% of voters in the Kestrel poll'."""
        meant = poll_meant(self._polls, part)
        if meant is None or not meant.maker:
            return None
        found = self.cast.named(meant.maker, "organisation") if "/" not in meant.maker else None
        found = found or next((f for f in self.cast.all if f.name == meant.maker), None)
        if found is None:
            found = self.cast.add(Figure(meant.maker, "organisation", name_words(meant.maker)))
        return found

    def _word(self, figure: Figure, part: Range, head: int) -> None:
        """Give a nameless figure the fuller words of the phrase it speaks by."""
        words = worded(self.page, part, head, figure.kind)
        if len(words) > len(figure.name):
            figure.name = words

    def _own(self, part: Range, head: int) -> Figure | None:
        """Return the report's own outlet for 'this newspaper', 'our reporter', 'the Gazette' in the Gazette."""
        page = self.page
        own = page.norm[part[0]] in ("this", "our") and page.norm[head] in wordlist("own_words")
        if not own and page.norm[head] in wordlist("own_words"):
            # 'A reporter of this newspaper', 'a photographer for the Gazette' in the Gazette.
            for k in range(head + 1, part[1] - 1):
                if page.norm[k] in ("of", "for", "from", "with") and page.norm[k + 1] in ("this", "our"):
                    own = any(page.norm[j] in wordlist("own_words") for j in range(k + 2, part[1]))
            # 'An ONA reporter' in the Omnia News Agency.
            before = re.sub(r"(?i)^(?:the|a|an|one|our)\s+", "", page.words(part[0], head))
            own = own or (bool(before) and is_own(page.report.outlet, before))
        names = is_own(page.report.outlet, re.sub(r"(?i)^(?:the|a|an)\s+", "", page.words(part[0], head + 1)))
        return Figure(page.report.outlet or "this report", "outlet", own=True) if own or names else None

    def _named(self, part: Range, head: int) -> Figure | None:
        page, cast = self.page, self.cast
        inside = [m for m in page.mentions_in(page.span(*part)) if m.kind in SPEAKING and is_name(m)]
        for mention in inside:
            first, last = page.inside(mention.head)
            if first <= head < last:
                found = cast.of_mention(first, last)
                if found is not None:
                    self._fuller(found, part, mention)
                    return found
        for mention in inside:
            first, last = page.inside(mention.head)
            start, _ = page.inside(mention.span)
            # An apposition: 'the spokeswoman of the ministry, Ana Ruiz'.
            if (
                mention.kind not in ("place", "document")
                and first > head
                and (page.norm[start - 1] == "," if start > head else mention.kind == "person")
                and not relative_between(self.page, head, first)
                and not of_inner(self.page, part, head, start)
            ):
                named = cast.of_mention(first, last)
                if named is not None and named.kind == "unknown":
                    named.kind = "person" if role_kinds().get(page.norm[head]) == "nameless person" else "unknown"
                return named
        behind = self._name_behind(part, head)
        if behind is not None:
            return behind
        words = page.words(part[0], head + 1)
        if page.tag[head] == "PROPN" or words.isupper():
            bare = re.sub(r"(?i)^(?:the|a|an|mr\.?|mrs\.?|ms\.?|dr\.?)\s+", "", words)
            found = cast.named(bare, "person") or cast.named(bare, "unknown")
            if found is not None:
                return found
            if page.tag[head] == "PROPN" or len(bare.split()) <= 3:
                kind: ActorKind = role_kinds().get(page.norm[head], "unknown")
                small = re.match(r"(?:[a-zà-ÿ][\w-]*\s+)+(?=[A-ZÀ-Þ])", bare)
                if small is not None:
                    kind = role_kinds().get(small[0].split()[-1], kind)
                    bare = bare[small.end() :]
                if kind == "unknown" and words.isupper():
                    kind = "person"
                    bare = bare.title().replace("'S ", "'s ").replace("’S ", "’s ")
                if kind not in ("nameless person", "nameless group"):
                    return cast.add(Figure(bare, kind, name_words(bare)))
        return None

    def _fuller(self, figure: Figure, part: Range, mention: Mention) -> None:
        """Give a person the name parts that stand right before his known name ('Jan' before 'Kowal')."""
        page = self.page
        start, head = page.inside(mention.span)[0], page.inside(mention.head)[0]
        k = start
        while (
            k > part[0]
            and page.tag[k - 1] == "PROPN"
            and page.norm[k - 1] not in role_kinds()
            and not gender_of(page.norm[k - 1])
        ):
            k -= 1
        if figure.kind == "person" and start == head and k < start and len(figure.name.split()) == 1:
            figure.name = f"{page.words(k, start)} {figure.name}"
            figure.words |= name_words(figure.name)

    def _name_behind(self, part: Range, head: int) -> Figure | None:
        """Return the person named without a comma at the end of an office: 'the leader of the inquiry Bo Moll'."""
        page = self.page
        first = part[1]
        while first - 1 > head + 1 and page.tag[first - 1] == "PROPN":
            first -= 1
        if (
            part[1] - first != 2
            or role_kinds().get(page.norm[head]) != "nameless person"
            or page.norm[part[0]] not in ("the", "its", "his", "her", "their", "our")
            or page.tag[first - 1] != "NOUN"
        ):
            return None
        name = page.words(first, part[1])
        return self.cast.named(name, "person") or self.cast.add(Figure(name, "person", name_words(name)))

    def _issuer(self, part: Range, head: int) -> Figure | None:
        """Return who issued a document or account: 'the ministry's statement', 'a statement by the ministry', 'its report', 'Ruiz's words'."""
        page = self.page
        if (
            role_kinds().get(page.norm[head]) != "document"
            and page.norm[head] not in wordlist("utterances")
            and page.norm[head] not in wordlist("issues")
        ):
            return None
        found: Figure | None = None
        if page.norm[part[0]] in MASCULINE | FEMININE | NEUTER | PLURAL:
            if page.norm[head] in wordlist("received"):
                return None  # 'her notice' was sent to her
            found = antecedent(page, self.cast, page.norm[part[0]], part[0])
        for k in range(part[0] + 1, head):
            if page.norm[k] in ("'s", "’s") or (page.tag[k] == "PART" and page.norm[k] in ("'", "’")):
                found = self.figure((part[0], k))
        by = page.norm[head + 1 : head + 3]
        if found is None and head + 1 < part[1] and self._issued(by):
            at = head + 2 if page.norm[head + 1] in ("by", "from", "of") else head + 3
            if page.norm[head + 1] == "of" and (
                role_kinds().get(page.norm[head]) == "document"
                or page.norm[head] in wordlist("records") | wordlist("issues")
            ):
                of = right(page, at, part[1]) if at < part[1] else None
                if of is not None:
                    owned = [k for k in range(*of) if page.norm[k] in ("'s", "’s")]
                    of = (of[0], owned[0]) if owned and owned[0] > of[0] else of
                body = self._named(of, head_of(self.page, of)) if of is not None else None
                if of is not None and body is None:
                    body = self.roles.meant(of, head_of(self.page, of)) or self._at_head.get(head_of(self.page, of))
                if body is not None and not body.place and body.kind not in ("unknown", "document"):
                    body.roles.add(page.norm[head])
                    return body
                at = part[1]
            if at < part[1]:
                issuer = right(page, at, part[1])
                found = self.figure(issuer) if issuer is not None else None
        if found is None:
            # 'the X data', 'X figures': the name before the noun.
            for mention in page.mentions_in(page.span(part[0], head + 1)):
                common = page.norm[page.inside(mention.head)[1] - 1] in role_kinds()
                if common and page.inside(mention.head)[0] == page.sentence(part[0]).first:
                    # 'Court papers': a common noun that only opens the sentence.
                    continue
                if is_name(mention) and mention.kind in ISSUERS and page.inside(mention.head)[1] <= head:
                    found = self.cast.of_mention(*page.inside(mention.head))
        if found is not None and found.kind != "document":
            found.roles.add(page.norm[head])
            return found
        return None

    @staticmethod
    def _issued(words: list[str]) -> bool:
        """Tell whether the two words behind a document name who issued it ('by', 'released by'), not whom it reached ('shared with')."""
        if words[0] not in wordlist("issued_by"):
            return False
        return words[0] in ("by", "from", "of") or words[1:] in (["by"], ["from"], ["through"])

    def _new(self, part: Range, head: int, told: MentionKind | None = None) -> Figure | None:
        """Make a nameless figure from the words of the phrase; `told` is its kind where the language floor knows it."""
        page = self.page
        noun = page.norm[head]
        known = role_kinds().get(noun)
        if noun in ("guard", "guards") and head > part[0] and page.norm[head - 1] in wordlist("guarding"):
            known = "armed force"
        if (
            told == "nameless person"
            or told == "nameless group"
            or (known is None and told is not None and told != "place" and told != "nationality" and told != "person")
        ):
            known = told
        plural = (
            noun.endswith("s") and not noun.endswith("ss") and known not in ("document", "intelligence service")
        ) or known == "nameless group"
        kind: ActorKind = known or (
            "nameless group" if plural and role_kinds().get(noun.removesuffix("s")) == "nameless person" else "unknown"
        )
        if (known == "nameless person" and plural) or (
            page.norm[part[0]] in wordlist("parts_of_groups") - {"one", "another"}
            and page.norm[part[0] + 1 : part[0] + 2] == ["of"]
        ):
            kind = "nameless group"
        words = worded(self.page, part, head, kind)
        if not re.search(r"\w", words):
            return None
        ahead = self.roles.named_ahead(part, noun, kind) if told is None else None
        if ahead is not None:
            return ahead
        # 'The harbour master's brother' is no harbour master.
        owned = max((k for k in range(part[0], head) if page.norm[k] in ("'s", "’s")), default=part[0])
        figure = Figure(
            words,
            kind,
            set(),
            {noun, noun.removesuffix("s")}
            | {page.norm[k] for k in range(owned, head) if page.tag[k] in ("NOUN", "PROPN")},
            gender_of(noun),
            plural and kind != "document",
            nameless=True,
        )
        figure.met.append((part[0], 1))
        return self.cast.add(figure)

    def addressed(self, part: Range) -> None:
        """Note who was told or asked: the next 'it' or 'he' may well mean him."""
        head = head_of(self.page, part)
        found = self._named(part, head) or self._at_head.get(head) or self.roles.meant(part, head)
        if found is not None and not found.plural:
            found.meet(part[0], 3)

    def relay(self, part: Range) -> Figure | None:
        """Return the outlet or agency that was told something or carries it, None when a hearer is no relay."""
        head = head_of(self.page, part)
        if self._own(part, head) is not None:
            return None
        found = self._named(part, head)
        if (
            found is None
            and role_kinds().get(self.page.norm[head]) in ("news agency", "outlet")
            and self.page.norm[head] not in ("press", "media")
        ):
            found = self.roles.meant(part, head) or self._new(part, head)
        if found is None and any(
            self.page.capital(k) and self.page.norm[k] in wordlist("outlet_words") for k in range(*part)
        ):
            found = self._new(part, head)
        if found is None or found.own:
            return None
        outletish = found.kind in ("news agency", "outlet") or bool(
            (found.words | found.roles) & wordlist("outlet_words")
        )
        if not outletish and not found.nameless and found.kind in ("organisation", "company", "unknown"):
            # What carries others' words is an outlet, whatever its name looks like.
            by = self.page.norm[part[0] - 2 : part[0]]
            outletish = len(by) == 2 and by[1] == "by" and by[0] in wordlist("spreading")
            found.kind = "outlet" if outletish else found.kind
        return found if outletish else None


__all__ = ["Descriptions"]
