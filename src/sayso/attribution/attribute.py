"""From a report to its attributions."""

from __future__ import annotations

from dataclasses import replace

from sayso.attribution.adverbials import adverbial_drafts
from sayso.attribution.chains import parents
from sayso.attribution.direct import quote_drafts
from sayso.attribution.draft import Draft
from sayso.attribution.page import Page
from sayso.attribution.reported import verb_drafts
from sayso.attribution.voices import Voices
from sayso.model import Analysis, Attribution, Form, Report, Span


def attribute(report: Report, analysis: Analysis) -> tuple[Attribution, ...]:
    """Return the attributions of a report in text order, each with its links, its form and its parent."""
    page = Page(report, analysis)
    if not page.tokens:
        return ()
    drafts = [*verb_drafts(page), *adverbial_drafts(page)]
    drafts.extend(quote_drafts(page, drafts))
    drafts.sort(key=lambda draft: (draft.at, draft.cue))
    voices = Voices(page)
    made = [_made(page, voices, draft) for draft in drafts]
    return tuple(replace(one, parent=parent) for one, parent in zip(made, parents(made), strict=True))


def _made(page: Page, voices: Voices, draft: Draft) -> Attribution:
    contents = tuple(page.span(*piece) for piece in sorted(draft.contents))
    return Attribution(
        report=page.report.id,
        source=(page.span(*draft.source),) if draft.source and not draft.carried else (),
        cue=() if draft.carried else (page.span(*draft.cue),),
        content=contents,
        form=form_of(page, contents),
        stance=draft.stance,
        links=voices.links(draft),
        carried=draft.carried,
        sourced=draft.sourced,
    )


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
    return "mixed" if quoted and bare else "direct" if quoted else "indirect"
