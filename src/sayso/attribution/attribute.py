"""From a report to its attributions."""

from __future__ import annotations

from dataclasses import replace

from sayso.attribution.adjectives import adjective_drafts
from sayso.attribution.adverbials import adverbial_drafts
from sayso.attribution.borders import complete_quotes, part, part_relays
from sayso.attribution.carrying import carried_drafts
from sayso.attribution.chains import parents
from sayso.attribution.direct import go_on_after_dash, quote_drafts
from sayso.attribution.dispatches import dispatch_drafts, through_agency
from sayso.attribution.draft import Draft, Range
from sayso.attribution.heard import settled, shown_source
from sayso.attribution.hearsay import hearsay_drafts
from sayso.attribution.hidden import hidden_drafts
from sayso.attribution.noted import noted_drafts
from sayso.attribution.nouns import noun_drafts
from sayso.attribution.page import Page
from sayso.attribution.polls import poll_drafts
from sayso.attribution.relays import link_relays
from sayso.attribution.reported import verb_drafts
from sayso.attribution.silences import silence_drafts
from sayso.attribution.transcripts import turn_drafts, turns
from sayso.attribution.voices import Voices
from sayso.model import Analysis, Attribution, Form, Link, Report, Span


def attribute(report: Report, analysis: Analysis) -> tuple[Attribution, ...]:
    """Return the attributions of a report in text order, each with its links, its form and its parent."""
    page = Page(report, analysis)
    if not page.tokens:
        return ()
    drafts, asides = gather(page)
    voices = Voices(page, drafts)
    # A pronoun means who was there before its cue, so links are found in the order of the cues.
    links: dict[int, tuple[Link, ...]] = {}
    for draft in sorted(drafts, key=lambda draft: draft.cue):
        links[id(draft)] = links.get(id(draft.heir), ()) if draft.heir is not None else voices.links(draft)
    drafts = [draft for draft in drafts if not ((draft.outlet_only or draft.hearsay) and not links[id(draft)])]
    made = [_made(page, draft, links[id(draft)]) for draft in drafts]
    made = [replace(one, parent=parent) for one, parent in zip(made, parents(made), strict=True)]
    made = _of_one_voice(drafts, made, voices)
    return (*through_agency(page, made), *(replace(_made(page, draft, ()), aside=True) for draft in asides))


def _of_one_voice(drafts: list[Draft], made: list[Attribution], voices: Voices) -> list[Attribution]:
    """Return the attributions, what a body says in the words of one who speaks for it vouched for by him, his office noted."""
    found = list(made)
    for number, (draft, one) in enumerate(zip(drafts, made, strict=True)):
        office = voices.office(draft, drafts[one.parent]) if one.parent is not None else None
        if one.parent is not None and office is not None:
            found[number] = replace(found[number], links=made[one.parent].links)
            found[one.parent] = replace(found[one.parent], title=office)
    return found


