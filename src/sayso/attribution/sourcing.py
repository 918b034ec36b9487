"""The sourcing table of one report: every sourced statement with type, name, title and justification of its source.

By the definitions of the public journalistic-sourcing benchmark (Vincent et al., arXiv 2501.00164): neighbouring sentences of one paragraph that draw on
the same source are one statement; a sentence credited to several sources is listed once for each.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.attribution.lexicon import wordlist
from sayso.attribution.merging import BODIES
from sayso.attribution.names import person_tokens, plain
from sayso.attribution.states import state_of
from sayso.model import Analysis, Attribution, Link, Mention, Report, SourceType, Span
from sayso.resources import tree

_ANONYMOUS = re.compile(
    r"\b(anonym\w*|not to be named|not be named|asked not to|unnamed|declined to be named|famil[ia]+r with|with (?:direct )?knowledge|close to|"
    r"sources?|insiders?|briefed on|not authori[sz]ed)\b",
    re.IGNORECASE,
)
_POLL = r"(?:poll|survey|election data|polling)"
_MAKER = re.compile(rf"\b([A-Z][\w.&’'-]*(?:[ /][A-Z][\w.&’'-]*)*) {_POLL}")
_SPOKEN = re.compile(
    r"\b(spokes(?:man|woman|person|people)|officials?|lawyers?|press office|representatives?|attorneys?)\b",
    re.IGNORECASE,
)
_SEVERAL = re.compile(r"[A-Z][\w’'.-]+(?: [A-Z][\w’'.-]+)+ and [A-Z][\w’'.-]+(?: [A-Z][\w’'.-]+)+")
"""Two persons by name."""
_COPY = re.compile(r"^(?:an?|the) (?:draft|copy|text|version|excerpt|page) of ", re.IGNORECASE)
_CORE = re.compile(
    r"[,(:]|\b(?:to|by|from|of|on|about|for|in|that|which|sent|obtained|seen|signed|filed|addressed|written)\b"
)
_CAPITALS = re.compile(
    r"(?<!^)(?<!^The )\b[A-Z][\w&’'-]+(?: (?:of |and |the )*[A-Z][\w&’'-]+)*|^[A-Z]\w+(?= (?:officials|spokes))"
)


@dataclass(frozen=True, slots=True)
class SourcingRow:
    """One sourced statement and its source; empty strings where the text gives nothing.

    `justification` of an anonymous source is the reason the text gives for withholding the name. `chain` names who vouches, origin first, and through whom the words
    reached print.
    """

    statement: str
    type: SourceType
    name: str
    title: str
    justification: str
    chain: tuple[str, ...] = ()


def _link_of(attribution: Attribution) -> Link | None:
    """Return the link that the attribution's source words name: who was asked or read, not who is cited inside."""
    for link in attribution.links:
        where = link.evidence.span
        if where is not None and any(s.overlaps(where.span) for s in attribution.source):
            return link
    return attribution.links[0] if attribution.links else None


def _body_in(report: Report, analysis: Analysis, where: Span) -> Mention | None:
    """Return the named body that a nameless description holds ('a spokeswoman for the bank')."""
    inside = [m for m in analysis.mentions if m.kind in BODIES and where.contains(m.span)]
    return max(inside, key=lambda m: m.span.start, default=None)


def _pollster(report: Report, words: str) -> str | None:
    """Return the body behind a poll or its data, from the words that credit it or from where the report first names it."""
    if not re.search(rf"\b{_POLL}s?\b", words):
        return None
    found = _MAKER.search(words) or _MAKER.search(report.text, report.body.start, report.body.end)
    return found[1].removeprefix("The ") if found else None


