"""The claims of one report."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from sayso.attribution import chain_of
from sayso.claims.kinds import is_boilerplate, kind_of
from sayso.claims.lexicon import words_of
from sayso.claims.modality import Modality, doubted, modality_of
from sayso.claims.observed import happens, observed, told_by_a_witness
from sayso.claims.pieces import Piece, pieces_of
from sayso.claims.predicate import bases, read_clause
from sayso.claims.referring import meant_by, refers
from sayso.claims.voices import Voices
from sayso.claims.within import within
from sayso.claims.wording import Wording
from sayso.model import Analysis, Attribution, Claim, ClaimTime, Polarity, Report, Sentence, Span, Stance, Words

_PHRASES = (["according"], ["per"], ["for"], ["by"], ["in"])
"""First words of cues that are phrases and no verbs of saying."""
_NEAR_CUE = 40  # characters between a cue and the time of saying
_SAID_WHEN = re.compile(r"\s+(?:(?:on|late|early|earlier|later|in|a|statement|reporters|journalists|,)\s*)*")
_YEAR = re.compile(r"\d{4}")
_WRONG = re.compile(
    r"(?:that|this|it|which) (?:is|was|were)(?: (?:simply|just|plainly|quite|all))?"
    r" (?:(?:not|n't) (?:so|true|the case|correct|right)|untrue|false|wrong|incorrect|a lie|an error|a mistake)"
)


def claims_of(report: Report, analysis: Analysis, attributions: Sequence[Attribution]) -> tuple[Claim, ...]:
    """Return the claims of `report` in text order: one for each statement, no two on the same words, ids `<report>.c<n>` from 1.

    `attributions` are the report's, as the attribution floor gives them; spans count code points of `report.text`. The field
    `proposition` stays empty. A hedge in the next sentence ('This, if confirmed, ...') makes the certainty of what stands before it unknown.
    """
    attributions = [a for a in attributions if not a.aside]
    voices = Voices(analysis, attributions)
    wording = Wording(report, analysis, attributions)
    witnessed = told_by_a_witness(analysis, voices)
    held: list[Piece] = []
    sentences: list[int] = []
    claims: list[Claim] = []
    last_of: dict[int, list[int]] = {}
    for number, sentence in enumerate(analysis.sentences):
        if is_boilerplate(sentence.span.of(report.text)):
            continue
        hedge = _hedge_of_before(analysis, sentence)
        before = last_of.get(number - 1, [])
        if hedge is not None and before:
            at = before[-1]
            weaker = doubted(Modality(claims[at].polarity, claims[at].certainty, claims[at].hedges), hedge)
            claims[at] = replace(claims[at], certainty=weaker.certainty, hedges=weaker.hedges)
        pieces = pieces_of(analysis.tokens, sentence, voices)
        for piece in pieces:
            last_of.setdefault(number, []).append(len(claims))
            held.append(piece)
            sentences.append(number)
            claims.append(
                _claim(
                    report,
                    analysis,
                    attributions,
                    voices,
                    wording,
                    sentence,
                    piece,
                    pieces,
                    f"{report.id}.c{len(claims) + 1}",
                    sentence.paragraph in witnessed,
                )
            )
        made = last_of.get(number, [])
        if before and len(made) == 1 and _takes_back(analysis, sentence):
            said, taken = claims[before[-1]], claims[made[0]]
            if _vouchers(said) == _vouchers(taken):
                turned: Polarity = "negative" if said.polarity == "positive" else "positive"
                claims[before[-1]] = replace(said, polarity=turned if said.polarity != "unknown" else "unknown")
    return tuple(_referred(analysis, claims, held, sentences, wording))


def _referred(
    analysis: Analysis, claims: list[Claim], held: Sequence[Piece], sentences: Sequence[int], wording: Wording
) -> list[Claim]:
    """Return the claims with what they refer to added to the text of those that only take a stand on it."""
    out, known = list(claims), dict[int, int]()
    for at, (claim, piece) in enumerate(zip(claims, held, strict=True)):
        if not refers(analysis, claim, *wording.stated(piece, claim.polarity == "unknown")):
            continue
        before = meant_by(claims, sentences, at, known)
        if before is not None:
            known[at] = before
            said = claims[before].text.replace("[", "").replace("]", "")
            out[at] = replace(
                claim,
                text=f"{claim.text} [: {said}]",
                filled=(*claim.filled, claims[before].span),
                refers_to=claims[before].id,
            )
    return out


def _vouchers(claim: Claim) -> tuple[str, ...]:
    return tuple(link.name for link in claim.chain)


def _takes_back(analysis: Analysis, sentence: Sentence) -> bool:
    """Tell whether a whole sentence calls the one before it wrong: 'That is not so.', 'This was untrue.'"""
    words = [t.norm for t in analysis.tokens[sentence.first : sentence.last] if t.tags[0] != "PUNCT"]
    return len(words) <= 5 and _WRONG.fullmatch(" ".join(words)) is not None


def _claim(
    report: Report,
    analysis: Analysis,
    attributions: Sequence[Attribution],
    voices: Voices,
    wording: Wording,
    sentence: Sentence,
    piece: Piece,
    pieces: Sequence[Piece],
    id: str,
    witnessed: bool,
) -> Claim:
    tokens = analysis.tokens
    span = Span(tokens[piece.first].span.start, tokens[piece.last - 1].span.end)
    exact = span.of(report.text)
    inner = piece.whole if piece.whole is not None else piece.voice
    attribution = attributions[inner] if inner is not None else None
    stance: Stance | None = attribution.stance if attribution is not None else None
    clause = read_clause(tokens, *piece.judged)
    asked = sentence.span.of(report.text).rstrip(" \"'”’»").endswith("?")
    question = (
        asked and piece.kind != "relative" and piece.voice == pieces[-1].voice and pieces[-1].last >= sentence.last - 3
    )
    year = _YEAR.match(report.published or "")
    own = attribution is None
    if question:
        kind, modality, silent = "question", Modality("unknown", "unknown"), False
    else:
        kind = kind_of(tokens, clause, exact, piece.kind, stance, int(year.group()) if year else None, own)
        silent = kind == "non-answer" or (piece.whole is not None and voices.is_open(sentence, piece.whole))
        modality = _modality(voices, piece, inner, silent)
    vouching = inner
    if (
        attribution is not None
        and attribution.stance == "order"
        and not attribution.sourced
        and attribution.parent is not None
    ):
        vouching = attribution.parent  # an order vouches for nothing: who tells of it does
    chain = chain_of(attributions, vouching) if vouching is not None else ()
    text, filled = wording.of(sentence, piece, silent)
    return Claim(
        id=id,
        report=report.id,
        start=span.start,
        end=span.end,
        exact=exact,
        kind=kind,  # type: ignore[arg-type]
        text=text,
        filled=filled,
        chain=chain,
        attributions=_words(attributions, inner),
        polarity=modality.polarity,
        certainty=modality.certainty,
        hedges=modality.hedges,
        times=_times(report, analysis, attributions, sentence, piece, pieces, span),
        quantities=tuple(within(analysis.quantities, span)),
        places=tuple(dict.fromkeys(m.name for m in within(analysis.mentions, span) if m.kind == "place")),
        stance=stance,
        observed=not chain
        and kind == "statement"
        and (
            observed(tokens, read_clause(tokens, piece.first, piece.last))
            or (witnessed and happens(tokens, piece.first, piece.last))
        ),
    )


def _modality(voices: Voices, piece: Piece, inner: int | None, silent: bool) -> Modality:
    """Judge a piece; the wording of a denial in quotation marks is judged as it stands."""
    if silent:
        return Modality("unknown", "unknown")
    attribution = voices.attributions[inner] if inner is not None else None
    stance = attribution.stance if attribution is not None else None
    cue = voices.cue_words(inner) if inner is not None else []
    if stance in ("say", "claim", "think"):
        stance = "think" if _believes(cue, hidden=stance == "think") else None
    elif stance == "deny" and attribution is not None and attribution.form == "direct":
        stance = None
    a, b = piece.judged
    if piece.kind == "contrast":
        return Modality("positive" if stance == "deny" else "negative", "certain")
    if a == b:
        return Modality("negative" if stance == "deny" else "positive", "certain")
    hearsay = attribution is None or (cue[:1] in _PHRASES and not attribution.carried)
    if piece.hole is not None and a < piece.hole[0] < piece.hole[1] < b:
        kept = (*voices.tokens[a : piece.hole[0]], *voices.tokens[piece.hole[1] : b])
        return modality_of(kept, 0, len(kept), stance, hearsay=hearsay)
    return modality_of(voices.tokens, a, b, stance, hearsay=hearsay)


def _believes(cue: Sequence[str], hidden: bool) -> bool:
    """Tell 'believes', 'estimates' from 'knows', 'says'; `hidden` asks for passives too ('is thought to')."""
    beliefs = words_of("probable", "beliefs") | words_of("probable", "nouns")
    if hidden:
        beliefs |= words_of("probable", "participles")
    return any(base in beliefs for word in cue for base in bases(word))


def _words(attributions: Sequence[Attribution], inner: int | None) -> tuple[Words, ...]:
    """Return the attributions around a claim, outermost first."""
    found: list[Words] = []
    seen: set[int] = set()
    at = inner
    while at is not None and at not in seen:
        seen.add(at)
        attribution = attributions[at]
        found.append(Words(attribution.source, attribution.cue, attribution.content))
        at = attribution.parent
    return tuple(reversed(found))


def _times(
    report: Report,
    analysis: Analysis,
    attributions: Sequence[Attribution],
    sentence: Sentence,
    piece: Piece,
    pieces: Sequence[Piece],
    span: Span,
) -> tuple[ClaimTime, ...]:
    """Return the times of a claim: of the event inside it, of the statement beside its cue, of publication."""
    found: list[ClaimTime] = []
    others = [p for p in pieces if p is not piece]
    inner = piece.whole if piece.whole is not None else piece.voice
    for time in within(analysis.times, sentence.span):
        if span.contains(time.span):
            # A claim may hold the words that credit it ('..., the board said on Tuesday') without being the whole of an attribution.
            credited = piece.whole is not None or (
                inner is not None and any(span.contains(cue) for cue in attributions[inner].cue)
            )
            beside = _of_saying(report.text, attributions, time.span) or (
                credited
                and inner is not None
                and not any(content.contains(time.span) for content in attributions[inner].content)
            )
            found.append(ClaimTime("statement" if beside else "event", time.edtf, time.span))
        elif inner is not None:
            tokens = analysis.tokens
            taken = any(tokens[p.first].span.start <= time.span.start < tokens[p.last - 1].span.end for p in others)
            content = any(c.contains(time.span) for c in attributions[inner].content)
            if not taken:
                found.append(ClaimTime("event" if content else "statement", time.edtf, time.span))
    if report.published:
        found.append(ClaimTime("publication", report.published))
    return tuple(found)


def _of_saying(text: str, attributions: Sequence[Attribution], time: Span) -> bool:
    """Tell whether a time stands right behind a cue: in 'police said on Wednesday' it is when they said it, whatever was read as said."""
    if text[time.end : time.end + 2] in ("'s", "’s"):
        return False
    near = (cue for attribution in attributions for cue in attribution.cue if 0 < time.start - cue.end <= _NEAR_CUE)
    return any(_SAID_WHEN.fullmatch(text, cue.end, time.start) for cue in near)


def _hedge_of_before(analysis: Analysis, sentence: Sentence) -> Span | None:
    """Return the words that doubt the sentence before: 'if confirmed' in 'This, if confirmed, ...'."""
    tokens = analysis.tokens
    for i in range(sentence.first, min(sentence.first + 6, sentence.last - 1)):
        if tokens[i].norm == "if" and tokens[i + 1].norm in words_of("unknown", "if_so"):
            comma = next((k for k in range(i, min(i + 6, sentence.last)) if tokens[k].norm == ","), None)
            back = i == sentence.first or tokens[i - 1].norm == ","
            points = i == sentence.first or tokens[sentence.first].norm in (
                "this",
                "that",
                "it",
                "the",
                "such",
                "these",
                "those",
                "they",
            )
            if (
                comma is not None
                and back
                and points
                and (
                    i > sentence.first
                    or tokens[i + 1].norm in ("confirmed", "true", "verified", "so", "accurate", "correct")
                )
            ):
                return Span(tokens[i].span.start, tokens[comma - 1].span.end)
    return None
