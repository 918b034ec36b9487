"""Reported speech: cue verbs with their subject and the clause they report, before or after."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.attribution.clauses import content_end, finite_ahead, main_clause, object_end
from sayso.attribution.closings import after_content, behind, made, segment_start, subordinate
from sayso.attribution.draft import Draft, Range
from sayso.attribution.figures import role_kinds
from sayso.attribution.lexicon import CueVerb, verbs, wordlist
from sayso.attribution.openings import ADJUNCTS, QUESTION_WORDS, Opening, opening
from sayso.attribution.page import Page
from sayso.attribution.phrases_behind import right
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
                draft = _draft(page, verb, form, i, *page.reach(i))
                if draft is not None:
                    yield draft
                    break


def _present(page: Page, verb: CueVerb, form: str, i: int) -> bool:
    if page.tag[i] not in ("VERB", "AUX"):
        return False
    # As participles these introduce a topic ('regarding'), cite a source, or belong to what was learnt.
    if form == "ing" and (
        verb.attitude
        or verb.lemma in ("cite", "quote", "learn", "hear", "hold", "read", "publish", "record", "see", "list")
    ):
        return False
    if verb.particle:
        after = tuple(page.norm[i + 1 : i + 1 + len(verb.particle)])
        return after == verb.particle
    return True


def _draft(page: Page, verb: CueVerb, form: str, i: int, low: int, high: int) -> Draft | None:
    after = i + 1 + len(verb.particle)
    subject = subject_of(page, i, form, low)
    if subject is not None and subject.passive:
        return None
    if subject is not None and subject.shown is not None:
        if _nobody(page, subject.shown):
            return None
        subject.negated = (
            subject.negated or page.norm[subject.shown[0] - 1] == "nor" or page.norm[subject.shown[0]] == "neither"
        )
    if subject is not None and subject.shown is not None and page.norm[subject.shown[0]] in ("one", "they"):
        subject = _of_place(page, subject, low)
    closed = behind(page, verb, form, i, after, low, high)
    if closed is not None:
        return closed
    opens = opening(page, verb, after, high)
    if opens.kind == "question" and page.norm[opens.at] in ("when", "where") and _as_before(page, subject):
        opens = Opening("end", opens.at, opens.hearers)  # '..., as the mayor conceded when he resigned'
    content: list[Range] | None = None
    if opens.kind in ("that", "zero", "question", "infinitive", "preposition", "object", "colon", "quote", "document"):
        if subject is None:
            subject = inverted(page, i, after, low, high) if opens.kind == "quote" else None
        if subject is None:
            found = inverted(page, i, after, low, high) if form != "ing" else None
            return after_content(page, verb, i, found, _rest(page, found, high), low, high) if found else None
        if (
            subject.relative
            and opens.kind == "object"
            and subject.shown is not None
            and page.norm[subject.shown[0] - 1] != ","
        ):
            return None
        content = _content_after(page, verb, opens, _limit(page, subject, opens.at, low, high))
        if content is None:
            return after_content(page, verb, i, subject, opens, low, high)
        passive = opens.kind == "infinitive" and form == "past" and page.norm[opens.at + 1] in ("be", "have")
        if passive and subject.group == i and not _human(page, subject):
            return None
        if opens.kind == "colon" and _closes_content(page, subject, low) and subject.shown is not None:
            first = segment_start(page, subject.shown[0] - 1, low)
            asked = page.tag[first] == "VERB" and page.norm[first].endswith(("ed", "ing"))
            if (
                finite_ahead(page, first, subject.shown[0] - 1) is not None
                and not subordinate(page, first)
                and not asked
            ):
                content.insert(0, (first, subject.shown[0] - 1))
    elif form == "ing":
        return None
    elif subject is not None and opens.kind in ("comma", "end", "none"):
        return after_content(page, verb, i, subject, opens, low, high)
    else:
        found = inverted(page, i, after, low, high) if form != "ing" else None
        return after_content(page, verb, i, found, _rest(page, found, high), low, high) if found else None
    if opens.kind == "object" and "b" in verb.takes and content is not None and not _names(page, content[0]):
        return None
    if opens.kind == "document" and not _is_document(page, subject):
        return None
    if verb.lemma == "register" and not (content and any(page.tag[k] == "NUM" for k in range(*content[0]))):
        return None  # 'registered voters', 'registered his protest'
    if verb.lemma in ("see", "hear", "notice", "watch"):
        if subject.shown is None or page.norm[subject.shown[1] - 1] not in wordlist("witnesses") or content is None:
            return None
        content = [(subject.shown[0], content[0][1])]
    if not content or (
        opens.kind == "quote" and "q" not in verb.takes and "o" not in verb.takes and "a" not in verb.takes
    ):
        return None
    return made(page, verb, i, subject, content, opens)


def _as_before(page: Page, subject: Subject | None) -> bool:
    """Tell whether a clause with 'as' reports what stands before it: '..., as the mayor said'."""
    if subject is None or subject.shown is None or page.norm[subject.shown[0] - 1] != "as":
        return False
    return page.norm[subject.shown[0] - 2] == ","


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
        if quote is not None:
            closing = page.inside(quote.outer)[1]
            # A whole sentence was quoted: what follows ('in a post that he shared') tells of the saying.
            if closing < high and page.text[page.ends[closing - 1] - 2] in ",.!?" and page.norm[closing] in ADJUNCTS:
                return [(at, closing)]
            high = max(high, closing)
    if at >= high:
        return None
    if at < high and page.norm[at] == "," and opens.kind == "that":
        at += 1
    end = content_end(page, at, high)
    if opens.kind in ("object", "preposition", "document"):
        end = object_end(page, at, end)
        if (
            page.norm[at] in ("it", "this", "that", "him", "her", "them")
            and end == at + 1
            and end + 1 < high
            and page.norm[end] == ":"
        ):
            return [(end + 1, content_end(page, end + 1, high))]
    return [(at, end)] if end > at else None


def _of_place(page: Page, subject: Subject, low: int) -> Subject:
    """Let the place speak in 'In Arden, one denies it' and 'At the ministry they say so'."""
    assert subject.shown is not None
    at, end = subject.shown[0], subject.shown[0]
    if subject.shown[1] - at != 1 or page.norm[low] not in ("in", "at", "on", "within", "inside", "from"):
        return subject
    if end - 1 > low and page.norm[end - 1] == ",":
        end -= 1
    place = right(page, low + 1, end)
    if place is None or place[1] != end or any(page.time[k] for k in range(*place)):
        return subject
    return Subject(place, place, subject.group, subject.end, subject.passive, subject.negated)


def _nobody(page: Page, shown: Range) -> bool:
    """Tell whether the subject is nobody: 'Nobody has claimed it', 'No one said so', 'None of the owners reported it'."""
    first = page.norm[shown[0]]
    return (
        first in ("nobody", "none")
        or page.norm[shown[0] - 1 : shown[1]] == ["no", "one"]
        or (first == "no" and page.norm[shown[1] - 1] != "no")
    )


def _names(page: Page, content: Range) -> bool:
    """Tell whether the words behind 'called' say what something is called ('the report an insult') and not who was rung up."""
    first, last = content
    if page.norm[first] in QUESTION_WORDS:
        return True
    thing = right(page, first, last)
    return (
        thing is not None
        and thing[1] < last
        and page.tag[thing[1]] in ("DET", "ADJ", "NOUN", "PROPN", "PRON", "PUNCT", "ADV", "NUM", "VERB")
        and (page.tag[thing[1]] != "ADV" or (thing[1] + 1 < last and page.tag[thing[1] + 1] in ("ADJ", "DET", "VERB")))
    )


def _human(page: Page, subject: Subject) -> bool:
    """Tell whether a subject can claim something: a name, a pronoun, a noun for a speaker ('the payment alleged to be missing' has none)."""
    return subject.shown is not None and any(
        page.tag[k] in ("PROPN", "PRON") or page.norm[k] in role_kinds() for k in range(*subject.shown)
    )


def _is_document(page: Page, subject: Subject) -> bool:
    """Tell whether a subject is something that carries words or results: a report, tests, footage."""
    if subject.shown is None:
        return False
    for k in range(*subject.shown):
        if (
            page.norm[k] in wordlist("adpositions")
            or page.breaks(k)
            or (page.tag[k] == "VERB" and k > subject.shown[0])
        ):
            break
        if role_kinds().get(page.norm[k]) == "document" or page.norm[k] in wordlist("finders"):
            return True
    return False


def _rest(page: Page, found: Subject, high: int) -> Opening:
    """Return what stands behind an inverted 'said X': a comma, or the end."""
    return Opening("comma" if found.end < high and page.norm[found.end] == "," else "end", found.end, [])


def _limit(page: Page, subject: Subject, at: int, low: int, high: int) -> int:
    """Return how far a content may reach: not past the end of a relative or fronted clause that holds the cue."""
    start = subject.shown[0] if subject.shown else subject.group
    if subject.relative and start - 1 >= low and page.norm[start - 1] == ",":
        for k in range(at, high - 1):
            if page.norm[k] == "," and page.norm[k + 1] == "and":
                return k
            if page.norm[k] == "," and page.tag[k + 1] in ("VERB", "AUX") and not page.norm[k + 1].endswith("ing"):
                return k
    if not subject.relative and start - 1 >= low and subordinate(page, start - 1):
        return main_clause(page, at, high)
    return high


def _closes_content(page: Page, subject: Subject, low: int) -> bool:
    before = subject.shown[0] - 1 if subject.shown else subject.group - 1
    return before > low and page.norm[before] == ","
