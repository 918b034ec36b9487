"""The span grammar of times: which words of a text are a date, a part of one, or a clock time."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from sayso.language.ranges import Ranges, close, free
from sayso.model import Span
from sayso.resources import tree


@dataclass(frozen=True, slots=True)
class Found:
    """Words that are a time: the rule that found them, their range, and the parts the rule named."""

    rule: str
    start: int
    end: int
    parts: dict[str, str]

    def get(self, name: str) -> str | None:
        """Return a part in lower case, None when the rule has none of that name here."""
        value = self.parts.get(name)
        return value.lower() if value else None


def lexicon() -> dict[str, Any]:
    """Return the words of time of the resource file."""
    return tree("times")


def _either(words: Iterable[str]) -> str:
    """An alternation, longest first, so that no word hides a longer one; each also in capitals."""
    return "|".join(sorted({form for w in words for form in (w, w.upper())}, key=lambda w: (-len(w), w)))


@cache
def month_number() -> dict[str, int]:
    """Return the number of each month by its lower-case names."""
    months = lexicon()["months"]
    numbered = {name.lower(): i for i, name in enumerate(months["names"], 1)}
    for i, shorts in enumerate(months["short"], 1):
        numbered.update({short.lower(): i for short in shorts.split("|")})
    return numbered


@cache
def weekday_number() -> dict[str, int]:
    """Return the number of each weekday, 0 for Monday, by its lower-case name."""
    return {name.lower(): i for i, name in enumerate(lexicon()["weekdays"]["names"])}


@cache
def rules() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return the rules; of two that match at one place the longer wins, then the earlier."""
    words = lexicon()
    months = words["months"]
    month = _either(months["names"])
    short = "(?:" + _either(s for cell in months["short"] for s in cell.split("|")) + r")\b\.?"
    any_month = f"(?:{month}|{short})"
    later_day = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
    day = r"(?<![\d.,:$€£-])" + later_day
    year = r"(?:1[5-9]|20|21)\d\d(?![\d%]|[.,]\d)"
    year_phrase = r"(?:(?:of\s+)?(?:this|last|next|the\s+same|that)\s+year)"
    its_year = rf"(?:,?\s+(?:of\s+|in\s+)?(?P<y>{year})|,?\s+(?P<yp>{year_phrase}))?"
    weekday = _either(words["weekdays"]["names"])
    cut = "|".join(words["weekdays"]["short"])
    named = rf"(?:(?:(?P<wd>{weekday})|(?:{cut})\.?),?\s+)?"
    feast = "|".join(
        sorted((w.replace("'", "['’]").replace(" ", r"\s+") for w in words["feasts"]), key=lambda w: -len(w))
    )
    to = r"(?:\s*[-–—/]\s*|\s+(?:to|until|till|through|and|or)\s+)"
    joined = rf"(?P<to>{to})"
    part = r"(?:" + _either(words["parts"]["early"]) + r")"
    rough = rf"(?:(?P<part>{part}|[Tt]he\s+(?:first|second|third|fourth|last|final)\s+week\s+of|[Ee]arly|[Ll]ate|[Mm]id|The\s+(?:beginning|start|middle|end)\s+of)[\s-]+)?"
    day_part = r"(?:" + "|".join(words["parts"]["day"]) + r")"
    season = "|".join(words["seasons"])
    number = r"(?:\d{1,3}|" + "|".join(words["numbers"]) + r")"
    not_amount = r"(?![\d%:]|[.,]\d|\s*(?:per\s?cent|million|billion|thousand|hundred|bn\b|pm\b|am\b|[ap]\.m\.))"
    which = r"(?:last|this|next|the\s+same|that|the\s+previous|the\s+following|the\s+current|the\s+past|earlier\s+this|later\s+this|early\s+this|late\s+last|earlier\s+that|later\s+that)"
    made = [
        ("iso", r"(?<![\d-])(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)(?:[T ](?P<h>\d\d):(?P<min>\d\d)(?::\d\d)?Z?)?(?![\d-])"),
        ("numbered", r"(?<![\d/.-])(?P<a>\d{1,2})(?P<sep>[/.])(?P<b>\d{1,2})(?P=sep)(?P<y>(?:19|20|21)\d\d)(?![\d/]|\.\d)"),
        ("iso", r"(?<![\d/])(?P<y>(?:19|20|21)\d\d)/(?P<m>\d\d)/(?P<d>\d\d)(?![\d/])"),
        ("feast", rf"(?P<feast>{feast}){its_year}"),
        ("days across", rf"{named}(?P<d>{day})\s+(?:of\s+)?(?P<m>{any_month})(?:,?\s+(?P<y1>{year}))?{joined}(?P<d2>{later_day})\s+(?:of\s+)?(?P<m2>{any_month}){its_year}"),
        ("days across", rf"{named}(?P<m>{any_month})\s+(?P<d>{day})(?:,?\s+(?P<y1>{year}))?{joined}(?P<m2>{any_month})\s+(?P<d2>{later_day}){not_amount}{its_year}"),
        ("days", rf"{named}(?P<d>{day}){joined}(?P<d2>{later_day})\s+(?:of\s+)?(?P<m>{any_month}){its_year}"),
        ("days", rf"{named}(?P<m>{any_month})\s+(?P<d>{day}){joined}(?P<d2>{later_day}){not_amount}{its_year}"),
        ("day", rf"{named}(?:the\s+)?(?P<d>{day})\s+(?:of\s+)?(?P<m>{any_month}){its_year}"),
        ("day", rf"{named}(?P<m>{any_month})\s+(?P<d>{day}){not_amount}{its_year}"),
        ("months", rf"{rough}(?P<m>{month})(?:,?\s+(?P<y1>{year}))?{joined}{part}?[\s-]*(?P<m2>{month}){its_year}"),
        ("month", rf"{rough}(?P<m>{month})(?:,?\s+(?:of\s+)?(?P<y>{year})|,?\s+(?P<yp>{year_phrase}))"),
        ("month", rf"(?P<m>{short})\s+(?P<y>{year})"),
        ("month", rf"{rough}(?P<which>(?:[Ll]ast|[Tt]his|[Nn]ext|[Tt]his\s+past|[Tt]his\s+coming)\s+)?(?P<m>{month})(?!\s+\d{{1,2}}(?:st|nd|rd|th)?{not_amount})"),
        ("quarter", rf"(?i:the\s+)?(?P<n>(?i:first|second|third|fourth|[1-4](?:st|nd|rd|th)))[\s-](?P<unit>quarter|half)(?:\s+of)?(?:\s+(?P<y>{year})|\s+(?P<yp>(?:this|last|next)\s+year))"),
        ("season", rf"{rough}(?:the\s+)?(?P<s>{season}|{season.title()})(?:\s+of|,)?(?:\s+(?P<y>{year})|\s+(?P<yp>(?:this|last|next)\s+year))"),
        ("season", rf"(?P<which>[Ll]ast|[Tt]his|[Nn]ext)\s+(?P<s>{season})\b"),
        ("years", rf"(?P<y>{year}){joined}(?P<y2>{year}|\d\d(?![\d%:]|[.,]\d|\s*(?:per\s?cent|million)))"),
        ("year", rf"{rough}(?P<y>{year})"),
        ("decade", rf"(?i:the\s+)?{rough}(?P<y>(?:1[5-9]|20|21)\d)0['’]?s\b"),
        ("decade", r"(?i:the\s+)(?:(?P<part>early|late|mid)[\s-])?['’](?P<tenth>[5-9])0s\b"),
        ("decade", r"(?i:the\s+)(?:(?P<part>early|late|mid)[\s-])?(?P<tens>" + "|".join(words["decades"]) + r")\b"),
        ("century", rf"(?i:the\s+)?{rough}(?P<n>\d{{2}})(?:st|nd|rd|th)[\s-]century\b"),
        ("weekday", rf"{rough}(?:(?P<which>[Ll]ast|[Tt]his|[Nn]ext|[Tt]his\s+past|[Tt]his\s+coming|[Tt]he\s+(?:previous|following))\s+)?(?P<wd>{weekday})(?:\s+(?P<dp>{day_part}))?\b(?!s)(?:\s+(?P<clause>last\s+week|next\s+week|this\s+week)\b)?"),
        ("weekdays", rf"(?P<wd>{weekday})(?P<to>\s*[-–—]\s*|\s+(?:to|until|till|through|and)\s+)(?P<wd2>{weekday})\b(?!s)"),
        ("deictic", r"(?i:(?P<early>early\s+|late\s+|earlier\s+|later\s+)?\b(?P<word>" + "|".join(sorted((w.replace(" ", r"\s+") for w in words["deictic"]), key=lambda w: -len(w))) + r"))\b"),
        ("unit", rf"(?i:\b(?P<which>{which}))\s+(?P<unit>day|week|weekend|month|year|decade|century)\b(?!\s+of\s+[A-Z])"),
        ("unit", r"(?i:\b(?P<which>(?:over|during|at)\s+the))\s+(?P<unit>weekend)\b"),
        ("unit", r"(?i:\b(?P<which>(?:that|the)\s+same|that|the\s+previous|the\s+following))\s+(?P<unit>morning|afternoon|evening|night)\b"),
        ("shift", rf"(?i:\b(?:(?:about|around|some|nearly|almost|more\s+than|over|just)\s+)?(?P<n>{number}|several|a\s+few|a\s+couple\s+of))[\s-]+(?P<unit>day|week|month|year|decade)s?\s+(?P<way>ago|earlier|before|later)\b"),
        ("shift", r"(?i:\bthe\s+)(?P<unit>day|week|month|year)\s+(?P<way>before|after)\b(?!\s+(?:yesterday|tomorrow))"),
        ("clock", r"(?<![\d:.,$€£])(?P<h>[01]?\d|2[0-3])[:.](?P<min>[0-5]\d)(?:\s?(?P<ap>[ap]\.m\.|[ap]m\b))(?:\s+(?:local\s+time|GMT|UTC|[A-Z]{2,4}T)\b)?"),
        ("clock", r"(?<![\d:.,$€£-])(?P<h>[01]?\d|2[0-3]):(?P<min>[0-5]\d)(?![\d:]|\.\d)(?:\s?(?:hrs|hours|h)\b)?(?:\s+(?:local\s+time|GMT|UTC|[A-Z]{2,4}T)\b)?"),
        ("clock", r"(?<=[Aa]t\s)(?P<h>[01]?\d|2[0-3])[.](?P<min>[0-5]\d)(?![\d%]|[.,]\d|\s*(?:per\s?cent|million|billion|[a-z]+s\b(?<!hours)))(?:\s?(?:hrs|hours|h)\b)?(?:\s+(?:local\s+time|GMT|UTC)\b)?"),
        ("clock", r"(?<![\d:.,$€£-])(?P<h>1[0-2]|0?[1-9])\s?(?P<ap>[ap]\.m\.|[ap]m\b)(?:\s+(?:local\s+time|GMT|UTC|[A-Z]{2,4}T)\b)?"),
        ("clock", r"(?<![\d:.,$€£-])(?P<h>[01]\d|2[0-3])(?P<min>[0-5]\d)\s?(?:hrs|hours|GMT|UTC|local\s+time)\b"),
        ("clock", rf"(?i:(?P<half>{number}\s+o['’]clock|(?:(?:half|quarter|{number}\s+minutes)\s+(?:past|to)|{number}\s+past|(?<=\bat\s)(?:five|ten|twenty)\s+to)\s+(?:{number})(?=[\s,.](?!per\s?cent|million|people))(?<!\d)(?:\s+o['’]clock)?))"),
        ("clock", r"(?i:\b(?P<word>noon|midday|midnight))\b"),
    ]  # fmt: skip
    return tuple((name, re.compile(rf"(?<![\w])(?:{pattern})(?!\w)")) for name, pattern in made)


