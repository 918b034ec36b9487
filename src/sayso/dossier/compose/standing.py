"""What still stands when something is left out, in words."""

from __future__ import annotations

from sayso.dossier.compose.index import Index
from sayso.dossier.compose.plain import visible
from sayso.dossier.compose.view.standing import Stand, StandingView
from sayso.dossier.compose.wording import number
from sayso.model import LeftOut, Proposition, Regrouped, Standing


def compose_standing(standing: Standing) -> StandingView:
    """Return the difference as it is shown; numbers of propositions are those of the page of the whole pile."""
    index, rest = Index(standing.whole), Index(standing.remaining)
    return StandingView(
        left_out=tuple(_left_out(index, each) for each in standing.left_out),
        totals=_totals(standing),
        fallen=tuple(_stand(index, p, ("", "no claim left")) for p in standing.fallen),
        shrunk=tuple(_stand(index, x.before, rest.tally(x.after)) for x in standing.shrunk),
        dissolved=tuple((c.kind, index.said(c.reason)) for c in standing.dissolved),
        families=tuple(_regrouped(index, each, standing) for each in standing.families),
    )


def _left_out(index: Index, each: LeftOut) -> str:
    claims = number(each.claims, "claim")
    if each.kind == "report":
        outlet = index.outlet(each.id)
        return f"{index.label(each.id)}{f' {outlet}' if outlet else ''} ({claims})"
    return f"the word of {visible(each.name)} ({claims})"


def _totals(standing: Standing) -> tuple[str, ...]:
    lines = []
    for part in ("claims", "propositions", "conflicts"):
        before, after = len(getattr(standing.whole, part)), len(getattr(standing.remaining, part))
        left = number(after, part.removesuffix("s"))
        lines.append(f"{left} as before" if after == before else f"{before:,} → {left}")
    return tuple(lines)


def _stand(index: Index, before: Proposition, after: tuple[str, str]) -> Stand:
    glyphs, count = index.tally(before)
    return Stand(index.number[before.id], visible(before.text), glyphs, after[0], count, after[1])


def _regrouped(index: Index, each: Regrouped, standing: Standing) -> str:
    def named(group: tuple[str, ...]) -> str:
        return " ".join(index.label(report) for report in group)

    left = {report.id for report in standing.remaining.reports}
    held = {report for group in each.after for report in group}
    alone = tuple(report for report in each.before if report in left and report not in held)
    after = [named(group) for group in each.after] + [f"{index.label(report)} alone" for report in alone]
    shown = " and ".join(after) or "none of them left"
    return f"{named(each.before) or 'no family'} → {shown}"
