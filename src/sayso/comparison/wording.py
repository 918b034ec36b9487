"""Whether the text of a claim reads as a sentence of its own, so that it can word a proposition."""

from __future__ import annotations

from bisect import bisect_left

from sayso.claims.verbs import verb_groups
from sayso.model import Analysis, Claim

_SHORT = 4  # words; no more are hardly a sentence
_LEAST = 3  # the same behind a filled-in subject
_OPENER = 7  # words within which an opening phrase ends
_LEANING = frozenset(
    "which who whom whose where when while as because that to it its he she they him me us them his her their this these those such if"  # noqa: SIM905
    " whether and but or so since although though than including being having is was were are has have had will would could of in on at by"
    " for with from after before we i you our my your both one what how why no yes well there not".split()
)
_RELATIVE = frozenset({"who", "which", "whom", "whose", "where"})
_HELD = frozenset(
    {"there", "in", "on", "at", "after", "before", "for", "with", "from", "by", "no", "both", "one", "not"}
)
# Openers of a whole sentence too, when its verb follows: 'In May the court ...', 'No boat sank'.


def reads_alone(claim: Claim, analysis: Analysis | None) -> bool:
    """Tell whether a claim's text may stand as a sentence: it names its subject, holds a finite verb and leans on no other sentence."""
    if claim.refers_to is not None:
        return False
    text = claim.text or claim.exact
    filled = text.startswith("[")
    rest = text.split("]", 1)[-1].strip() if filled else text
    words = rest.lstrip("“\"'‘([").split()
    if len(text.split()) <= _SHORT or len(words) < _LEAST:
        return False
    if filled and text[1:].split("]")[0].rstrip(":").lower() in _LEANING:
        return False
    first = words[0].lower().rstrip(",:;.").replace("’", "'").split("'")[0]
    finite = _finite(claim, analysis)
    if first.endswith("ing") and (filled or not words[0][0].isupper()):
        return False
    if filled:
        return finite is not False and first not in _RELATIVE
    if first in _LEANING:
        opens = first in _HELD and words[0][0].isupper() and not words[0].endswith(",")
        if not opens or any(word.lower() in ("it", "he", "she", "they") for word in words[1:_OPENER]):
            return False
    return finite is not False


def _finite(claim: Claim, analysis: Analysis | None) -> bool | None:
    """Tell whether what a claim states has a finite verb behind a subject; None when the report's words were not analysed."""
    if analysis is None or not analysis.tokens:
        return None
    tokens = analysis.tokens
    spans = [
        span for span in (claim.attributions[-1].content if claim.attributions else ()) if span.overlaps(claim.span)
    ]
    start = max(claim.start, min((span.start for span in spans), default=claim.start))
    end = min(claim.end, max((span.end for span in spans), default=claim.end))
    first = bisect_left(tokens, start, key=lambda t: t.span.start)
    last = bisect_left(tokens, end, key=lambda t: t.span.start)
    groups = [group for group in verb_groups(tokens, first, last) if group.finite]
    groups = [group for group in groups if tokens[group.head].relation != "acl"]  # 'the risks associated with it'
    if not groups:
        return False
    if claim.text.startswith("["):
        return True
    before = [t for t in tokens[first : groups[0].first] if t.tags[0] in ("NOUN", "PROPN", "PRON", "NUM", "DET")]
    opened = any(t.norm in ("that", "which", "who", "where", "when") for t in tokens[first : groups[0].first])
    return bool(before) and not (opened and len(groups) == 1)