def _before(text: str, at: int) -> str:
    """The word before a place, as it stands; empty at the start of a line."""
    found = re.search(r"([^\W_]+)[\s-]*$", text[max(0, at - 30) : at])
    return found.group(1) if found else ""


def _holds(text: str, found: Found) -> bool:
    """Refuse what only looks like a time: the modal 'may', a name, a room number, a count of four digits."""
    words = lexicon()
    before = _before(text, found.start)
    if found.rule in ("weekday", "month", "season", "feast") and before.lower() in ("every", "each"):
        return False
    if found.rule == "weekdays" and found.parts["to"].strip() == "and":
        return before.lower() == "between"
    if found.rule == "month" and not (found.get("y") or found.get("yp") or found.get("which") or found.get("part")):
        doubtful = {m.lower() for m in words["months"]["doubtful"]}
        if found.get("m") in doubtful and before.lower() not in words["months"]["before_doubtful"]:
            return False
        follower = re.match(r"\s+[A-Z][a-z]+", text[found.end :])
        return not (found.get("m") in doubtful and follower)
    if found.rule == "year":
        if before in words["years"]["not_after"] or re.search(
            r"[#$€£¥№]\s?$|No\.\s?$", text[max(0, found.start - 5) : found.start]
        ):
            return False
        if found.get("part") or before.lower() in words["years"]["after"]:
            return True
        return not re.match(
            r"[\s-]+(?:[a-z]+\s+)?(?!this|was|is|has|as)(?:[a-z]+[^\Ws]s|people|men|women|children|police|tonnes?|per\s?cent)\b|[-–]\w",
            text[found.end : found.end + 200],
        )
    if found.rule == "season" and not found.get("y"):
        return found.get("s") != "fall" or bool(found.get("which"))
    return True


def scan(text: str, spans: Sequence[Span]) -> list[Found]:
    """Return the times in `spans` of `text`, in text order, none overlapping."""
    candidates: list[tuple[int, int, int, Found]] = []
    for span in spans:
        for rank, (name, pattern) in enumerate(rules()):
            for match in pattern.finditer(text, span.start, span.end):
                parts = {key: value for key, value in match.groupdict().items() if value}
                found = Found(name, match.start(), match.end(), parts)
                if _holds(text, found):
                    candidates.append((match.start() - match.end(), rank, match.start(), found))
    chosen: list[Found] = []
    taken: Ranges = []
    for _, _, _, found in sorted(candidates, key=lambda c: c[:3]):
        if free(taken, found.start, found.end):
            chosen.append(found)
            close(taken, found.start, found.end)
    return sorted(chosen, key=lambda f: f.start)
