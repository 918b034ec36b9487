"""The names of the pile's outlets as other reports write them: 'Port Ayle Gazette', 'the Gazette', 'PAG'."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from sayso.model import Report, Span
from sayso.resources import rows, tree


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(tree("derivation")[name])


def parts(name: str) -> list[str]:
    """Return the words of an outlet's name without articles, as they are written."""
    words = re.findall(r"[\w&.]+(?:[-'’][\w]+)*", name)
    while len(words) > 1 and words[0].lower() in _listed("articles"):
        words = words[1:]
    return words


@cache
def known() -> dict[str, str]:
    """Return every spelling of the world's agencies and outlets with the name it stands for."""
    found: dict[str, str] = {}
    for kind, name, *others in rows("bodies"):
        if kind in ("news agency", "outlet"):
            for spelling in (name, *(others[0].split("|") if others else ())):
                if spelling:
                    found.setdefault(spelling, name)
    return found


@cache
def key(name: str) -> str:
    """Return the form under which two writings of one outlet's name meet ('AP', 'The Associated Press')."""
    plain = re.sub(r"['’]s\b", "", name).strip()
    return " ".join(parts(known().get(plain, plain))).lower()


def one_house(a: Report, b: Report) -> bool:
    """Tell whether one outlet published both reports."""
    return a.outlet is not None and b.outlet is not None and key(a.outlet) == key(b.outlet)


def looks_like_outlet(text: str, span: Span, name: str) -> bool:
    """Tell whether a name that no list knows is an outlet's: by a media word in it or beside it, a digit, a dot, an inner capital."""
    media = _listed("media_words")
    beside = text[max(0, span.start - 30) : span.start] + " " + name + " " + text[span.end : span.end + 20]
    if any(word.lower() in media for word in re.findall(r"\w+", beside)):
        return True
    return (
        name in known() or bool(re.search(r"\d|\w\w\.\w\w|[a-z][A-Z]", name)) or bool(re.fullmatch(r"[A-Z]{3,}", name))
    )


def is_name(name: str) -> bool:
    """Tell whether an outlet is named, and not just described ('the newspaper', 'a website')."""
    generic = _listed("kinds_of_outlet")
    words = parts(name)
    if " ".join(words).lower() in _listed("platforms"):
        return False
    described = re.match(r"[a-z ]+ (?:in|on|at|of|near|for|from) ", " ".join(words))
    if described:  # 'the weather station at Holm': where something is names no outlet
        return False
    return any(word[0].isupper() or word[0].isdigit() for word in words) and not all(
        word.lower() in generic for word in words
    )


def _short(words: Sequence[str]) -> list[str]:
    """Return the parts of a name that may stand for it after 'the'."""
    generic, short = _listed("kinds_of_outlet"), _listed("short_names")
    found = []
    for cut in range(1, len(words)):
        tail, head = words[cut:], words[:-cut]
        if (
            tail[0].lower() in short
            and tail[-1].lower() in short
            and not (len(tail) == 1 and tail[0].lower() in generic)
        ):
            found.append(" ".join(tail))
        ends = words[len(head) :]
        by_kind = all(word.lower() in generic for word in ends) and not all(word.lower() in generic for word in head)
        if by_kind and (head[-1].lower() in short or ends[-1].lower() in ("weekly", "daily", "magazine")):
            found.append(" ".join(head))
        if head[0].lower() in short and len(head) == 1:
            found.append(head[0])
    return sorted(set(found))


@dataclass(frozen=True, slots=True)
class Named:
    """A place in a report where an outlet is named: the span and the outlet's key (see `key`)."""

    span: Span
    outlet: str


