"""What each field of dossier.json and without.json means, in one sentence; the schema and the reference are made with these words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

MEANINGS: Mapping[str, Mapping[str, str]] = {
    "DossierOut": {
        "schema": "Name and version of this shape.",
        "version": "The version of Sayso that made the dossier.",
        "reports": "What was read, in the order of the files' names.",
        "claims": "The statements of all reports; those of one report do not overlap.",
        "propositions": "What is claimed, free of who says it; what an analyst should see first comes first.",
        "derivations": "Which report was made from which, by its text, by citing it, or both; citations may form circles, texts do not.",
        "absent": "Dispatches that must have been there and are not in the pile.",
        "cycles": "Reports that cite one another in a circle.",
        "drift": "What rewrites did to what they took.",
        "conflicts": "Pairs of claims that cannot both be right, the heaviest first.",
        "updates": "The same authority replacing its own words; never a conflict.",
        "actors": "Who speaks: each person, body or nameless one once over all reports.",
        "timeline": "What is dated, in order; times without a known year come last.",
        "unread": "Inputs that gave no report, each with the reason.",
    },
    "ListingOut": {
        "schema": "Name and version of this shape.",
        "version": "The version of Sayso that made the listing.",
        "kind": "What is listed; the lists that it does not concern are empty.",
        "reports": "All reports of the pile, in the order of the files' names.",
        "propositions": "Those that are listed, or that the listed pairs belong to, by rank; each with all that the whole pile says of it.",
        "claims": "Those that are listed, or that a listed pair, entry or step rests on, in the order of their propositions.",
        "conflicts": "Pairs of claims that cannot both be right, the heaviest first.",
        "updates": "The same authority replacing its own words; never a conflict.",
        "timeline": "What is dated, in order; times without a known year come last. Steps in the life of a proposition stand in its `history`.",
        "unread": "Inputs that gave no report, each with the reason.",
    },
    "ReportOut": {
        "id": "`r-` and hexadecimal digits of a hash over text, outlet, date and address or path; the same for any order of the input.",
        "file": "Path relative to what was given, with forward slashes; `#` and a number follow where one file holds several reports.",
        "outlet": "Who published it; null when the input does not tell.",
        "title": "The headline; null when there is none.",
        "byline": "Who wrote it, as the input has it; null when it does not tell.",
        "dateline": "Place, day and agency before the first sentence, as written; null when there is none.",
        "published": "Date of publication in EDTF; null when the input does not tell. File times are never used.",
        "url": "Its address; null when the input does not tell.",
        "language": "Language of the text (BCP 47); only `en` is analysed.",
        "sha256_file": "SHA-256 of the file's bytes, in hexadecimal digits.",
        "sha256_text": "SHA-256 of the decoded text in UTF-8, in hexadecimal digits; all offsets count code points of this text.",
    },
    "SpanOut": {
        "start": "First code point of the range in the report's text, counted from 0.",
        "end": "The code point after the last one.",
        "exact": "The words of the range, unchanged.",
    },
    "PassageOut": {
        "report": "Id of the report.",
        "start": "First code point of the range in the report's text, counted from 0.",
        "end": "The code point after the last one.",
        "exact": "The words of the range, unchanged.",
    },
    "FieldOut": {"report": "Id of the report.", "name": "Name of the field, such as `published`."},
    "AbsenceOut": {"searched": "Ids of the reports that were searched.", "for": "What was looked for and not found."},
    "EvidenceOut": {
        "span": "The words that the finding rests on.",
        "field": "The field of a report that it rests on.",
        "absence": "What it rests on is that something stands nowhere.",
    },
    "LinkOut": {
        "name": "Who, by the name used over the whole pile; a nameless one as the text words it.",
        "actor": "Id of the actor; null when none was made of this name.",
        "kind": "What kind of actor it is.",
        "evidence": "The words that name this link.",
    },
    "AttributionOut": {
        "source": "The words that name who says it; empty when the wording hides it.",
        "cue": "The words that credit it, such as a verb of saying.",
        "content": "The words that are credited.",
    },
    "TimeOut": {
        "role": "Whether this is the time of the event, of the statement or of publication.",
        "edtf": "The time in EDTF (ISO 8601-2); unknown parts are X.",
        "span": "The words that tell the time; null when it comes from a field.",
    },
    "QuantityOut": {
        "span": "The words of the number.",
        "low": "Lower bound, the same as `high` for a single figure; null when open.",
        "high": "Upper bound; null when open.",
        "unit": "Currency, measure or `per cent`; null for a plain count.",
        "counted": "The noun that is counted; null when there is none.",
        "approximation": "How exact the text is about it.",
        "comparison": "The word of change, such as `tripled`; null when nothing is compared.",
        "ratio": "Factor of the change; null when none is told.",
        "base": "The figure the change started from; null when the text does not tell it.",
    },
    "ClaimOut": {
        "id": "The report's id, `.c` and a number in the order of the text.",
        "report": "Id of the report it stands in.",
        "start": "First code point of the claim in the report's text, counted from 0.",
        "end": "The code point after the last one.",
        "exact": "The words of the range, unchanged.",
        "kind": "A statement, a non-answer, an opinion, background or a question.",
        "text": "The claim so that it reads alone; words filled in from elsewhere stand in [square brackets].",
        "filled": "Where the words filled in come from, in the order of the text; a claim referred to last.",
        "refers_to": "Id of the claim that it takes a stand on where it says nothing itself ('He denied it'); null for all others.",
        "chain": "Who vouches, origin first, over the relays to the report; empty for the report's own voice.",
        "attributions": "The words that attribute it, outermost first.",
        "polarity": "Whether the one who vouches affirms or denies it (FactBank).",
        "certainty": "How surely, from the side of the one who vouches (FactBank).",
        "hedges": "The words that make it less sure.",
        "times": "Times of the event, of the statement and of publication.",
        "quantities": "Numbers with what they count.",
        "places": "Names of places in it.",
        "proposition": "Id of the proposition that it belongs to.",
    },
    "OriginOut": {
        "id": "Id within its proposition: o1, o2 and so on.",
        "name": "Who ultimately vouches.",
        "actor": "Id of the actor; null for a report's outlet that saw for itself and is no actor.",
    },
    "PairOut": {
        "a": "Id of one origin of the proposition.",
        "b": "Id of the other.",
        "independence": "Shown by positive grounds, only possible, none, or unknown.",
        "reason": "One sentence why.",
    },
    "EventOut": {
        "when": "When, in EDTF; null where it is unknown.",
        "order": "Number of the step, from 1; null where the order is unknown.",
        "status": "What the proposition became by this step.",
        "by": "Who made the step.",
        "claim": "Id of the claim that it rests on.",
    },
    "AssessmentOut": {
        "source_grade": "Reliability of the source, A to F (STANAG 2511); F means that there is no basis to judge.",
        "information_grade": "Credibility of the information, 1 to 6 (STANAG 2511); 6 means that there is no basis to judge.",
        "reasons": "Why, in sentences.",
    },
    "LeadOut": {
        "kind": "What is missing: a dispatch that is not in the pile, a name, a date, a figure, the grounds of somebody who can be asked, or the first "
        "report that says it.",
        "what": "What to look for or whom to ask.",
        "search": "Words to search with; null when there are none.",
        "claim": "Id of the claim whose words it is about; null when it is about none alone.",
    },
    "RankOut": {
        "weight": "How much it matters; compare within one dossier only.",
        "reasons": "Why, in a few words each.",
    },
    "PropositionOut": {
        "id": "Id within the dossier: p1, p2 and so on.",
        "text": "The wording that stands for all of its claims.",
        "claims": "Ids of the claims that say it or deny it.",
        "origins": "Who ultimately vouches for it, each once.",
        "pairs": "Each pair of origins, with how far the two are independent.",
        "independent_origins": "Size of the largest set of origins that are pairwise shown independent.",
        "history": "How its status changed.",
        "assessment": "A suggested grade.",
        "leads": "What would settle it.",
        "rank": "How early a reader should see it.",
    },
    "AlignedOut": {
        "child_span": "The passage in the child.",
        "parent_span": "The passage of the parent that it comes from; null when the parent is absent.",
        "similarity": "Share of the longer side's words that agree, 0 to 1.",
    },
    "DerivationOut": {
        "child": "Id of the report that was made.",
        "parent": "Id of the report, or of the absent dispatch, that it was made from.",
        "basis": "What shows it: shared text, a citation, or both.",
        "kind": "What was done: copied, rewritten, excerpted, or followed up.",
        "direction_known": "False when nothing tells who took from whom; then child and parent stand in the order of their ids.",
        "credited": "Whether the child names the parent or its outlet.",
        "score": "Share of the child's words that come from the parent, 0 to 1.",
        "reasons": "Why the edge and its direction are believed, in sentences.",
        "passages": "The passages that agree, side by side.",
        "evidence": "What the reasons rest on.",
    },
    "AbsentOut": {
        "id": "Id within the dossier: x1, x2 and so on.",
        "is": "What it must have been, in words.",
        "evidence": "What shows that it was there.",
    },
    "CycleOut": {
        "reports": "Ids of the reports in the order of citing, beginning with the smallest.",
        "evidence": "The words by which they cite each other.",
    },
    "DriftOut": {
        "child": "Id of the claim as the rewrite has it.",
        "parent": "Id of the claim that it was made from; null for an addition.",
        "kind": "What changed: a hedge, a number, a date, a name, a quotation, a credit, or something was added.",
        "from": "Words of the parent; empty for an addition.",
        "to": "Words of the child; empty when they are gone.",
        "evidence": "Where both stand.",
    },
    "ConflictOut": {
        "kind": "What the two claims differ in.",
        "a": "Id of one claim.",
        "b": "Id of the other.",
        "reason": "One sentence why they cannot both be right.",
        "weight": "How much it matters; heavier matters more, within one dossier.",
    },
    "UpdateOut": {
        "a": "Id of the earlier claim.",
        "b": "Id of the claim that replaces it.",
        "reason": "One sentence why this is an update.",
    },
    "ActorOut": {
        "id": "Id within the dossier: a1, a2 and so on.",
        "name": "The name used over the whole pile; a nameless one as the text words it.",
        "kind": "What kind of actor it is.",
        "aliases": "Other names and words that mean the same actor.",
        "mentions": "Where it is named.",
        "merged_because": "Why these mentions are taken for one, in sentences; empty when nothing was merged.",
    },
    "TimelineOut": {
        "when": "The time in EDTF.",
        "role": "Whether something happened, was said or was published then.",
        "what": "What it is, in words.",
        "claim": "Id of the claim that tells the time.",
    },
    "StemmaOut": {
        "schema": "Name and version of this shape.",
        "version": "The version of Sayso that made it.",
        "reports": "What was read, in the order of the files' names.",
        "derivations": "Which report was made from which, by its text, by citing it, or both; citations may form circles, texts do not.",
        "absent": "Dispatches that must have been there and are not in the pile.",
        "cycles": "Reports that cite one another in a circle.",
        "unread": "Inputs that gave no report, each with the reason.",
    },
    "CompareOut": {
        "schema": "Name and version of this shape.",
        "version": "The version of Sayso that made it.",
        "summary": "What the data show, in a sentence or two.",
        "left": "One report; where it is known which was made from the other, the parent.",
        "right": "The other report; where it is known which was made from the other, the child.",
        "edges": "The derivations between the two, as in dossier.json; empty when nothing shows that one was made from the other.",
        "passages": "The passages that both have, in the order of the right one.",
        "order": "How far the passages stand in the same order on both sides; null for fewer than two.",
        "changes": "What changed, by kind, in claims that both have.",
        "additions": "Statements of the right one that the left one does not have; empty when no passage is shared.",
    },
    "SharedOut": {
        "left": "The passage in the left report.",
        "right": "The passage in the right report.",
        "similarity": "Share of the longer side's words that agree, 0 to 1.",
    },
    "ChangeOut": {
        "kind": "What changed: a hedge, a number, a date, a name, a quotation or a credit.",
        "from": "Words of the left one; empty when it has none.",
        "to": "Words of the right one; empty when they are gone.",
        "left": "The claim of the left one in which it stands.",
        "right": "The claim of the right one in which it stands.",
    },
    "WithoutOut": {
        "schema": "Name and version of this shape.",
        "version": "The version of Sayso that made it.",
        "dossier": "SHA-256 of the dossier.json beside it, in hexadecimal digits; all ids are those of that file.",
        "left_out": "What was left out.",
        "from": "How many there are of each with everything.",
        "to": "How many there are of each that still stand.",
        "fallen": "Propositions of which no claim is left.",
        "shrunk": "Propositions that stand on fewer origins.",
        "dissolved": "Conflicts that are gone.",
        "families": "Families of reports that share text, and what becomes of them.",
    },
    "LeftOutOut": {
        "kind": "Whether it is a report or an actor.",
        "id": "Its id in the dossier.",
        "name": "The file of a report, the name of an actor.",
        "claims": "How many claims went with it.",
    },
    "TotalsOut": {
        "reports": "How many reports.",
        "claims": "How many claims.",
        "propositions": "How many propositions.",
        "conflicts": "How many conflicts.",
    },
    "FallenOut": {"id": "Id of the proposition.", "text": "Its wording in the whole dossier."},
    "CountOut": {
        "independent_origins": "Size of the largest set of origins that are pairwise shown independent.",
        "origins": "The names of all origins.",
    },
    "ShrunkOut": {
        "id": "Id of the proposition.",
        "text": "Its wording in the whole dossier.",
        "from": "Its origins with everything.",
        "to": "Its origins without what is left out.",
    },
    "DissolvedOut": {
        "kind": "What the two claims differed in.",
        "a": "Id of one claim.",
        "b": "Id of the other.",
        "reason": "One sentence why they could not both be right.",
    },
    "RegroupedOut": {
        "from": "Ids of the reports of a family.",
        "to": "The families that its remaining reports make.",
    },
    "UnreadOut": {
        "file": "Path relative to what was given; `#` and a number or name follow where only a part of the file is meant.",
        "reason": "One of three reasons.",
        "detail": "What exactly was wrong, and what to do.",
    },
}


def described(definitions: Mapping[str, Any]) -> dict[str, Any]:
    """Return the definitions of a JSON Schema with the meaning of every field.

    Raises ValueError when a field has no meaning here, or a meaning no field: then this file and the contract have parted.
    """
    have = {(name, field) for name, given in definitions.items() for field in given["properties"]}
    told = {(name, field) for name, given in MEANINGS.items() if name in definitions for field in given}
    if have != told:
        raise ValueError(f"fields and meanings differ: {sorted(have ^ told)}")
    return {
        name: {**given, "properties": _with(given["properties"], MEANINGS[name])} for name, given in definitions.items()
    }


def _with(properties: Mapping[str, Any], meanings: Mapping[str, str]) -> dict[str, Any]:
    return {field: {"description": meanings[field], **held} for field, held in properties.items()}
