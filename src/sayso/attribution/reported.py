"""Reported speech: cue verbs with their subject and the clause they report, before or after."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.attribution.clauses import Opening, content_end, finite_ahead, main_clause, object_end, opening
from sayso.attribution.draft import Draft, Range
from sayso.attribution.figures import role_kinds
from sayso.attribution.lexicon import CueVerb, verbs, wordlist
from sayso.attribution.page import Page
from sayso.attribution.subjects import Subject, inverted, subject_of


def verb_drafts(page: Page) -> Iterator[Draft]:
    """Yield a draft for each cue verb that reports something, sentence by sentence."""
    for sentence in page.sentences:
        taken = sentence.first
        for i in range(sentence.first, sentence.last):
            if i < taken:
                continue
            for verb, form in verbs().get(page.norm[i], ()):
                if not _present(page, verb, form, i):
                    continue
                draft = _draft(page, verb, form, i, *_bounds(page, i))
                if draft is not None:
                    yield draft
                    break


def _present(page: Page, verb: CueVerb, form: str, i: int) -> bool:
    if page.tag[i] not in ("VERB", "AUX"):
        return False
    # As participles these introduce a topic ('regarding'), cite a source, or belong to what was learnt.
    if form == "ing" and (verb.attitude or verb.lemma in ("cite", "quote", "learn", "hear", "hold", "read", "publish", "record", "see", "list")):
        return False
    if verb.particle:
        after = tuple(page.norm[i + 1 : i + 1 + len(verb.particle)])
        return after == verb.particle
    return True


def _bounds(page: Page, i: int) -> Range:
    """Return the stretch a cue at `i` may reach over: its sentence, within the quotation it stands in."""
    sentence = page.sentence(i)
    low, high = sentence.first, sentence.last
    quote = page.quote_at(i)
    if quote is not None:
        first, last = page.inside(quote.span)
        low, high = max(low, first), min(high, last)
    while high > low and page.breaks(high - 1) and not page.mark[high - 1] and page.norm[high - 1] not in (")", "]"):
        high -= 1
    return low, high


def _draft(page: Page, verb: CueVerb, form: str, i: int, low: int, high: int) -> Draft | None:
    after = i + 1 + len(verb.particle)
    subject = subject_of(page, i, form, low)
    if subject is not None and subject.passive:
        return None
    behind = _behind(page, verb, form, i, after, low, high)
    if behind is not None:
        return behind
    opens = opening(page, verb, after, high)
    content: list[Range] | None = None
    if opens.kind in ("that", "zero", "question", "infinitive", "preposition", "object", "colon", "quote", "document"):
        if subject is None:
            subject = inverted(page, i, after, low, high) if opens.kind == "quote" else None
        if subject is None:
            found = inverted(page, i, after, low, high) if form != "ing" else None
            return _after_content(page, verb, i, found, Opening("end", found.end, []), low, high) if found else None
        if subject.relative and opens.kind == "object" and subject.shown is not None and page.norm[subject.shown[0] - 1] != ",":
            return None
        content = _content_after(page, verb, opens, _limit(page, subject, opens.at, low, high))
        if content is None:
            return _after_content(page, verb, i, subject, opens, low, high)
        if opens.kind == "infinitive" and form == "past" and subject.group == i and page.norm[opens.at + 1] in ("be", "have"):
            if not _human(page, subject):
                return None
        if opens.kind == "colon" and _closes_content(page, subject, low) and subject.shown is not None:
            first = _segment_start(page, subject.shown[0] - 1, low)
            if finite_ahead(page, first, subject.shown[0] - 1) is not None and not _subordinate(page, first):
                content.insert(0, (first, subject.shown[0] - 1))
    elif form == "ing":
        return None
    elif subject is not None and opens.kind in ("comma", "end", "none"):
        return _after_content(page, verb, i, subject, opens, low, high)
    else:
        found = inverted(page, i, after, low, high) if form != "ing" else None
        return _after_content(page, verb, i, found, Opening("end", found.end, []), low, high) if found else None
    if opens.kind == "document" and not _is_document(page, subject):
        return None
    if verb.lemma in ("see", "hear", "notice", "watch"):
        if subject.shown is None or page.norm[subject.shown[1] - 1] not in wordlist("witnesses") or content is None:
            return None
        content = [(subject.shown[0], content[0][1])]
    if not content or (opens.kind == "quote" and "q" not in verb.takes and "o" not in verb.takes and "a" not in verb.takes):
        return None
    return _made(page, verb, i, subject, content, opens)


def _behind(page: Page, verb: CueVerb, form: str, i: int, after: int, low: int, high: int) -> Draft | None:
    """Read '..., notes the agency.': verb and speaker close what was said."""
    if form == "ing" or "s" not in verb.takes or i <= low or page.norm[i - 1] != "," or after >= high:
        return None
    found = inverted(page, i, after, low, high)
    if found is None or found.shown is None or (found.end < high and not page.breaks(found.end)):
        return None
    if "that" in page.norm[found.shown[0] : found.shown[1]] or page.time[found.shown[0]] or page.norm[found.shown[0]] in wordlist("weekdays"):
        return None
    last = found.shown[1] - 1
    speaks = any(page.norm[k] in role_kinds() or page.tag[k] in ("PROPN", "PRON") for k in range(found.shown[0], last + 1))
    if not speaks or (found.end < high and page.norm[found.end] not in (",",)):
        return None
    return _after_content(page, verb, i, found, Opening("end" if found.end >= high else "comma", found.end, []), low, high)


def _made(page: Page, verb: CueVerb, i: int, subject: Subject, content: list[Range], opens: Opening) -> Draft:
    # What somebody did not say or confirm tells nothing about the matter.
    stance = "say" if opens.kind == "object" and page.norm[content[0][0] - 1] == ":" else verb.stance
    silent = subject.negated and verb.stance in ("confirm", "say", "deny")
    cue_end = i + 1 + len(verb.particle)
    if opens.kind == "preposition" and opens.at == cue_end:
        cue_end += 1
    return Draft(
        cue=(subject.group, cue_end),
        contents=content,
        source=subject.shown,
        speaker=subject.speaker,
        stance="non-answer" if silent else stance,
        sourced=not verb.attitude and not silent,
        relays=list(opens.hearers),
        human="q" in verb.takes and verb.stance != "suggest" and verb.lemma not in ("indicate", "rule", "read", "go"),
    )


def _content_after(page: Page, verb: CueVerb, opens: Opening, high: int) -> list[Range] | None:
    at = opens.at
    if opens.kind in ("that", "preposition"):
        at += 1
    elif opens.kind == "colon":
        at += 1
        if at >= high:
            return None
    elif opens.kind == "quote":
        quote = page.quote_at(at)
        high = max(high, page.inside(quote.outer)[1]) if quote is not None else high
    if at >= high:
        return None
    if at < high and page.norm[at] == "," and opens.kind == "that":
        at += 1
    end = content_end(page, at, high)
    if opens.kind in ("object", "preposition", "document"):
        end = object_end(page, at, end)
        if page.norm[at] in ("it", "this", "that", "him", "her", "them") and end == at + 1 and end + 1 < high and page.norm[end] == ":":
            return [(end + 1, content_end(page, end + 1, high))]
    return [(at, end)] if end > at else None


def _human(page: Page, subject: Subject) -> bool:
    """Tell whether a subject can claim something: a name, a pronoun, a noun for a speaker ('the payment alleged to be missing' has none)."""
    return subject.shown is not None and any(page.tag[k] in ("PROPN", "PRON") or page.norm[k] in role_kinds() for k in range(*subject.shown))


def _is_document(page: Page, subject: Subject) -> bool:
    """Tell whether a subject is something that carries words or results: a report, tests, footage."""
    if subject.shown is None:
        return False
    for k in range(*subject.shown):
        if page.norm[k] in wordlist("adpositions") or page.breaks(k) or (page.tag[k] == "VERB" and k > subject.shown[0]):
            break
        if role_kinds().get(page.norm[k]) == "document":
            return True
    return False


def _limit(page: Page, subject: Subject, at: int, low: int, high: int) -> int:
    """Return how far a content may reach: not past the end of a relative or fronted clause that holds the cue."""
    start = subject.shown[0] if subject.shown else subject.group
    if subject.relative and start - 1 >= low and page.norm[start - 1] == ",":
        for k in range(at, high - 1):
            if page.norm[k] == "," and page.norm[k + 1] == "and":
                return k
            if page.norm[k] == "," and page.tag[k + 1] in ("VERB", "AUX") and not page.norm[k + 1].endswith("ing"):
                return k
    if not subject.relative and start - 1 >= low and _subordinate(page, start - 1):
        return main_clause(page, at, high)
    return high


def _subordinate(page: Page, i: int) -> bool:
    return page.norm[i] in ("while", "although", "though", "whereas", "after", "when", "as", "since", "once", "before", "according", "even", "despite")


def _closes_content(page: Page, subject: Subject, low: int) -> bool:
    before = subject.shown[0] - 1 if subject.shown else subject.group - 1
    return before > low and page.norm[before] == ","


def _after_content(page: Page, verb: CueVerb, i: int, subject: Subject, opens: Opening, low: int, high: int) -> Draft | None:
    """Read the clause before '..., X said' (and what goes on after it) as the content."""
    if "s" not in verb.takes:
        return None
    start = min(subject.shown[0] if subject.shown else subject.group, subject.group)
    before = start - 1
    as_clause = before >= low and page.norm[before] == "as"
    if as_clause:
        return _as_clause(page, verb, i, subject, opens, low, high, before)
    if subject.shown is None:
        return None
    if before < low or page.norm[before] in (";", ":") or page.mark[before] and before == low:
        return _comma_content(page, verb, i, subject, opens, high)
    if not page.breaks(before) or page.norm[before] == "(":
        return None
    first = _segment_start(page, before, low)
    content: list[Range] = []
    if before == low and opens.kind == "comma" and page.mark[before]:
        first = before
    if before > first and not _subordinate(page, first) and not _fronted(page, first, before, opens.at, high):
        end = before
        while end > first and page.breaks(end - 1) and not page.mark[end - 1]:
            end -= 1
        if page.mark[before] :
            end = before + 1
        if end > first:
            content.append((first, end))
    after = opens.at
    broken = bool(content) and finite_ahead(page, *content[0]) is None and after + 1 < high and page.tag[after + 1] in ("VERB", "AUX")
    if opens.kind == "comma" and page.norm[after] == "," and after + 1 < high and (broken or _goes_on(page, after + 1, high)):
        end = content_end(page, after + 1, high)
        content.append((after + 1, end))
    if not content or (len(content) < 2 and _bare(page, *content[0])):
        return None
    if opens.kind == "none" and all(finite_ahead(page, *piece) is None for piece in content):
        return None
    return _made(page, verb, i, subject, content, opens)


def _fronted(page: Page, first: int, before: int, after: int, high: int) -> bool:
    """Tell whether the words before ', X said' are a participle phrase about X ('Speaking in Arden, he said ...') and no part of what he said."""
    participle = page.tag[first] == "VERB" and page.norm[first].endswith(("ing", "ed")) and finite_ahead(page, first, before) is None
    goes_on = after + 1 < high and page.norm[after] == "," and page.tag[after + 1] in ("VERB", "AUX")
    return participle and not goes_on


def _bare(page: Page, first: int, last: int) -> bool:
    """Tell whether the words before ', X said' are too few to say anything ('However', 'On Monday')."""
    if finite_ahead(page, first, last) is not None or last - first >= 4:
        return False
    return not any(page.tag[k] in ("NUM", "NOUN") and not page.time[k] for k in range(first, last)) or page.norm[first] in wordlist("adpositions")


def _comma_content(page: Page, verb: CueVerb, i: int, subject: Subject, opens: Opening, high: int) -> Draft | None:
    """Read 'He said, it was ours': a comma instead of 'that'."""
    at = opens.at + 1
    if opens.kind != "comma" or "q" not in verb.takes or at >= high or page.norm[opens.at] != "," or finite_ahead(page, at, high) is None:
        return None
    if not _goes_on(page, at, high):
        return None
    return _made(page, verb, i, subject, [(at, content_end(page, at, high))], opens)


def _as_clause(page: Page, verb: CueVerb, i: int, subject: Subject, opens: Opening, low: int, high: int, at: int) -> Draft | None:
    if at <= low or (page.breaks(at - 1) is False and page.tag[at - 1] in ("CCONJ", "ADV") and at - 1 <= low):
        start = opens.at + 1
        if opens.kind != "comma" or start >= high:
            return None
        return _made(page, verb, i, subject, [(start, content_end(page, start, high))], opens)
    if page.breaks(at - 1):
        first = _segment_start(page, at - 1, low)
        if at - 1 > first:
            return _made(page, verb, i, subject, [(first, at - 1)], opens)
    return None


def _segment_start(page: Page, before: int, low: int) -> int:
    for k in range(before - 1, low - 1, -1):
        if page.norm[k] == ";":
            return k + 1
    first = low
    while first < before and page.breaks(first) and not page.mark[first]:
        first += 1
    return first


def _goes_on(page: Page, k: int, high: int) -> bool:
    """Tell whether the words after '..., X said,' belong to what X said."""
    norm = page.norm[k]
    if norm in ("citing", "who", "whose", "which", "as", "according", "after", "before", "while", "in", "at", "during", "speaking", "when", "with"):
        return False
    if page.tag[k] in ("VERB", "AUX"):
        return False
    return not page.mark[k]


