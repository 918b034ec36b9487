"""Look-ups over a dossier: short labels, anchors, hues, chains as they are shown."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict

from sayso.dossier.compose.context import ends_of, paragraphs, widened
from sayso.dossier.compose.labels import hues_of, labels_of, natural, opening, origin_key, plain_name
from sayso.dossier.compose.marked import Mark, marked, spans_as
from sayso.dossier.compose.plain import shortened, visible
from sayso.dossier.compose.view import Piece, Proof, Ref, Side, Step
from sayso.dossier.compose.wording import CONFLICTS, counted, glyphs, manner
from sayso.model import Claim, Conflict, Dossier, Evidence, Link, Proposition, Span

_NAMELESS = ("nameless person", "nameless group")


class Index:
    """One dossier, looked up in every way the page needs; anchors asked for are remembered for the reports' text."""

    def __init__(self, dossier: Dossier) -> None:
        self.dossier = dossier
        self.reports = {r.id: r for r in dossier.reports}
        self.claims = {c.id: c for c in dossier.claims}
        self.actors = {a.id: a for a in dossier.actors}
        self.propositions = {p.id: p for p in dossier.propositions}
        self.ranked = sorted(dossier.propositions, key=lambda p: (-p.rank.weight, p.id))
        self.number = {p.id: n for n, p in enumerate(self.ranked, 1)}
        self.conflicts: dict[str, list[Conflict]] = defaultdict(list)
        for conflict in dossier.conflicts:
            self.conflicts[conflict.a].append(conflict)
            self.conflicts[conflict.b].append(conflict)
        self._conflict_place = {id(c): n for n, c in enumerate(dossier.conflicts, 1)}
        self.updated = {c for u in dossier.updates for c in (u.a, u.b)}
        self.wanted: dict[str, set[Span]] = defaultdict(set)
        self.in_order = sorted(dossier.reports, key=lambda r: (natural(r.file), r.id))
        self._place = {r.id: n for n, r in enumerate(self.in_order, 1)}
        self._ids = re.compile("|".join(map(re.escape, sorted(self.reports, key=len, reverse=True))) or r"(?!)")
        self._claim_place = {c.id: n for n, c in enumerate(dossier.claims, 1)}
        self._claim_at = {(c.report, c.span): c.id for c in reversed(dossier.claims)}
        self._labels = labels_of(dossier)
        self._outlets = {plain_name(r.outlet) for r in dossier.reports if r.outlet}
        self._hue = hues_of(dossier)
        self._tally: dict[str, tuple[str, str]] = {}
        self._ends: dict[str, tuple[int, ...]] = {}
        self._claims_in: dict[str, list[str]] = defaultdict(list)
        for claim in dossier.claims:
            self._claims_in[claim.report].append(claim.id)
        self._paragraphs: dict[str, list[int]] = {}

    # Labels and anchors.

    def label(self, id: str) -> str:
        """Return the short label of a report (its file's stem) or of an absent dispatch (its id)."""
        return self._labels.get(id, id)

    def order(self, id: str) -> int:
        """Return the place of a report as a reader would sort the files; what is absent comes first."""
        return self._place.get(id, 0)

    def said(self, text: str) -> str:
        """Return words of another floor with ids of reports replaced by their labels."""
        return visible(self._ids.sub(lambda m: self.label(m[0]), text))

    def reasons(self, texts: tuple[str, ...]) -> tuple[str, ...]:
        """Return reasons of another floor, without the full stop, to be joined in one sentence."""
        return tuple(self.said(text).rstrip(". ") for text in texts)

    def outlet(self, id: str) -> str:
        """Return the outlet of a report, its title when there is none, or an empty string."""
        report = self.reports.get(id)
        if not report:
            return ""
        return shortened(report.outlet, 60) if report.outlet else f"“{shortened(report.title or opening(report), 40)}”"

    def report_anchor(self, id: str) -> str:
        """Return the anchor of a report, or of an absent dispatch."""
        return f"report-{self._place[id]}" if id in self._place else f"absent-{id}"

    def report_ref(self, id: str) -> Ref:
        """Return a link to the head of a report."""
        return Ref(self.report_anchor(id), self.label(id), self.outlet(id))

    def claims_in(self, report: str) -> list[str]:
        """Return the ids of a report's claims."""
        return self._claims_in[report]

    def claim_anchor(self, id: str) -> str:
        """Return the anchor of a claim's words in the text of its report."""
        return f"c{self._claim_place[id]}"

    def claim_ref(self, id: str, label: str | None = None) -> Ref:
        """Return a link to a claim's words, labelled with its report unless told otherwise."""
        claim = self.claims[id]
        return Ref(
            self.claim_anchor(id),
            self.label(claim.report) if label is None else label,
            shortened(claim.exact, 120),
        )

    def point(self, report: str, span: Span) -> str:
        """Return the anchor of any words of a report, and remember to set it; empty for a report that is not in the pile."""
        if report not in self.reports:
            return ""
        claim = self._claim_at.get((report, span))
        if claim:
            return self.claim_anchor(claim)
        self.wanted[report].add(span)
        return self.word_anchor(report, span)

    def word_anchor(self, report: str, span: Span) -> str:
        """Return the anchor of words that are no claim."""
        return f"w{self._place[report]}-{span.start}-{span.end}"

    def proposition_ref(self, id: str) -> Ref:
        """Return a link to a proposition's line."""
        proposition = self.propositions[id]
        return Ref(f"p{self.number[id]}", str(self.number[id]), shortened(proposition.text, 120))

    def conflict_ref(self, conflict: Conflict) -> Ref:
        """Return a link to a conflict, labelled with its kind."""
        return Ref(f"x{self._conflict_place[id(conflict)]}", conflict.kind, CONFLICTS[conflict.kind])

    # Whose word it is.

    def tally(self, p: Proposition) -> tuple[str, str]:
        """Return the glyphs of a proposition, and its count of origins in words."""
        if p.id not in self._tally:
            reports = {self.claims[c].report for c in p.claims if c in self.claims}
            self._tally[p.id] = (glyphs(p), counted(p, len(reports)))
        return self._tally[p.id]

    def hue(self, claim: Claim) -> str:
        """Return the class of the hue of the claim's origin; empty for a report's own voice."""
        key = origin_key(claim)
        return self.hue_of(key) if key else ""

    def hue_of(self, key: str) -> str:
        """Return the class of the hue of an origin's key: an actor's id, or a name."""
        return f"o{self._hue.get(key, 0)}"

    @property
    def hues(self) -> int:
        """How many hues are in use."""
        return max(self._hue.values(), default=0)

    @property
    def origins(self) -> int:
        """How many distinct origins stand behind the propositions, each actor or name counted once."""
        return len(
            {o.actor or o.name.casefold() for p in self.dossier.propositions for o in p.origins if o.name != "unknown"}
        )

    def steps(self, chain: tuple[Link, ...], linked: bool = True) -> tuple[Step, ...]:
        """Return a chain as it is shown, origin first; each link led to its words unless `linked` is False."""
        return tuple(self._step(link, place > 0, linked) for place, link in enumerate(chain))

    def _step(self, link: Link, relay: bool, linked: bool) -> Step:
        name = shortened(link.name, 70)
        words = link.evidence.span if linked else None
        href = self.point(words.report, words.span) if words else ""
        if link.kind == "unknown" and name.casefold() in ("", "unknown", "?", "somebody", "someone"):
            return Step("?", "unknown", href)
        if link.kind in _NAMELESS:
            return Step(f"“{name}”", "nameless", href)
        return Step(name, "relay" if relay and plain_name(link.name) not in self._outlets else "plain", href)

    def manner(self, claim: Claim) -> str:
        """Return in words how the claim is put."""
        return visible(manner(claim, self.reports[claim.report].text))

    # Words in their sentence.

    def sentence(self, claim: Claim) -> tuple[Piece, ...]:
        """Return the sentence of a claim, with its words, its source, its cue and its hedge marked."""
        text = self.reports[claim.report].text
        who = [s for w in claim.attributions for part in (w.source, w.cue) for s in part]
        marks = [Mark(claim.start, claim.end, 0, "mark", f"q {self.hue(claim)}".strip())]
        return self._cut(
            claim.report,
            widened(text, self._sentence_ends(claim.report), claim.span, who),
            [*marks, *self.voice_marks(claim)],
        )

    def voice_marks(self, claim: Claim) -> list[Mark]:
        """Return marks for the sources, cues and hedges of a claim."""
        marks: list[Mark] = []
        for words in claim.attributions:
            marks += spans_as("src", words.source, 1)
            marks += spans_as("cue", words.cue, 2)
        return marks + spans_as("hedge", claim.hedges, 3)

    def place(self, claim: Claim) -> str:
        """Return where a claim stands, for a reader with paper in hand: 'r1 ¶3', counted from the first paragraph of the body."""
        if claim.report not in self._paragraphs:
            report = self.reports[claim.report]
            self._paragraphs[claim.report] = [p.start for p in paragraphs(report.text) if p.end > report.body.start]
        starts = self._paragraphs[claim.report]
        return f"{self.label(claim.report)} ¶{max(1, bisect_right(starts, claim.start))}"

    def _cut(self, report: str, span: Span, marks: list[Mark]) -> tuple[Piece, ...]:
        text = self.reports[report].text
        before = (Piece("text", "… "),) if _inside(text, span.start) else ()
        after = (Piece("text", " …"),) if _inside(text, span.end) else ()
        return before + marked(text, span.start, span.end, marks) + after

    def _sentence_ends(self, report: str) -> tuple[int, ...]:
        if report not in self._ends:
            self._ends[report] = ends_of(self.reports[report].text)
        return self._ends[report]

    def side(self, claim_id: str) -> Side:
        """Return a claim as one side of a comparison."""
        claim = self.claims[claim_id]
        return Side(
            self.claim_anchor(claim_id),
            self.place(claim),
            self.report_ref(claim.report),
            self.outlet(claim.report),
            self.hue(claim),
            self.steps(claim.chain),
            self.manner(claim),
            self.sentence(claim),
        )

    def proofs(self, evidence: tuple[Evidence, ...]) -> tuple[Proof, ...]:
        """Return grounds as they are shown, each led to its words."""
        return tuple(self._proof(one) for one in evidence)

    def _proof(self, evidence: Evidence) -> Proof:
        if evidence.span:
            held = evidence.span
            return Proof(
                f"{self.label(held.report)}: “{shortened(held.exact, 160)}”", self.point(held.report, held.span), True
            )
        if evidence.field:
            report, name = evidence.field.report, evidence.field.name
            value = getattr(self.reports.get(report), name, None)
            shown = shortened(str(value), 80) if isinstance(value, str) else "not given"
            return Proof(f"{self.label(report)}, {name}: {shown}", self.report_anchor(report), False)
        absence = evidence.absence
        assert absence is not None  # the model allows no fourth kind
        where = ", ".join(self.label(r) for r in absence.searched[:12]) + (" …" if len(absence.searched) > 12 else "")
        return Proof(f"looked for {shortened(absence.wanted, 160)} in {where}: it stands nowhere", "", False)


def _inside(text: str, at: int) -> bool:
    """Tell whether `at` cuts a sentence: a letter on one side and no end of a sentence before."""
    before, after = text[:at].rstrip()[-1:], text[at:].lstrip()[:1]
    return (
        bool(before and after)
        and before not in ".!?…\"'”’»)]"
        and "\n" not in text[at : at + 2] + text[max(0, at - 2) : at]
    )


def claims_of(index: Index, proposition: Proposition) -> list[Claim]:
    """Return the claims of a proposition in the order of the reports and of the text."""
    held = [index.claims[c] for c in proposition.claims if c in index.claims]
    return sorted(held, key=lambda c: (index.order(c.report), c.start))
