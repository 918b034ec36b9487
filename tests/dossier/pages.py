"""Helpers for tests of the page: a parsed page, and a hostile pile."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from html.parser import HTMLParser

from sayso.dossier import to_html
from sayso.model import Dossier, Report, Span
from tests.affair import CLAIMS, R1, dossier
from tests.build import report

VOID = {"meta", "link", "br", "input", "img", "hr", "path", "rect", "circle"}
NASTY = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</style><script>alert(2)</script>",
    "</title></head><body onload=alert(3)>",
    "<svg/onload=alert(4)>",
    "<a href=javascript:alert(5)>x</a>",
    "<!-- ]]> <![CDATA[ -->",
    "{{ 7 * 7 }}{% raw %}",
    "&lt;b&gt; &amp; &#x3c;script&#x3e;",
    "' autofocus onfocus='alert(6)",
    "</script><script>alert(7)//",
    "\u202eevil\u202c \u2066hidden\u2069",
    "W" * 400,
    "<b><i><p></div></td></table>",
    "`${alert(8)}`",
)


@dataclass
class Parsed(HTMLParser):
    """What a parser makes of a page: its elements with their attributes, its text, and whether elements nest."""

    elements: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    stack: list[str] = field(default_factory=list)
    text: list[str] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {k: v or "" for k, v in attrs}))
        if tag not in VOID:
            self.stack.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {k: v or "" for k, v in attrs}))

    def handle_endtag(self, tag: str) -> None:
        if not self.stack or self.stack.pop() != tag:
            self.broken.append(tag)

    def handle_data(self, data: str) -> None:
        if not self.stack or self.stack[-1] not in ("script", "style"):
            self.text.append(data)

    @property
    def ids(self) -> list[str]:
        return [given["id"] for _, given in self.elements if "id" in given]

    @property
    def words(self) -> str:
        return "".join(self.text)


def parsed(html: str) -> Parsed:
    """Parse a page."""
    parser = Parsed()
    parser.feed(html)
    parser.close()
    return parser


def poisoned(words: str) -> Dossier:
    """The affair with `words` wherever text of others can stand."""
    base = dossier()
    text = f"{words}\n\nIt rained, {words} said."
    bad: Report = report(
        text,
        id="r-bad",
        file=f"{words}.txt",
        outlet=words,
        title=words,
        byline=words,
        dateline=words,
        published=words,
        url=f"javascript:{words}",
    )
    at = Span(len(words) + 2, len(words) + 11)
    claim = replace(CLAIMS[1], id="c99", report="r-bad", start=at.start, end=at.end, exact=at.of(text), text=words)
    claim = replace(
        claim,
        chain=(replace(claim.chain[0], name=words), replace(claim.chain[0], name=words, kind="outlet")),
        attributions=(),
        quantities=(),
        places=(words,),
        times=(),
    )
    first = base.propositions[0]
    return dossier(
        version=words,
        reports=(*base.reports, bad),
        claims=(*base.claims, claim),
        propositions=(
            replace(
                first,
                text=words,
                claims=(*first.claims, "c99"),
                origins=tuple(replace(o, name=words) for o in first.origins),
                history=tuple(replace(e, by=words, when=words) for e in first.history),
                leads=tuple(replace(x, what=words, search=words) for x in first.leads),
                assessment=replace(first.assessment, reasons=(words,)),
                rank=replace(first.rank, reasons=(words,)),
            ),
            *base.propositions[1:],
        ),
        actors=tuple(replace(a, name=words, aliases=(words,), merged_because=(words,)) for a in base.actors),
        absent=tuple(replace(a, is_=words, actor_name=words) for a in base.absent),
        derivations=tuple(replace(d, reasons=(words,)) for d in base.derivations),
        conflicts=tuple(replace(c, reason=words) for c in base.conflicts),
        updates=tuple(replace(u, reason=words) for u in base.updates),
        drift=tuple(replace(d, before=words, after=words) for d in base.drift),
        timeline=tuple(replace(t, what=words, when=words) for t in base.timeline),
        unread=tuple(replace(u, file=words, detail=words) for u in base.unread),
    )


def first_page() -> str:
    """The page of the affair."""
    return to_html(dossier())


__all__ = ["NASTY", "R1", "Parsed", "first_page", "parsed", "poisoned"]
