"""What a finding rests on: words of a report, a field of one, or a stated absence."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.model.span import Span


@dataclass(frozen=True, slots=True, order=True)
class Passage:
    """Words of one report: its id, the half-open range and the exact characters (W3C Web Annotation)."""

    report: str
    start: int
    end: int
    exact: str

    @property
    def span(self) -> Span:
        """The range without the words."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True, order=True)
class FieldOf:
    """A field of a report's metadata, such as `published`."""

    report: str
    name: str


@dataclass(frozen=True, slots=True, order=True)
class Absence:
    """Something that was searched for in these reports and stands in none of them."""

    searched: tuple[str, ...]
    wanted: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """One ground of a finding; exactly one of the three parts is set, else ValueError."""

    span: Passage | None = None
    field: FieldOf | None = None
    absence: Absence | None = None

    def __post_init__(self) -> None:
        if sum(part is not None for part in (self.span, self.field, self.absence)) != 1:
            raise ValueError("evidence is a span, a field or an absence: exactly one of them")

    @classmethod
    def words(cls, report: str, span: Span, text: str) -> Evidence:
        """Point to the words of `span` in the report whose full text is `text`."""
        return cls(span=Passage(report, span.start, span.end, span.of(text)))

    @classmethod
    def metadata(cls, report: str, name: str) -> Evidence:
        """Point to the field `name` of a report."""
        return cls(field=FieldOf(report, name))

    @classmethod
    def nowhere(cls, searched: tuple[str, ...], wanted: str) -> Evidence:
        """State that `wanted` was looked for in the reports `searched` and not found."""
        return cls(absence=Absence(searched, wanted))
