"""Reporting clauses that close or interrupt what is said: '..., X said', '..., notes the agency', 'As X writes, ...'."""

from __future__ import annotations

from sayso.attribution.clauses import content_end, finite_ahead, reporting
from sayso.attribution.draft import Draft, Range
from sayso.attribution.figures import role_kinds
from sayso.attribution.lexicon import CueVerb, phrase_at, wordlist
from sayso.attribution.openings import Opening
from sayso.attribution.page import Page
from sayso.attribution.subjects import Subject, inverted, speech


def behind(page: Page, verb: CueVerb, form: str, i: int, after: int, low: int, high: int) -> Draft | None:
    """Read '..., notes the agency.': verb and speaker close what was said."""
    if (
        form == "ing"
        or "h" in verb.takes
        or "s" not in verb.takes
        or i <= low
        or page.norm[i - 1] != ","
        or after >= high
    ):
        return None
    found = inverted(page, i, after, low, high)
    if (
        found is None
        or found.shown is None
        or (found.end < high and not page.breaks(found.end) and not phrase_at("citing", page.norm, found.end))
    ):
        return None
    if (
        page.norm[found.shown[0]] in ("it", "him", "her", "them", "us", "me", "this", "that", "these", "those")
        or "that" in page.norm[found.shown[0] : found.shown[1]]
        or page.time[found.shown[0]]
        or page.norm[found.shown[0]] in wordlist("weekdays")
    ):
        return None
    last = found.shown[1] - 1
    speaks = any(
        page.norm[k] in role_kinds() or page.tag[k] in ("PROPN", "PRON") for k in range(found.shown[0], last + 1)
    )
    if not speaks or (
        found.end < high and page.norm[found.end] != "," and not phrase_at("citing", page.norm, found.end)
    ):
        return None
    return after_content(
        page, verb, i, found, Opening("end" if found.end >= high else "comma", found.end, []), low, high
    )


def made(page: Page, verb: CueVerb, i: int, subject: Subject, content: list[Range], opens: Opening) -> Draft:
    """Return the draft of a verb with its subject and content."""
    # What somebody did not say or confirm tells nothing about the matter.
    stance = "say" if opens.kind == "object" and page.norm[content[0][0] - 1] == ":" else verb.stance
    if "b" in verb.takes and opens.kind == "object" and calls_untrue(page, content[-1]):
        stance = "deny"
    if opens.kind == "colon" and verb.stance == "retract":
        stance = "say"
    accepts = subject.negated and page.norm[i] in ("dispute", "contest")  # 'does not dispute the finding'
    stance = "confirm" if accepts else stance
    silent = subject.negated and verb.stance in ("confirm", "say", "deny") and not accepts
    # 'Ordered the dispatch of troops' is a deed that the report tells, no statement about the world.
    act = verb.stance == "order" and opens.kind in ("object", "infinitive", "preposition")
    if opens.kind == "infinitive" and verb.lemma in ("say", "tell") and page.norm[opens.at + 1] not in ("have", "be"):
        stance, act = "order", True  # 'said to leave the page empty'
    cue_end = i + 1 + len(verb.particle)
    if opens.kind == "preposition" and opens.at == cue_end:
        cue_end += 1
    return Draft(
        cue=(subject.group, cue_end),
        contents=content,
        source=subject.shown,
        speaker=subject.speaker,
        stance="non-answer" if silent else stance,
        sourced=not verb.attitude and not silent and not act,
        relays=list(opens.hearers),
        human=(
            verb.lemma in ("deny", "contest", "affirm")
            or ("q" in verb.takes and verb.stance != "suggest" and verb.lemma not in ("indicate", "rule", "read", "go"))
        ),
    )


def calls_untrue(page: Page, content: Range) -> bool:
    """Tell whether something is called untrue: 'called the report a malicious invention'."""
    last = content[1] - 1
    while last > content[0] and page.breaks(last):
        last -= 1
    return page.norm[last] in wordlist("untruths")


def subordinate(page: Page, i: int) -> bool:
    """Tell whether the word at `i` opens a clause that a main clause follows."""
    return page.norm[i] in (
        "while",
        "although",
        "though",
        "whereas",
        "after",
        "when",
        "as",
        "since",
        "once",
        "before",
        "according",
        "even",
        "despite",
    )


