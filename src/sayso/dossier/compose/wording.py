"""Findings in words: glyphs and counts, manner, grades, EDTF."""

from __future__ import annotations

import re
from itertools import combinations

from sayso.model import Claim, Proposition, Quantity

# STANAG 2511 in short; the two axes are never merged.
SOURCE_GRADES = {
    "A": "completely reliable",
    "B": "usually reliable",
    "C": "fairly reliable",
    "D": "not usually reliable",
    "E": "unreliable",
    "F": "no basis to judge",
}
INFORMATION_GRADES = {
    1: "confirmed by independent origins",
    2: "consistent, independence not shown",
    3: "not confirmed, agrees with some",
    4: "not confirmed, no other information",
    5: "not confirmed, contradicted",
    6: "no basis to judge",
}
CONFLICTS = {
    "number": "two numbers",
    "date": "two dates",
    "place": "two places",
    "identity": "two who did it",
    "polarity": "asserted and denied",
    "attribution": "credited to two",
    "quotation": "one quotation, two wordings",
    "certainty": "surer than what it was taken from",
}
INDEPENDENCE = {
    "shown": "independence shown",
    "possible": "independence possible, not shown",
    "none": "not independent",
    "unknown": "independence unknown",
}
_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}
# A row of more signs is not counted at a glance.
_SIGNS = 5
_NO_YEAR = " (year unknown)"
_CERTAINTY = {"certain": "flat statement", "probable": "as probable", "possible": "as possible", "unknown": "left open"}


def number(count: int, one: str, many: str | None = None) -> str:
    """Return '1 report' or '3 reports'."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def glyphs(proposition: Proposition) -> str:
    """Return one ● for each origin shown independent, ◐ for each further one only possibly so, ○ when none can be named."""
    counted = proposition.independent_origins
    ids = [origin.id for origin in proposition.origins][:12]  # past a dozen, the brute search below would cost too much
    grade = {frozenset((pair.a, pair.b)): pair.independence for pair in proposition.pairs}

    def related(a: str, b: str) -> str:
        return grade.get(frozenset((a, b)), "unknown")

    held: tuple[str, ...] = ()
    for group in combinations(ids, min(counted, len(ids))):
        if all(related(a, b) == "shown" for a, b in combinations(group, 2)):
            held = group
            break
    possible = [i for i in ids if i not in held and all(related(i, j) in ("shown", "possible") for j in held)]
    if not held:
        possible = [i for i in possible if any(related(i, j) == "possible" for j in ids if j != i)]
    return _few("●", counted) + _few("◐", len(possible)) or "○"


def _few(sign: str, count: int) -> str:
    """A row of signs, up to five; past that the sign with its number."""
    return sign * count if count <= _SIGNS else f"{sign}×{count}"


def counted(proposition: Proposition, reports: int) -> str:
    """Return the count of origins in words, such as '1 origin in 3 reports'."""
    where = f"in {number(reports, 'report')}"
    origins, shown = len(proposition.origins), proposition.independent_origins
    if origins == 0:
        return f"no origin named, {where}"
    if shown > 1:
        return f"{shown} origins shown independent{f' of {origins}' if origins > shown else ''}, {where}"
    if shown == 0:
        return f"{number(origins, 'origin')}, none that counts, {where}"
    if origins == 1:
        return f"1 origin {where}"
    return f"{origins} origins, not shown independent, {where}"


def why_counted(proposition: Proposition) -> tuple[str, ...]:
    """Return the reason for the count of origins, one sentence each; the pairs' reasons stand beside them."""
    names = [origin.name for origin in proposition.origins]
    shown = proposition.independent_origins
    if not names:
        return ("Nobody who vouches for it is named, so it counts no origin.",)
    if len(names) == 1 and shown == 1:
        return (f"All who assert it lead to {names[0]}; however many repeat it, that counts once.",)
    if shown == 0:
        return (f"What is said leads to {', '.join(names)}, and nothing shows that any of them vouches for it.",)
    if shown == 1:
        return (f"{len(names)} origins are told apart, but no two are shown independent, so they count once.",)
    return (f"{shown} of {len(names)} origins are shown independent of one another, each pair by itself.",)


