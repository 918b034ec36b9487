"""Direct speech: quotations and who speaks them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from sayso.attribution.draft import Draft, Range
from sayso.attribution.lexicon import CueVerb, verbs
from sayso.attribution.page import Page
from sayso.attribution.subjects import Subject, inverted, subject_of


def quote_drafts(page: Page, known: list[Draft]) -> Iterator[Draft]:
    """Yield a draft for each quotation that no draft of `known` holds, and widen drafts whose quotation goes on.

    The speaker is sought after the quotation ('"...", X said'), in the words right before it, then taken from the quotation before
    in the same paragraph, then from the subject of the sentence before.
    """
    previous: Draft | None = None
    drafts = list(known)
    near: defaultdict[int, list[Draft]] = defaultdict(list)
    for draft in known:
        _note(page, near, draft)
    for quote in page.quotes:
        whole = page.inside(quote.outer)
        if whole[0] >= whole[1]:
            continue
        holder = _holder(page, near, whole)
        if holder is not None:
            previous = holder
            continue
        made = (
            _after(page, whole)
            or _behind_colon(page, whole)
            or _introduced(page, whole, drafts)
            or _widened(page, previous, whole, quote.continued)
        )
        if made is None:
            made = _from_sentence_before(page, whole, drafts)
        if made is not None and made is not previous and not any(made is one for one in drafts):
            drafts.append(made)
            yield made
        if made is not None:
            _note(page, near, made)
            previous = made


def _note(page: Page, near: defaultdict[int, list[Draft]], draft: Draft) -> None:
    """Enter a draft under the sentences that its contents reach into."""
    for first, last in draft.contents:
        for number in range(page.sentence_of[first], page.sentence_of[max(first, last - 1)] + 1):
            if draft not in near[number][-1:]:
                near[number].append(draft)


def _holder(page: Page, near: defaultdict[int, list[Draft]], whole: Range) -> Draft | None:
    for draft in near[page.sentence_of[whole[0]]] + near[page.sentence_of[whole[1] - 1]]:
        for number, (first, last) in enumerate(draft.contents):
            if first <= whole[0] + 1 and last >= whole[1] - 1:
                return draft
            # The verb was found in the last sentence of a quotation of several sentences.
            if (
                first < whole[1]
                and last > whole[0]
                and page.quote_of[max(first, whole[0])] == page.quote_of[whole[0]]
                and draft.cue[0] >= whole[1]
            ):
                draft.contents[number] = (min(first, whole[0]), last)
                return draft
    return None


def _after(page: Page, whole: Range) -> Draft | None:
    """Read '"...," X said' and '"...," said X' right behind a quotation."""
    k = whole[1]
    while k < len(page.norm) and page.norm[k] in (",", "-", "–", "—"):
        k += 1
    if k >= len(page.norm) or page.paragraph_of(k) != page.paragraph_of(whole[0]):
        return None
    high = page.sentence(k).last
    if k == whole[1] and page.capital(k) and page.text[page.ends[whole[1] - 1] - 2] == "." and page.tag[k] != "VERB":
        return None
    for i in range(k, min(high, k + 30)):
        if page.quote_of[i] >= 0 or page.norm[i] in (";", "."):
            return None
        if page.tag[i] != "VERB":
            continue
        cue = _speaks(page, i)
        if cue is None:
            loose = _any_verb(page, i, k, whole, high)
            if loose is None:
                continue
            return loose
        verb, form = cue
        subject: Subject | None = inverted(page, i, i + 1, k - 1, high) if i == k else subject_of(page, i, form, k)
        if subject is None or subject.passive:
            return None
        if i != k and subject.shown is not None and subject.shown[0] < k:
            return None
        return Draft(
            cue=(subject.group, i + 1 + len(verb.particle)),
            contents=[whole],
            source=subject.shown,
            speaker=subject.speaker,
            stance=verb.stance,
            form="direct",
            human=True,
        )
    return None


def _any_verb(page: Page, i: int, k: int, whole: Range, high: int) -> Draft | None:
    """Take any verb right beside a quotation that ends in the middle of its sentence as a cue: '"...," gasped a guard'."""
    if page.text[page.ends[whole[1] - 1] - 2] not in ",?!" and page.text[page.ends[whole[1] - 1] - 1] not in ",":
        return None
    if page.norm[i].endswith("ing") or page.tag[i] != "VERB":
        return None
    if i == k:
        subject = inverted(page, i, i + 1, k - 1, high)
    else:
        subject = subject_of(page, i, "past", k)
        if subject is not None and (
            subject.shown is None or subject.shown[0] > k or (i + 1 < high and not page.breaks(i + 1))
        ):
            subject = None
    if subject is None or subject.shown is None or subject.passive or page.norm[subject.shown[0]] == "that":
        return None
    return Draft(
        cue=(subject.group, i + 1),
        contents=[whole],
        source=subject.shown,
        speaker=subject.speaker,
        form="direct",
        human=True,
    )


def _behind_colon(page: Page, whole: Range) -> Draft | None:
    """Take any verb before a colon and a quotation as a cue: 'One insider dished: "They are finished."'"""
    k = whole[0] - 1
    low = page.sentence(whole[0]).first
    if k <= low or page.norm[k] != ":" or page.norm[k - 1] in ("following", "below"):
        return None
    for i in range(k - 1, max(low, k - 6), -1):
        if page.breaks(i):
            return None
        if page.tag[i] == "VERB" and not page.norm[i].endswith("ing"):
            return _before_colon(page, i, low, whole)
    return None


def _before_colon(page: Page, verb: int, low: int, whole: Range) -> Draft | None:
    """Return the draft of a quotation that a colon ties to the verb at `verb`: the verb's own subject speaks, nobody when it names none."""
    subject = subject_of(page, verb, "past", low)
    if subject is None or subject.passive or subject.relative or subject.shown is None:
        return None
    if page.norm[subject.shown[0]] in ("it", "this", "that", "there", "which"):
        return None
    return Draft(
        cue=(subject.group, verb + 1),
        contents=[whole],
        source=subject.shown,
        speaker=subject.speaker,
        form="direct",
        human=True,
    )