def _type(report: Report, analysis: Analysis, attribution: Attribution, link: Link) -> tuple[SourceType, str]:
    """Return the type of a source and its name for the table."""
    if link.kind == "person" or (link.kind == "nameless group" and _SEVERAL.fullmatch(link.name)):
        return "Named Person", link.name
    if link.kind in BODIES and _is_paper(report, attribution, link):
        return "Document", link.name
    if link.kind in BODIES:
        return "Named Organization", link.name
    passage = link.evidence.span
    words = passage.exact if passage else link.name
    if link.kind == "document":
        maker = _pollster(report, words)
        return ("Named Organization", maker) if maker else ("Document", "" if link.name[:1].islower() else link.name)
    if _ANONYMOUS.search(words) or any(_ANONYMOUS.search(s.of(report.text)) for s in attribution.source):
        return "Anonymous Source", ""
    body = _body_in(report, analysis, passage.span) if passage else None
    if body is not None and _SPOKEN.search(words):
        return "Named Organization", body.name
    capitals = _CAPITALS.search(words)
    if capitals and _SPOKEN.search(words) and not state_of(capitals.group()):
        return "Named Organization", capitals.group()
    if link.kind == "nameless group":
        bare = re.sub(r"^(the|some|several|many|most|two|three|all|both)\s+(of\s+(the\s+)?)?", "", link.name)
        return "Unnamed Group of People", "" if bare in ("them", "us", "those", "these") else bare
    return "Unnamed Person", ""


def _is_paper(report: Report, attribution: Attribution, link: Link) -> bool:
    """Tell whether the words of a source name a paper that the reporter read and the body is only its issuer: 'the county's letter', 'a copy of the filing'."""
    where = link.evidence.span
    shown = next((s for s in attribution.source if where is not None and s.overlaps(where.span)), None)
    if shown is None:
        return False
    words = _COPY.sub("", " ".join(shown.of(report.text).split()))
    head = plain(_CORE.split(words)[0]).split()[-1:]
    return bool(head) and head[0] in wordlist("papers")


def _mentions_of(report: Report, analysis: Analysis, name: str) -> list[Mention]:
    last = person_tokens(name)[-1:]
    return [
        m for m in analysis.mentions if m.kind == "person" and last and last[0] in person_tokens(m.head.of(report.text))
    ]


def _apposition(report: Report, analysis: Analysis, mention: Mention) -> tuple[str, bool]:
    """Return the words set off by commas after a name, and whether they begin with a relative pronoun."""
    at = bisect_right(analysis.sentences, mention.span.start, key=lambda s: s.span.end)
    sentence = analysis.sentences[at].span if at < len(analysis.sentences) else None
    if sentence is None or not sentence.overlaps(mention.span):
        return "", False
    rest = report.text[mention.span.end : sentence.end]
    found = re.match(r",\s+((?:who|whose|an?|the|[a-z])[^,.;“”\"]{6,240})[,.;]", rest)
    if found is None or re.match(r"(?:said|says|told|added|and|but|which|while|according|\w+ed)\b", found[1]):
        return "", False
    return found[1].strip(), found[1].startswith(("who", "whose"))


def _is_office(words: str) -> bool:
    """Tell whether words name a position of power, responsibility or expertise: kin, trades and roles of the moment do not."""
    said = {plain(w) for w in words.split()}
    return bool(said & (set(tree("names")["offices"]) | set(tree("names")["titles"]) | set(tree("names")["expertise"])))


def _described(report: Report, analysis: Analysis, link: Link) -> tuple[str, str]:
    """Return title and justification of a named person, from wherever the report introduces them."""
    title = justification = ""
    for mention in _mentions_of(report, analysis, link.name):
        words, relative = _apposition(report, analysis, mention)
        if mention.title and not title and _is_office(mention.title):
            title = mention.title
        if words and not justification:
            justification = words
        if words and not title:
            title = _title_in(report, analysis, mention, words, relative)
    return title, justification


_POSITION = re.compile(
    r"^who(?:se)?\b(?:.*\bas|.*?\b(?:is|was|has been|became)(?: also| now| then)?) (?:(?:the|an?) )?(?P<office>[^,]+)$"
)
_HELD = re.compile(r"\b(?:with|of|for|at|from) (?:the )?(?P<body>.*[A-Z].*)")