@dataclass(frozen=True, slots=True)
class OutletNames:
    """Finds the outlets of a pile in a text.

    `full` maps a written form to outlet keys, `short` a form that needs 'the' before it; a form that fits
    several outlets is settled by the full name that the report wrote before, or left out. `written` gives the name in full for each key.
    """

    full: dict[str, tuple[str, ...]]
    short: dict[str, tuple[str, ...]]
    written: dict[str, str]
    pattern: re.Pattern[str]

    @classmethod
    def of(cls, reports: Iterable[Report]) -> OutletNames:
        """Gather the names of the reports' outlets."""
        full: dict[str, set[str]] = defaultdict(set)
        short: dict[str, set[str]] = defaultdict(set)
        written: dict[str, str] = {}
        for report in reports:
            if not report.outlet or not parts(report.outlet):
                continue
            words, outlet = parts(report.outlet), key(report.outlet)
            full[" ".join(words)].add(outlet)
            written.setdefault(outlet, report.outlet)
            # 'CDM' may count the small words of 'Correo del Mar' too.
            for initials in {"".join(w[0] for w in words if w[0].isupper()), "".join(w[0].upper() for w in words)}:
                if len(initials) >= 3:
                    full[initials].add(outlet)
            host = re.search(r"\b([\w-]{3,6})\.(?:com|org|net|info|tv|news|co|[a-z]{2})(?:[.:/]|$)", report.outlet)
            if host is not None:
                full[host.group(1).upper()].add(outlet)
            for spelling, name in known().items():
                if key(name) == outlet and len(spelling) > 1:
                    full[" ".join(parts(spelling))].add(outlet)
            if len(words) > 2 and words[-1].lower() in _listed("kinds_of_outlet") and words[-2].isdigit():
                full[" ".join(words[:-1])].add(outlet)
            for form in _short(words):
                short[form].add(outlet)
        for form in full:
            short.pop(form, None)
        return cls(
            {form: tuple(sorted(held)) for form, held in sorted(full.items())},
            {form: tuple(sorted(held)) for form, held in sorted(short.items())},
            written,
            cls._pattern(full, short),
        )

    @staticmethod
    def _pattern(full_forms: Iterable[str], short_forms: Iterable[str]) -> re.Pattern[str]:
        def spelt(form: str) -> str:
            return r"\s+".join(re.escape(word).replace("'", "['’]").replace("’", "['’]") for word in form.split())

        def any_of(forms: Iterable[str]) -> str:
            return "|".join(map(spelt, sorted(forms, key=lambda form: (-len(form), form))))

        full, short = any_of(full_forms), any_of(short_forms)
        either = [rf"(?P<full>{full})"] if full else []
        if short:
            either.append(rf"(?<=\b[Tt]he )(?P<short>{short})(?![ -][A-ZÀ-Þ])|(?<=\b[Tt]he ‘)(?P<quoted>{short})(?=’)")
        return re.compile(rf"(?<![\w-])(?:{'|'.join(either)})(?![\w])") if either else re.compile(r"(?!)")

    def find(self, report: Report) -> list[Named]:
        """Return the places of the report's body where an outlet of the pile is named, in text order."""
        found: list[Named] = []
        seen: list[str] = []
        own = key(report.outlet) if report.outlet else ""
        for match in self.pattern.finditer(report.text, report.body.start, report.body.end):
            span = Span(*match.span())
            if any(skipped.overlaps(span) for skipped in report.skipped):
                continue
            form = re.sub(r"\s+", " ", match.group())
            fits = self.full.get(form) or self.short.get(form) or self._loosely(form)
            if len(fits) > 1:
                said = [outlet for outlet in reversed(seen) if outlet in fits]
                fits = (own,) if own in fits else tuple(said[:1])
            if len(fits) == 1:
                found.append(Named(span, fits[0]))
                seen.append(fits[0])
        return found

    def may_be(self, name: str) -> bool:
        """Tell whether a name is a form, however ambiguous, of an outlet of the pile."""
        form = " ".join(parts(name))
        return form in self.full or form in self.short

    def _loosely(self, form: str) -> tuple[str, ...]:
        plain = form.replace("’", "'")
        for forms in (self.full, self.short):
            for written, outlets in forms.items():
                if written.replace("’", "'") == plain:
                    return outlets
        return ()