def _introduced(page: Page, whole: Range, drafts: list[Draft]) -> Draft | None:
    """Read 'X released this statement after the vote:' before a paragraph in quotation marks: X speaks it, with what the sentence itself reports of him."""
    colon = whole[0] - 1
    if colon < 1 or page.norm[colon] != ":" or page.paragraph_of(colon) == page.paragraph_of(whole[0]):
        return None
    sentence = page.sentence(colon)
    speaks = [
        d for d in drafts if sentence.first <= d.cue[0] < sentence.last and d.speaker is not None and not d.carried
    ]
    if speaks:
        speaks[-1].contents.append(whole)
        return speaks[-1]
    root = next((i for i in range(sentence.first, colon) if page.tokens[i].relation == "root"), None)
    return _before_colon(page, root, sentence.first, whole) if root is not None and page.tag[root] == "VERB" else None


def _speaks(page: Page, i: int) -> tuple[CueVerb, str] | None:
    for verb, form in verbs().get(page.norm[i], ()):
        if "q" in verb.takes and tuple(page.norm[i + 1 : i + 1 + len(verb.particle)]) == verb.particle:
            return verb, form
    return None


def _widened(page: Page, previous: Draft | None, whole: Range, continued: bool) -> Draft | None:
    """Give a further quotation to the speaker of the one before: in the same paragraph, or over the break when its marks say so."""
    if previous is None or not previous.contents:
        return None
    last = max(end for _, end in [*previous.contents, previous.cue])
    here, there = page.paragraph_of(whole[0]), page.paragraph_of(last - 1)
    own_sentence = whole[0] == page.sentence(whole[0]).first
    if (here == there and own_sentence and page.sentence_of[whole[0]] - page.sentence_of[last - 1] <= 1) or (
        continued and here - there <= 1
    ):
        previous.contents.append(whole)
        return previous
    return None


DASHES = frozenset(["–", "—", "--", "-"])


def go_on_after_dash(page: Page, drafts: list[Draft]) -> None:
    """Give a sentence that opens with a dash to who spoke behind a dash before it ('– No – says X. – We know.'); drafts are changed in place."""
    for number in range(1, len(page.sentences)):
        here, before = page.sentences[number], page.sentences[number - 1]
        if here.paragraph != before.paragraph or page.norm[here.first] not in DASHES or here.last - here.first < 2:
            continue
        opens = page.norm[before.first] in DASHES
        own = any(
            here.first <= d.cue[0] < here.last and d.sourced and d.source is not None and d.source[0] > d.contents[0][0]
            for d in drafts
            if d.contents
        )
        speaker = [
            d
            for d in drafts
            if opens
            and d.turn is None
            and any(before.first <= a < before.last for a, _ in d.contents)
            and d.source is not None
            and d.source[0] > d.contents[0][0]
        ]
        if speaker and not own:
            last = here.last
            while last > here.first + 2 and page.breaks(last - 1):
                last -= 1
            speaker[-1].contents.append((here.first + 1, last))


def _from_sentence_before(page: Page, whole: Range, drafts: list[Draft]) -> Draft | None:
    """Take the subject of the sentence before as speaker: 'The mayor was blunt. "No."'"""
    number = page.sentence_of[whole[0]]
    if number <= 0 or whole[0] != page.sentences[number].first:
        return None
    before = page.sentences[number - 1]
    if before.paragraph != page.sentences[number].paragraph:
        return None
    inside = [d for d in drafts if before.first <= d.cue[0] < before.last and d.source is not None]
    if inside:
        last = inside[-1]
        return Draft(
            cue=(whole[0], whole[0] + 1),
            contents=[whole],
            source=last.source,
            speaker=last.speaker,
            form="direct",
            carried=True,
        )
    for i in range(before.first, before.last):
        if page.tag[i] in ("VERB", "AUX"):
            subject = subject_of(page, i, "past", before.first)
            if (
                subject is not None
                and subject.shown is not None
                and not subject.relative
                and page.norm[subject.shown[0]] != "whose"
            ):
                return Draft(
                    cue=(whole[0], whole[0] + 1),
                    contents=[whole],
                    source=subject.shown,
                    speaker=subject.speaker,
                    form="direct",
                    carried=True,
                )
    return None