def manner(claim: Claim, text: str) -> str:
    """Return how the claim is put: denied or not, the hedge quoted, or 'flat statement'; `text` is the report's."""
    if claim.kind == "non-answer":
        cues = [" ".join(cue.of(text).split()) for words in claim.attributions[-1:] for cue in words.cue]
        # A bare 'said' tells nothing; 'declined to comment' does.
        return "no answer" + (f": “{' … '.join(cues)}”" if any(" " in cue for cue in cues) else "")
    parts = []
    if claim.observed:
        parts.append("saw it itself")
    if claim.kind in ("opinion", "question"):
        parts.append(claim.kind)
    if claim.polarity == "negative":
        parts.append("denied" if claim.stance == "deny" else "negated")
    if claim.hedges:
        parts.append(" ".join(f"“{' '.join(hedge.of(text).split())}”" for hedge in claim.hedges))
        if claim.certainty == "unknown":
            parts.append("left open")
    elif not (claim.polarity == "negative" and claim.certainty == "certain"):
        parts.append(_CERTAINTY[claim.certainty])
    return ", ".join(parts)


def amount(q: Quantity) -> str:
    """Return a quantity in words: 'at least 12 people', '1,200 to 1,500 tonne', '3 times, from what is not said'; empty where no figure is told."""
    bounds = [f"{value:,.10g}" for value in (q.low, q.high) if value is not None]
    figure = " to ".join(dict.fromkeys(bounds))
    if q.ratio is not None and not figure:
        figure = f"{q.ratio:,.10g} times" + (f" {q.base:,.10g}" if q.base is not None else ", from what is not said")
    if not figure:
        return ""
    how = q.approximation if q.approximation not in ("exact", "between") else ""
    return " ".join(part for part in (how, figure, q.unit or "", q.counted or "") if part)


def share(score: float) -> str:
    """Return a share 0-1 as a percentage; what is above nothing never reads 0 %."""
    return "under 1 %" if 0 < score < 0.01 else f"{round(score * 100)} %"


def spoken(edtf: str | None) -> str:
    """Return an EDTF value as a reader would write it, unknown parts said; what is not understood stays as it is."""
    if not edtf:
        return "date unknown"
    if edtf.count("/") == 1:
        start, end = edtf.split("/")
        if ".." in (start, end):
            return f"from {spoken(start)}" if end == ".." else f"until {spoken(end)}"
        return f"{spoken(start)} to {spoken(end)}"
    if re.fullmatch(r"\[[^\[\]]+\]|\{[^{}]+\}", edtf):
        joint = " or " if edtf[0] == "[" else " and "
        parts = [spoken(part.strip()) for part in edtf[1:-1].split(",")]
        if all(part.endswith(_NO_YEAR) for part in parts):
            parts = [part.removesuffix(_NO_YEAR) for part in parts[:-1]] + parts[-1:]
        return joint.join(parts)
    found = re.fullmatch(r"([\dX]{4})(?:-([\dX]{2}))?(?:-([\dX]{2}))?(T[\d:]+(?:Z|[+-][\d:]+)?)?([?~%]?)", edtf)
    if not found:
        return edtf
    year, month, day, clock, doubt = found.groups()
    words = [] if not day or "X" in day else [str(int(day))]
    if month and month.isdigit() and 1 <= int(month) <= 12:
        words.append(_MONTHS[int(month) - 1])
    elif month in _SEASONS:
        words.append(_SEASONS[month])
    elif month and "X" not in month:
        return edtf
    words.append(_NO_YEAR.strip() if year == "XXXX" else year.replace("X", "x"))
    if clock:
        words.append(clock[1:].replace("Z", " UTC"))
    before = {"": "", "?": "perhaps ", "~": "about ", "%": "perhaps about "}[doubt]
    return before + " ".join(words)


def brief(edtf: str) -> str:
    """Return a date in the room at the edge of a picture: '4 Oct 2034'."""
    words = spoken(edtf)
    return re.sub(rf"\b({'|'.join(_MONTHS)})\b", lambda m: m[0][:3], words)
