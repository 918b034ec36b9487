"""Who speaks: the subject of a cue verb, wherever it stands."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.attribution.draft import Range
from sayso.attribution.figures import role_kinds
from sayso.attribution.lexicon import verbs, wordlist
from sayso.attribution.page import Page
from sayso.attribution.phrases import group_start, is_relative, left, relative_clause
from sayso.attribution.phrases_behind import right

BE = frozenset(["is", "are", "was", "were", "be", "been", "being", "am", "'s", "'re", "'m"])
HAVE = frozenset(["has", "have", "had", "having", "'ve", "'d"])


@dataclass(slots=True)
class Subject:
    """The subject of a verb: the words shown, the phrase to resolve, where the verb group begins, where the phrase ends."""

    shown: Range | None
    speaker: Range | None
    group: int
    end: int
    passive: bool = False
    negated: bool = False

    relative: bool = False


def subject_of(page: Page, verb: int, form: str, low: int) -> Subject | None:
    """Return the subject that stands before the verb at `verb`, None when none is found there."""
    group = group_start(page, verb, low)
    before = [page.norm[k] for k in range(group, verb)]
    passive = form in ("past", "participle") and any(w in BE for w in before) and before[-1:] != ["having"]
    negated = any(w in wordlist("negators") for w in before)
    if form == "participle" and not any(w in BE | HAVE for w in before):
        return None
    if form == "base" and before[-1:] == ["to"] and group == verb:
        return None
    if form == "ing" and not any(w in BE for w in before):
        shown = _of_clause_before(page, verb, low)
        return Subject(shown, shown, verb, verb, False, negated) if shown else None
    found = subject_before(page, group, low)
    if found is None:
        return None
    shown, speaker = found
    return Subject(
        shown, speaker, group, verb, passive, negated, is_relative(page, shown[0]) and shown[1] - shown[0] == 1
    )


def subject_before(page: Page, group: int, low: int, depth: int = 0) -> tuple[Range, Range] | None:
    """Return the shown words and the phrase to resolve of the subject that ends before `group`."""
    if depth > 3 or group <= low:
        return None
    k = group
    # A time between subject and verb: 'the bank on Tuesday denied'.
    while k - 1 > low and (page.time[k - 1] or page.norm[k - 1] in wordlist("weekdays")):
        k -= 1
        if page.norm[k - 1] in ("on", "in", "late", "early", "this", "last", "at", "by"):
            k -= 1
    if k <= low:
        return None
    last = k - 1
    norm = page.norm[last]
    if is_relative(page, last) and last - 1 >= low:
        end = last
        if page.norm[last - 1] == ",":
            end = last - 1
        antecedent = _person_before(page, end, norm) or left(page, end, low, held=norm in ("who", "whom"))
        if antecedent is None:
            return None
        return (last, last + 1), antecedent
    if norm in (",", "-", "–", "—", "--", ")"):
        return _past_interruption(page, last, low, depth)
    if page.tag[last] == "CCONJ" or (norm == "then" and last > low):
        return _shared_subject(page, last, low, depth)
    if page.norm[k - 1] in wordlist("object_pronouns") and k - 2 > low and page.tag[k - 2] in ("VERB", "ADP"):
        begins = relative_clause(page, k - 1, low)
        if begins is not None:
            return (begins, group), (begins, group)
    phrase = left(page, k, low)
    if (
        phrase is None
        or page.time[phrase[0]]
        or (k == group and page.time[group - 1])
        or page.norm[phrase[1] - 1] in wordlist("time_words")
    ):
        begins = relative_clause(page, group - 1, low)
        if begins is not None:
            phrase = (begins, group)
    if phrase is None:
        return None
    if page.norm[low : low + 4] == ["neither", "the", "one", "nor"]:
        phrase = (low, phrase[1])
    elif (
        phrase[0] - 2 > low
        and page.norm[phrase[0] - 1] in wordlist("object_pronouns")
        and page.tag[phrase[0] - 2] == "VERB"
    ):
        begins = relative_clause(page, phrase[0] - 1, low)
        phrase = (begins, group) if begins is not None else phrase  # 'the man who gave us the page said'
    phrase = with_apposition(page, phrase, low)
    return phrase, phrase


def _person_before(page: Page, end: int, relative: str) -> Range | None:
    """Return the person named right before 'who': X in 'it was confirmed before the council by X, who ...'."""
    if relative not in ("who", "whom"):
        return None
    named = [m for m in page.mentions_in(page.span(max(0, end - 6), end)) if m.kind == "person"]
    spans = [page.inside(m.span) for m in named]
    return next((span for span in spans if span[1] == end and page.norm[span[0] - 1] in ("by", "with", "from")), None)


def with_apposition(page: Page, phrase: Range, low: int) -> Range:
    """Widen a name by the description before its comma: 'the spokeswoman of the ministry, Ana Ruiz'."""
    start, end = phrase
    comma = start - 1
    if comma <= low or page.norm[comma] != ",":
        return phrase
    if page.tag[start] != "PROPN":
        return _named_before(page, phrase, comma, low)
    before = left(page, comma, low)
    if (
        before is None
        or page.norm[before[0]] not in wordlist("determiners") | {"its", "his", "her", "their"}
        or page.tag[before[0] + 1] == "ADP"
    ):
        return phrase
    # The description must open its own stretch, else the comma closes a clause.
    opens = before[0] <= low or page.breaks(before[0] - 1) or page.tag[before[0] - 1] in ("CCONJ", "SCONJ")
    return (before[0], end) if opens and _names_speaker(page, before) else phrase


def _named_before(page: Page, phrase: Range, comma: int, low: int) -> Range:
    """Widen a role by the name before its comma where the comma behind is missing: '..., Bo Lind, the head of the port said'."""
    name = left(page, comma, low)
    if name is None or page.norm[phrase[0]] not in ("the", "a", "an") or not _has_role(page, phrase):
        return phrase
    opens = name[0] <= low or page.breaks(name[0] - 1)
    return (name[0], phrase[1]) if opens and all(page.tag[k] == "PROPN" for k in range(*name)) else phrase


def _names_speaker(page: Page, phrase: Range) -> bool:
    """Tell whether a description can be of a person: 'its chief engineer', and not the topic in 'The repairs, Anna Velt says, ...'."""
    for k in range(*phrase):
        if page.norm[k] in wordlist("adpositions") and k > phrase[0]:
            break
        kind = role_kinds().get(page.norm[k]) or role_kinds().get(page.norm[k].rpartition("-")[2])
        if kind in ("nameless person", "nameless group"):
            return True
    head = page.norm[phrase[1] - 1]
    return head.endswith(("man", "woman", "ist", "er", "or", "ian", "ant")) and head not in wordlist("things")


def _has_role(page: Page, phrase: Range) -> bool:
    return any(page.tag[k] == "NOUN" or role_kinds().get(page.norm[k]) == "nameless person" for k in range(*phrase))


def _past_interruption(page: Page, close: int, low: int, depth: int) -> tuple[Range, Range] | None:
    """Look before a stretch between two commas: 'the mayor, who had seen it, said'."""
    mark = page.norm[close]
    opening_mark = "(" if mark == ")" else mark
    for k in range(close - 1, low, -1):
        if page.norm[k] != opening_mark or page.quote_of[k] != page.quote_of[close]:
            if page.norm[k] == ";" or (page.mark[k] and mark != ","):
                return None
            continue
        phrase = left(page, k, low)
        if phrase is None:
            continue
        if (
            page.norm[k + 1] in ("and", "but", "or")
            and not page.breaks(close - 1)
            and page.norm[k + 2] not in ("who", "which", "whose")
        ):
            continue
        shown = (phrase[0], close) if mark == "," and _appositive(page, k + 1) else phrase
        if shown[1] - shown[0] > 40:
            return phrase, phrase
        named = page.norm[k + 1] not in ("who", "whose", "which")
        return shown, shown if named else phrase
    return None


def _appositive(page: Page, k: int) -> bool:
    return (
        page.norm[k] in ("who", "whose", "which")
        or page.tag[k] in ("DET", "NUM", "PROPN", "NOUN", "ADJ")
        or page.norm[k] in wordlist("determiners")
    )


def _shared_subject(page: Page, conjunction: int, low: int, depth: int) -> tuple[Range, Range] | None:
    """Take the subject of the verb that a conjunction joins with this one: of a cue verb in the same tense before it, else of the nearest."""
    cue = conjunction + 1
    while cue < len(page.norm) and page.tag[cue] in ("ADV", "AUX"):
        cue += 1
    if page.verb_forms(cue):
        for k in range(low + 1, conjunction - 1):
            same = page.quote_of[k] == page.quote_of[cue] and page.tag[k] == "VERB" and speech(page, k)
            if same and _past(page, k) == _past(page, cue) and not page.norm[k].endswith("ing"):
                found = subject_before(page, group_start(page, k, low), low, depth + 1)
                if found is not None:
                    return found[1] if is_relative(page, found[0][0]) else found[0], found[1]
    for k in range(conjunction - 1, low, -1):
        if (
            page.tag[k] in ("VERB", "AUX")
            and page.quote_of[k] == page.quote_of[conjunction]
            and not page.norm[k].endswith("ing")
            and page.norm[k - 1] != "to"
        ):
            group = group_start(page, k, low)
            if _past(page, conjunction + 1) and not any(_past(page, j) for j in range(group, k + 1)):
                continue
            found = subject_before(page, group, low, depth + 1)
            if found is not None and not is_relative(page, found[0][0]):
                return found
    return None


def speech(page: Page, i: int) -> bool:
    """Tell whether the verb at `i` reports speech with a clause."""
    return any("t" in verb.takes and not verb.attitude for verb, _ in verbs().get(page.norm[i], ()))


def _past(page: Page, i: int) -> bool:
    """Tell whether a verb at `i` is in the past: 'ed', a known past form, 'was', 'had'."""
    return page.norm[i].endswith("ed") or page.norm[i] in ("was", "were", "had", "did") or "past" in page.verb_forms(i)


def _of_clause_before(page: Page, verb: int, low: int) -> Range | None:
    """Return the subject of the main clause for a participle: 'The bank denied it, adding that ...'."""
    if verb <= low:
        return None
    if page.tag[verb - 1] in ("NOUN", "PROPN") or page.norm[verb - 1] == ")":
        near = left(
            page,
            verb - 3 if page.norm[verb - 1] == ")" and verb - 3 > low and page.norm[verb - 3] == "(" else verb,
            low,
        )
        if near is not None and (page.tag[near[1] - 1] == "PROPN" or page.norm[near[1] - 1].endswith("s")):
            return near
    if (
        page.norm[verb - 1] not in (",", "—", "–", "-", "and")
        and page.tag[verb - 1] not in ("NOUN", "PROPN", "ADV", "PRON")
        and not page.mark[verb - 1]
    ):
        return None
    near = _closing_speaker(page, verb, low)
    if near is not None:
        return near
    for k in range(low, verb):
        if (
            page.tag[k] in ("VERB", "AUX")
            and page.quote_of[k] == page.quote_of[verb]
            and not page.norm[k].endswith("ing")
            and page.norm[k - 1] != "to"
        ):
            found = subject_before(page, group_start(page, k, low), low)
            if found is not None and not is_relative(page, found[0][0]):
                return found[1]
            if found is None and page.tag[k] == "VERB":
                behind = inverted(page, k, k + 1, low, verb)
                if behind is not None:
                    return behind.speaker
    return None


def _closing_speaker(page: Page, verb: int, low: int) -> Range | None:
    """Return who closes the words before a participle: Berg in 'Two died, Berg added, warning that ...'."""
    if verb - 1 <= low or page.norm[verb - 1] != ",":
        return None
    for k in range(verb - 2, max(low, verb - 8), -1):
        if page.breaks(k):
            return None
        if page.tag[k] == "VERB" and speech(page, k):
            found = subject_before(page, group_start(page, k, low), low)
            begins = found[0][0] if found is not None else low
            return found[1] if found is not None and begins > low and page.norm[begins - 1] == "," else None
    return None


def inverted(page: Page, verb: int, after: int, low: int, high: int) -> Subject | None:
    """Return the subject after the verb in '..., said the mayor' and 'As the mayor said', None when none stands there."""
    k = after
    while k < high and page.norm[k] in wordlist("middle_adverbs"):
        k += 1
    if (
        verb <= low
        or not (page.breaks(verb - 1) or page.norm[verb - 1] in ("as", "how"))
        or page.norm[verb - 1] in (")", "(")
        or k >= high
    ):
        return None
    phrase = right(page, k, high)
    if phrase is None:
        return None
    end = phrase[1]
    if page.tag[k] == "PRON" and end == k + 1 and end < high and page.tag[end] in ("VERB", "AUX"):
        return None
    if page.norm[end - 1] == ",":
        phrase = (phrase[0], end - 1)
        end -= 1
    return Subject(phrase, phrase, verb, end)
