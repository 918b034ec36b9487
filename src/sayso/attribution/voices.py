"""Who is meant: names, descriptions and pronouns of sources led to one actor of the report."""

from __future__ import annotations

from sayso.attribution.draft import Draft, Range
from sayso.attribution.figures import Figure, Figures
from sayso.attribution.page import Page
from sayso.model import Evidence, Link


class Voices:
    """Resolves the sources of one report; call `links` in text order, since each speaker makes himself salient for the next."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.figures = Figures(page)

    def links(self, draft: Draft) -> tuple[Link, ...]:
        """Return who vouches by this draft alone: whom the speaker cites, the speaker, then the outlets told; without the report's own outlet."""
        if draft.own:
            return ()
        found: list[Link] = []
        parts: list[tuple[Range, bool]] = [(part, False) for part in draft.origins]
        if draft.speaker is not None:
            parts.append((draft.speaker, True))
        for part, speaks in parts:
            figure = self.figures.resolve(part, speaks)
            self._add(found, figure, part)
        for part in draft.relays:
            relay = self.figures.relay(part)
            if relay is not None:
                self._add(found, relay, part)
        return tuple(found)

    def _add(self, found: list[Link], figure: Figure | None, part: Range) -> None:
        if figure is None or figure.own:
            return
        if found and found[-1].name == figure.name:
            return
        found.append(Link(figure.name, figure.kind, Evidence.words(self.page.report.id, self.page.span(*part), self.page.text)))
