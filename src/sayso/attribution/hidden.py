"""Wording that hides who says it ('it has emerged', 'is believed to'), and passives that name him ('reported by X')."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.attribution.clauses import content_end, finite_ahead
from sayso.attribution.draft import Draft, Range
from sayso.attribution.figures import role_kinds
from sayso.attribution.lexicon import CueVerb, phrase_at, verbs, wordlist
from sayso.attribution.page import Page
from sayso.attribution.phrases import group_start
from sayso.attribution.phrases_behind import right
from sayso.attribution.subjects import BE, subject_before


def hidden_drafts(page: Page, known: list[Draft]) -> Iterator[Draft]:
    """Yield drafts of passives and impersonal wordings; an impersonal one is left out where 'according to X' holds the same words."""
    for sentence in page.sentences:
        for i in range(sentence.first, sentence.last):
            found = (
                _impersonal(page, i, sentence.first, sentence.last)
                or _passive(page, i, sentence.first, sentence.last)
                or _adverb(page, i, sentence.first, sentence.last)
            )
            if found is None:
                continue
            if (
                found.source is None
                and found.speaker is None
                and any(_holds(draft, found) for draft in known if draft.source is not None)
            ):
                continue
            yield found


def _holds(outer: Draft, inner: Draft) -> bool:
    return any(a <= inner.cue[0] and inner.cue[1] <= b for a, b in outer.contents)


def _impersonal(page: Page, i: int, low: int, high: int) -> Draft | None:
    end = i + (phrase_at("hidden_verbs", page.norm, i) or _it_is_said(page, i, high))
    if end == i or end >= high:
        return None
    while end < high and (page.tag[end] == "ADV" or page.time[end] or page.norm[end] in ("on",)):
        end += 1
    at = end + 1 if end < high and page.norm[end] == "that" else end
    if at < high and (at > end or finite_ahead(page, at, high) is not None):
        where = _said_where(page, i, low)
        return Draft(
            cue=(i, end),
            contents=[(at, content_end(page, at, high))],
            source=where,
            speaker=where,
            sourced=where is not None,
            human=True,
        )
    return None


def _said_where(page: Page, i: int, low: int) -> Range | None:
    """Return the circle or paper of 'In government circles it is said that' and 'In the statement by the ministry, it was noted that'."""
    if i - low < 2 or page.norm[low] not in ("in", "at", "among", "within", "from"):
        return None
    end = i - 1 if page.norm[i - 1] == "," else i
    where = right(page, low + 1, end)
    if where is None or where[1] != end or page.time[where[1] - 1]:
        return None
    return where if speaks(page, where) or wordlist("circles") & set(page.norm[where[0] : where[1]]) else None


def _it_is_said(page: Page, i: int, high: int) -> int:
    """Return the length of 'it is noted', 'it has been stressed' before 'that', 0 when something else stands at `i`."""
    if page.norm[i] != "it":
        return 0
    k = i + 1
    while k < high and page.norm[k] in BE | {"has", "had", "also", "further", "being"}:
        k += 1
    if k == i + 1 or k + 1 >= high or page.norm[k + 1] != "that":
        return 0
    said = any("t" in verb.takes and form in ("past", "participle") for verb, form in verbs().get(page.norm[k], ()))
    return k + 1 - i if said else 0


def _adverb(page: Page, i: int, low: int, high: int) -> Draft | None:
    if not phrase_at("hidden", page.norm, i):
        return None
    start = low
    for k in range(i - 1, low - 1, -1):
        if page.norm[k] == ";" or (page.mark[k] and page.quote_of[k] >= 0):
            start = k + 1
            break
    end = content_end(page, start, high)
    return Draft(cue=(i, i + 1), contents=[(start, end)], sourced=False) if start < i < end else None


def _passive(page: Page, i: int, low: int, high: int) -> Draft | None:
    if page.tag[i] not in ("VERB", "ADJ"):
        return None
    for verb, form in verbs().get(page.norm[i], ()):
        if form not in ("past", "participle") or (
            verb.particle and tuple(page.norm[i + 1 : i + 1 + len(verb.particle)]) != verb.particle
        ):
            continue
        found = _of_verb(page, verb, i, low, high)
        if found is not None:
            return found
    return None


def _of_verb(page: Page, verb: CueVerb, i: int, low: int, high: int) -> Draft | None:
    group = group_start(page, i, low)
    be = any(page.norm[k] in BE for k in range(group, i))
    if any(page.norm[k] in wordlist("negators") for k in range(group, i)):
        return None
    after = i + 1 + len(verb.particle)
    if after >= high:
        return None
    agent: Range | None = None
    if page.norm[after] == "by":
        agent = right(page, after + 1, high)
        if agent is not None:
            agent = _without_comma(page, agent)
    if verb.lemma in ("quote", "cite") and be:
        return _quoted_as_saying(page, i, group, after, agent, low, high)
    if "h" in verb.takes and be:
        return _was_told(page, verb, i, group, after, agent, high)
    if not be and verb.lemma in (
        "see",
        "hear",
        "post",
        "publish",
        "list",
        "name",
        "identify",
        "count",
        "order",
        "request",
        "record",
        "document",
        "quote",
        "link",
    ):
        return None
    if agent is not None and not speaks(page, agent):
        return None
    if (
        agent is not None
        and "o" in verb.takes
        and not verb.attitude
        and verb.stance in ("say", "confirm", "claim", "deny", "suggest")
    ):
        subject = subject_before(page, group, low)
        if subject is not None:
            return Draft(
                cue=(group, after + 1),
                contents=[(subject[0][0], group)],
                source=agent,
                speaker=agent,
                stance=verb.stance,
            )
        return None
    if (
        be
        and page.norm[after] == "to"
        and after + 1 < high
        and page.tag[after + 1] in ("VERB", "AUX")
        and verb.takes & {"t", "z"}
        and verb.stance in ("say", "think", "claim")
    ):
        subject = subject_before(page, group, low)
        if subject is not None:
            return Draft(
                cue=(group, after),
                contents=[subject[0], (after, content_end(page, after, high))],
                sourced=False,
                stance=verb.stance,
            )
    return None


def speaks(page: Page, phrase: Range) -> bool:
    """Tell whether a phrase can name who says something: it holds a name, a pronoun or a noun for a speaker ('written by hand' has none)."""
    first = phrase[0]
    last = next((k for k in range(first + 1, phrase[1]) if page.norm[k] in ("in", "at", "on", "with")), phrase[1])
    return any(page.tag[k] in ("PROPN", "PRON") or page.norm[k] in role_kinds() for k in range(first, last)) or any(
        m.kind not in ("place", "nationality") for m in page.mentions_in(page.span(first, last))
    )


def _without_comma(page: Page, phrase: Range) -> Range:
    return (phrase[0], phrase[1] - 1) if page.norm[phrase[1] - 1] == "," and phrase[1] - 1 > phrase[0] else phrase


def _quoted_as_saying(
    page: Page, i: int, group: int, after: int, agent: Range | None, low: int, high: int
) -> Draft | None:
    """Read 'X was quoted (by Y) as saying ...'."""
    k = agent[1] if agent is not None else after
    subject = subject_before(page, group, low)
    quoted = _quotation_before(page, subject[0][0]) if subject is not None else None
    if subject is not None and quoted is not None and (k >= high or page.breaks(k) or page.norm[k] == "as"):
        end = k + 2 if k + 1 < high and page.norm[k] == "as" else after
        if agent is None and end < high and page.norm[end] == "by":
            agent = right(page, end + 1, high)
        return Draft(
            cue=(group, end),
            contents=[quoted],
            source=subject[0],
            speaker=subject[1],
            relays=[_without_comma(page, agent)] if agent else [],
        )
    if k + 1 >= high or page.norm[k] != "as" or page.norm[k + 1] not in ("saying", "telling", "stating"):
        return None
    if subject is None:
        return None
    at = k + 2
    if agent is None and at < high and page.norm[at] == "by":
        agent = right(page, at + 1, high)
        at = agent[1] if agent is not None else at
    if at < high and page.norm[at] == "that":
        at += 1
    if at >= high:
        return None
    return Draft(
        cue=(group, k + 2),
        contents=[(at, content_end(page, at, high))],
        source=subject[0],
        speaker=subject[1],
        relays=[agent] if agent else [],
    )


def _quotation_before(page: Page, at: int) -> Range | None:
    """Return the quotation that ends right before `at`, but for a comma."""
    k = at - 1
    if k > 0 and page.norm[k] == "," and not page.mark[k]:
        k -= 1
    return page.inside(page.quotes[page.quote_of[k]].outer) if k >= 0 and page.quote_of[k] >= 0 else None


def _was_told(
    page: Page, verb: CueVerb, i: int, group: int, after: int, agent: Range | None, high: int
) -> Draft | None:
    """Read 'She was told (by X) that ...': the hearer is the subject, who spoke is named after 'by' or hidden."""
    k = agent[1] if agent is not None else after
    while k < high and (page.tag[k] == "ADV" or page.time[k]) and page.norm[k] not in wordlist("subject_pronouns"):
        k += 1
    at = k + 1 if k < high and page.norm[k] == "that" else k
    if k < high and page.norm[k] in ("it", "this"):
        # 'I was told it from start to finish: ...'
        at = next((j + 1 for j in range(k, min(high, k + 9)) if page.norm[j] == ":"), at)
    if (
        at >= high
        or verb.attitude
        or page.breaks(at)
        or (at == k and (verb.lemma != "tell" or finite_ahead(page, at, high) is None))
    ):
        return None
    informant = agent
    if agent is None and page.norm[group - 1] in ("i", "we") and group > 0:
        informant = _informant(page, i)
    return Draft(
        cue=(group, after),
        contents=[(at, content_end(page, at, high))],
        source=agent,
        speaker=informant,
        stance=verb.stance,
        sourced=informant is not None,
    )


def _informant(page: Page, i: int) -> Range | None:
    """Return who told 'me' what stands at `i`: 'I know a man in that house' or 'a friend rang me' before it, 'the man who told me' behind it."""
    here = page.sentence_of[i]
    for number in [*range(here - 1, max(-1, here - 5), -1), here + 1, here + 2]:
        if not 0 <= number < len(page.sentences) or page.sentences[number].paragraph - page.sentences[
            here
        ].paragraph not in (-1, 0, 1):
            continue
        low, high = page.sentences[number].first, page.sentences[number].last
        for k in range(low, high - 2):
            if page.norm[k] in ("i", "we") and page.norm[k + 1] in wordlist("meeting"):
                at = k + 2 + (page.norm[k + 2] in ("to", "with"))
                known = right(page, at, high) if at < high else None
                if (
                    known is not None
                    and speaks(page, known)
                    and (page.tag[known[0]] != "PRON" or page.norm[known[0]] in ("someone", "somebody"))
                ):
                    return known
            if page.norm[k] in wordlist("reaching") and page.norm[k + 1] in ("me", "us") and k > low:
                found = subject_before(page, group_start(page, k, low), low)
                if found is not None and speaks(page, found[1]) and page.tag[found[1][0]] != "PRON":
                    return found[1]
    return None