def after_content(
    page: Page, verb: CueVerb, i: int, subject: Subject, opens: Opening, low: int, high: int
) -> Draft | None:
    """Read the clause before '..., X said' (and what goes on after it) as the content."""
    if "s" not in verb.takes:
        return None
    start = min(subject.shown[0] if subject.shown else subject.group, subject.group)
    before = start - 1
    as_clause = before >= low and (page.norm[before] == "as" or (page.norm[before] == "how" and before == low))
    if as_clause:
        return _as_clause(page, verb, i, subject, opens, low, high, before)
    if subject.shown is None:
        return None
    if before < low or page.norm[before] in (";", ":") or (page.mark[before] and before == low):
        return _comma_content(page, verb, i, subject, opens, high)
    if not page.breaks(before) or page.norm[before] == "(":
        return None
    first = segment_start(page, before, low)
    content: list[Range] = []
    if before == low and opens.kind == "comma" and page.mark[before]:
        first = before
    if before > first and not subordinate(page, first) and not _fronted(page, first, before, opens.at, high):
        end = before
        while end > first and page.breaks(end - 1) and not page.mark[end - 1]:
            end -= 1
        if page.mark[before]:
            end = before + 1
        if end > first:
            content.append((first, end))
    after = opens.at
    broken = (
        bool(content)
        and finite_ahead(page, *content[0]) is None
        and after + 1 < high
        and page.tag[after + 1] in ("VERB", "AUX")
    )
    if (
        opens.kind == "comma"
        and page.norm[after] == ","
        and after + 1 < high
        and (broken or _goes_on(page, after + 1, high))
    ):
        end = content_end(page, after + 1, high)
        content.append((after + 1, end))
    if content and opens.at < high and page.norm[opens.at] == ";" and _unspoken(page, opens.at + 1, high):
        content.append((opens.at + 1, content_end(page, opens.at + 1, high)))
    if not content or (len(content) < 2 and _bare(page, *content[0])):
        return None
    if opens.kind == "none" and all(finite_ahead(page, *piece) is None for piece in content):
        return None
    return made(page, verb, i, subject, content, opens)


def _fronted(page: Page, first: int, before: int, after: int, high: int) -> bool:
    """Tell whether the words before ', X said' are a participle phrase about X ('Speaking in Arden, he said ...') and no part of what he said."""
    participle = (
        page.tag[first] == "VERB"
        and page.norm[first].endswith(("ing", "ed"))
        and finite_ahead(page, first, before) is None
    )
    goes_on = after + 1 < high and page.norm[after] == "," and page.tag[after + 1] in ("VERB", "AUX")
    return participle and not goes_on and after < high


def _bare(page: Page, first: int, last: int) -> bool:
    """Tell whether the words before ', X said' are too few to say anything ('However', 'On Monday')."""
    if finite_ahead(page, first, last) is not None or last - first >= 4 or page.norm[first] in ("yes", "no"):
        return False
    return not any(page.tag[k] in ("NUM", "NOUN") and not page.time[k] for k in range(first, last)) or page.norm[
        first
    ] in wordlist("adpositions")


def _unspoken(page: Page, start: int, high: int) -> bool:
    """Tell whether a clause behind a semicolon has a verb and no speaker of its own, so that it goes on with what was said."""
    return finite_ahead(page, start, high) is not None and not any(
        (page.tag[k] == "VERB" and speech(page, k)) or page.norm[k] == "according" for k in range(start, high)
    )


def _comma_content(page: Page, verb: CueVerb, i: int, subject: Subject, opens: Opening, high: int) -> Draft | None:
    """Read 'He said, it was ours': a comma instead of 'that'."""
    at = opens.at + 1
    if (
        opens.kind != "comma"
        or "q" not in verb.takes
        or at >= high
        or page.norm[opens.at] != ","
        or finite_ahead(page, at, high) is None
    ):
        return None
    if not _goes_on(page, at, high):
        return None
    return made(page, verb, i, subject, [(at, content_end(page, at, high))], opens)


def _as_clause(
    page: Page, verb: CueVerb, i: int, subject: Subject, opens: Opening, low: int, high: int, at: int
) -> Draft | None:
    if at <= low or (page.breaks(at - 1) is False and page.tag[at - 1] in ("CCONJ", "ADV") and at - 1 <= low):
        start = opens.at + 1
        if opens.kind != "comma" or start >= high:
            return None
        return made(page, verb, i, subject, [(start, content_end(page, start, high))], opens)
    if page.breaks(at - 1):
        first = segment_start(page, at - 1, low)
        if at - 1 > first:
            return made(page, verb, i, subject, [(first, at - 1)], opens)
    return None


def segment_start(page: Page, before: int, low: int) -> int:
    """Return where the stretch that ends at `before` begins: behind a semicolon, or at `low` past stray marks."""
    for k in range(before - 1, low - 1, -1):
        if page.norm[k] == ";":
            return k + 1
    first = low
    while first < before and page.breaks(first) and not page.mark[first]:
        first += 1
    return first


def _goes_on(page: Page, k: int, high: int) -> bool:
    """Tell whether the words after '..., X said,' belong to what X said."""
    if reporting(page, k, high):
        return False
    norm = page.norm[k]
    if norm in (
        "citing",
        "who",
        "whose",
        "which",
        "as",
        "according",
        "after",
        "before",
        "while",
        "in",
        "at",
        "during",
        "speaking",
        "when",
        "with",
    ):
        return False
    if page.tag[k] in ("VERB", "AUX"):
        return False
    return not page.mark[k]
