"""Shares and vague counts: 'one in nine', 'a third of', 'hundreds of'."""

from __future__ import annotations

import re

from sayso.language.quantities_change import change_before, changed_by
from sayso.language.quantities_numbers import lexicon, value
from sayso.language.quantities_paragraph import Paragraph, bounded
from sayso.language.quantities_units import unit_after
from sayso.model import Quantity, Span


def odds(here: Paragraph, match: re.Match[str]) -> Quantity | None:
    """Return the share of 'one in nine', 'three out of five', 'one ship in nine'; None for 'two in three days'."""
    a, b = value(match["a"]), value(match["b"])
    out_of = "out" in match.group()
    if a is None or b is None or not 0 < a < b or (not out_of and (a > 10 or b > 1000)):
        return None
    if not out_of and unit_after(here.text, match.end(), here.invented):
        return None
    noun = match["noun"].strip().lower() if match["noun"] else None
    if noun and (match["a"].lower() != "one" or not match["b"].isalpha()):
        return None
    return bounded(
        match.start(), match.end(), round(a / b, 6), match["hedge"], "share", noun or here.counted(match.end())
    )


def fraction(here: Paragraph, match: re.Match[str]) -> Quantity | None:
    """Return the share of 'a third of', 'two-thirds', 'half the'; behind a word of change ('fell by a third') its ratio."""
    words = lexicon()["fractions"]
    name = match["f"].lower()
    single = words.get(name) or words.get(name[:-1] if name != "halves" else "half")
    count = 1.0 if match["n"] in (None, "a", "an") else value(match["n"]) or 1.0
    if single is None or (match["n"] is None and name != "half"):
        return None
    share = round(single * count, 6)
    change = change_before(here, match.start())
    if change is not None and change.preposition in ("by", None):
        return changed_by(here, change, match.end(), share)
    followed = re.match(r"\s+(?:of|the|its|their|all|his|her)\b", here.text[match.end() : match.end() + 12])
    if share >= 1 or not (followed or (count > 1 and name.endswith("s"))):
        return None
    return bounded(match.start(), match.end(), share, match["hedge"], "share", here.counted(match.end()))


def vague(here: Paragraph, match: re.Match[str]) -> Quantity | None:
    """Return the low bound of 'hundreds of people', 'several dozen'; None when nothing is counted."""
    words = lexicon()["vague"]
    low, end = float(words[re.sub(r"\s+", " ", match["vague"].lower())]), match.end()
    of = re.match(r"\s+of(?=\s)", here.text[end : end + 12])
    unit = unit_after(here.text, end + (of.end() if of else 0), here.invented)
    counted = None if unit else here.counted(end)
    if (unit is None and counted is None) or counted in words:
        return None
    return Quantity(
        Span(match.start(), unit[1] if unit else end), low, None, unit[0] if unit else None, counted, "more than"
    )