def _title_in(report: Report, analysis: Analysis, mention: Mention, words: str, relative: bool) -> str:
    """Return the position that an apposition or a relative clause after a name tells, '' when it tells none.

    A calling that is followed by the body where it is held ('an adviser with the X Project') is a position, too.
    """
    if relative:
        found = _POSITION.match(words)
        words = found["office"] if found else ""
    words = re.split(r"\s+(?:who|which|whose|in \d{4})\b", words)[0]
    if not words:
        return ""
    bare = re.sub(r"^(?:an?|the)\s+", "", words)
    if _is_office(words):
        return bare
    held = _HELD.search(words)
    if held is None or relative:
        return ""
    after = Span(mention.span.end, min(mention.span.end + len(words) + 8, report.body.end))
    calling = words[: held.start()].split()[-1:]
    works = bool(calling) and plain(calling[0]) not in tree("names")["roles_of_the_moment"]
    return bare if works and any(m.kind in BODIES and after.contains(m.head) for m in analysis.mentions) else ""


_WITHHELD = re.compile(
    r"\b(?:on (?:the )?condition (?:of|that)|(?:who )?(?:has |have |had )?(?:asked|requested|declined|wanted|wished|preferred|spoke|speaking|granted|insisted)\b"
    r"[^.;“”\"]{0,60}?(?:anonym\w+|named|identified|name|identity)|(?:because (?:they|he|she) )?(?:was|were|is|are|being)? ?not authori[sz]ed to)[^.;“”\"]*",
    re.IGNORECASE,
)


def _reason(statement: str) -> str:
    """Return the words that tell why a name is withheld, '' when there are none."""
    found = _WITHHELD.search(" ".join(statement.split()))
    return found[0].strip(" ,") if found else ""


def _sentences(analysis: Analysis, attribution: Attribution) -> set[int]:
    spans = (*attribution.source, *attribution.cue, *attribution.content)
    if attribution.carried:
        spans = attribution.content
    found: set[int] = set()
    for span in spans:
        at = bisect_right(analysis.sentences, span.start, key=lambda s: s.span.end)
        while at < len(analysis.sentences) and analysis.sentences[at].span.start < span.end:
            found.add(at)
            at += 1
    return found


def sourcing_table(report: Report, analysis: Analysis, attributions: Sequence[Attribution]) -> tuple[SourcingRow, ...]:
    """Return the sourcing table of a report in text order; empty when it credits nobody."""
    used: list[tuple[int, int, str, Attribution, Link]] = []
    for attribution in attributions:
        link = _link_of(attribution)
        if not attribution.sourced or link is None or attribution.parent is not None:
            continue
        found = _sentences(analysis, attribution)
        if found:
            used.append((min(found), max(found), link.actor or link.name, attribution, link))
    used.sort(key=lambda u: (u[0], u[1]))
    merged: list[tuple[int, int, str, Attribution, Link]] = []
    for first, last, who, attribution, link in used:
        twin = next((i for i in range(len(merged) - 1, -1, -1) if merged[i][2] == who), None)
        if twin is not None:
            a, b, _, kept, kept_link = merged[twin]
            if first <= b + 2 and analysis.sentences[first].paragraph == analysis.sentences[b].paragraph:
                merged[twin] = (min(a, first), max(b, last), who, kept, kept_link)
                continue
        merged.append((first, last, who, attribution, link))
    table = []
    known: dict[str, tuple[str, str]] = {}
    for first, last, _, attribution, link in merged:
        statement = report.text[analysis.sentences[first].span.start : analysis.sentences[last].span.end]
        kind, name = _type(report, analysis, attribution, link)
        if kind == "Named Person" and link.name not in known:
            known[link.name] = _described(report, analysis, link)
        title, justification = known[link.name] if kind == "Named Person" else ("", "")
        if kind == "Anonymous Source":
            justification = _reason(statement)
        chain = tuple(each.name for each in attribution.links)
        table.append(SourcingRow(" ".join(statement.split()), kind, name, title, justification, chain))
    return tuple(table)