def gather(page: Page) -> tuple[list[Draft], list[Draft]]:
    """Return the drafts of a report in text order, each cue once, later readings giving way to earlier ones; and those that stand aside."""
    talk = turns(page)
    page.cut_labels([turn.label for turn in talk])
    silent = list(silence_drafts(page))
    taken = {i for draft in silent for i in range(*draft.cue)}
    spoken = [d for d in verb_drafts(page) if not any(i in taken for i in range(*d.cue))]
    drafts = [*turn_drafts(talk), *silent, *spoken, *adverbial_drafts(page), *adjective_drafts(page)]
    cues = {draft.cue[1] for draft in drafts}
    drafts.extend(draft for draft in noted_drafts(page) if not {draft.cue[1], draft.cue[1] - 1} & cues)
    cues = {draft.cue[1] for draft in drafts}
    drafts.extend(
        draft for draft in hidden_drafts(page, drafts) if draft.cue[1] not in cues and draft.cue[1] - 1 not in cues
    )
    if not talk:
        drafts.extend(quote_drafts(page, drafts))
    cues = {draft.cue[1] for draft in drafts}
    drafts.extend(
        draft
        for draft in noun_drafts(page)
        if draft.cue[1] not in cues
        and (
            draft.source is not None
            or not (_inside(draft, drafts) or any(draft.contents == d.contents for d in drafts))
        )
    )
    drafts.extend(hearsay_drafts(page))
    cues = {draft.cue[1] for draft in drafts}
    drafts.extend(draft for draft in dispatch_drafts(page) if draft.cue[1] not in cues)
    drafts, asides = settled(page, drafts)
    drafts.extend(poll_drafts(page, drafts))
    go_on_after_dash(page, drafts)
    part(page, drafts)
    complete_quotes(page, drafts)
    link_relays(page, drafts)
    part_relays(drafts, page)
    drafts.extend(carried_drafts(page, drafts))
    for draft in drafts:
        draft.contents = [_whole_answer(page, draft, (first, last)) for first, last in draft.contents if first < last]
    drafts = [draft for draft in drafts if draft.contents and draft.cue[0] < draft.cue[1] and not _says_itself(draft)]
    drafts.sort(key=lambda draft: (draft.at, draft.cue, not draft.sourced))
    once: dict[tuple[tuple[int, int], bool], Draft] = {}
    for draft in drafts:
        once.setdefault((draft.cue, draft.carried), draft)
    return list(once.values()), asides


ANSWERS = frozenset(["so", "not", "otherwise", "yes", "no"])


def _whole_answer(page: Page, draft: Draft, content: Range) -> Range:
    """Return a content, cut to its first word where that is all that is said: 'A says so, B says not'."""
    at = draft.cue[1]
    said = (
        content[0] in (at, at + 2)
        and at + 1 < content[1]
        and page.norm[at] in ANSWERS
        and page.norm[at + 1] in (",", ";")
    )
    return (at, at + 1) if said else content


def _says_itself(draft: Draft) -> bool:
    """Tell whether nothing but words of the source is left as content: then the reading went wrong."""
    source = draft.source
    return source is not None and all(source[0] <= first and last <= source[1] for first, last in draft.contents)


def _inside(draft: Draft, drafts: list[Draft]) -> bool:
    return any(first <= draft.cue[0] < last for other in drafts for first, last in other.contents)


def _made(page: Page, draft: Draft, links: tuple[Link, ...]) -> Attribution:
    contents = tuple(page.span(*piece) for piece in joined(page, draft))
    return Attribution(
        report=page.report.id,
        source=(page.span(*shown_source(page, draft)),) if draft.source and not draft.carried else (),
        cue=() if draft.carried else (page.span(*draft.cue),),
        content=contents,
        form=form_of(page, contents),
        stance=draft.stance,
        links=links,
        carried=draft.carried,
        sourced=draft.sourced,
    )


COMPLEMENTIZERS = frozenset(["that", "whether", "if"])


def joined(page: Page, draft: Draft) -> list[tuple[int, int]]:
    """Return the contents in order; a word that opens the clause ('that') belongs to what is said, as in PARC and PolNeAR."""
    found: list[tuple[int, int]] = []
    for first, last in sorted(draft.contents):
        opens = (
            first > 0
            and page.norm[first - 1] in COMPLEMENTIZERS
            and page.paragraph_of(first - 1) == page.paragraph_of(first)
        )
        free = (
            not draft.carried
            and first - 1 not in range(*draft.cue)
            and not (draft.source and first - 1 in range(*draft.source))
        )
        found.append((first - 1, last) if opens and free and (not found or found[-1][1] < first) else (first, last))
    return found


def form_of(page: Page, contents: tuple[Span, ...]) -> Form:
    """Tell direct speech (all content in quotation marks) from indirect (none) and mixed."""
    quoted = bare = False
    for piece in contents:
        for i in range(*page.inside(piece)):
            if page.breaks(i):
                continue
            if page.quote_of[i] >= 0:
                quoted = True
            else:
                bare = True
            if quoted and bare:
                return "mixed"
    return "direct" if quoted else "indirect"
