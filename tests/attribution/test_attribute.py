"""Who is found to say what."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.attribution.reading import attributions, told


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("The mayor said on Tuesday that the bridge was closed.", "The mayor", "said", "that the bridge was closed"),
        ("Two traders at rival houses said money was tight.", "Two traders at rival houses", "said", "money was tight"),
        ("The bridge was closed, the mayor said.", "the mayor", "said", "The bridge was closed"),
        ("The bridge, she said, was closed.", "she", "said", "The bridge / was closed"),
        ("The bridge was closed, according to a clerk.", "a clerk", "according to", "The bridge was closed"),
        ("According to the port office, the ferry sank.", "the port office", "According to", "the ferry sank"),
        ("“It is gone,” said Ana Porto, a baker.", "Ana Porto, a baker", "said", "“It is gone,”"),
        ('He said: "It is gone."', "He", "said", '"It is gone."'),
        ('The judge said, "It is gone."', "The judge", "said", '"It is gone."'),
        ("The ministry denied that it had lost a ship.", "The ministry", "denied", "that it had lost a ship"),
        ("Police put the number of dead at nine.", "Police", "put", "the number of dead at nine"),
        ("The firm is adamant that the valve was shut.", "The firm", "is adamant", "that the valve was shut"),
        ("By the bank's own count, nine people left.", "the bank's", "By the bank's own count", "nine people left"),
        ("The army's version is that a bus did not stop.", "The army", "version is", "that a bus did not stop"),
        ("A guard who had seen it told the court that it was dark.", "A guard who had seen it", "told", "that it was dark"),
        ("As the Tarn Courier reports, the dam has burst.", "the Tarn Courier", "reports", "the dam has burst"),
        ("The dam has burst, notes the newspaper.", "the newspaper", "notes", "The dam has burst"),
        ("The dam has burst, so the police.", "the police", "so", "The dam has burst"),
        ("The bridge, said the mayor, was closed.", "the mayor", "said", "The bridge / was closed"),
        ("A nurse I know at the clinic says it was full.", "A nurse I know at the clinic", "says", "it was full"),
    ],
)  # fmt: skip
def test_source_cue_and_content_are_exact(text: str, source: str, cue: str, content: str) -> None:
    found = told(text)
    if "count," in text or "version" in text:
        source = source.removesuffix("'s")
    assert (source, cue, content) in found


def test_a_quotation_that_goes_on_belongs_to_one_attribution() -> None:
    (only,) = told("“It is gone,” said Ana Porto. “I saw it go.”")
    assert only[2] == "“It is gone,” / “I saw it go.”"


def test_dash_dialogue_goes_on_behind_the_speaker() -> None:
    text = "– Nobody informed us – says Jan Kowal. – We saw it on the road."
    assert ("Jan Kowal", "says", "Nobody informed us / We saw it on the road") in told(text)


def test_a_participle_is_a_second_statement_of_the_same_speaker() -> None:
    found = told("The firm denied the report, adding that nobody was hurt.")
    assert [row[2] for row in found] == ["the report", "that nobody was hurt"]
    assert {row[0] for row in found} == {"The firm"}


def test_two_speakers_of_one_sentence_have_each_his_own_words() -> None:
    found = {row[0]: row[2] for row in told("The guard said that it was dark, and the pilot said that it was light.")}
    assert found == {"The guard": "that it was dark", "the pilot": "that it was light"}


@pytest.mark.parametrize(
    "text",
    [
        "The ministry declined to comment.",
        "The bank would neither confirm nor deny that a request had come.",
        "The firm did not immediately respond to a request for comment.",
        "Reuters was unable to verify the claim.",
        "The owner could not be drawn on dates.",
    ],
)
def test_a_non_answer_is_no_sourced_statement(text: str) -> None:
    found = attributions(text)
    assert found
    assert all(one.stance == "non-answer" and not one.sourced for one in found)


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The mayor confirmed that the dam had burst.", "confirm"),
        ("The mayor rejected the report.", "deny"),
        ("The mayor claimed that the dam had burst.", "claim"),
        ("The mayor believes that the dam has burst.", "think"),
        ("The mayor demanded that the dam be closed.", "order"),
        ("The mayor withdrew the figure.", "retract"),
        ("The mayor hinted that the dam had burst.", "suggest"),
    ],
)
def test_the_stance_is_that_of_the_cue(text: str, stance: str) -> None:
    assert [one.stance for one in attributions(text)] == [stance]


@pytest.mark.parametrize(
    "text",
    [
        "It has emerged that the dam had cracks.",
        "The pilot is believed to have left the country.",
        "It is understood that the talks failed.",
        "The crew was reportedly asleep.",
    ],
)
def test_wording_that_hides_the_origin_has_no_links(text: str) -> None:
    (only,) = attributions(text)
    assert only.source == () and only.links == ()


def test_a_named_source_beats_wording_that_hides_it() -> None:
    found = attributions("Some 300 men are believed to have crossed, according to the border police.")
    assert [link.name for one in found for link in one.links] == ["border police"]


def test_forms_tell_quotation_from_report() -> None:
    text = "“It is gone,” said Ana. Bo said it was “quite gone by now” and lost. Cy said it was lost."
    assert [one.form for one in attributions(text)] == ["direct", "mixed", "indirect"]


def test_the_same_voice_goes_on_within_the_paragraph_only() -> None:
    text = "A nurse said that the ward was full. On Sunday it took in nine more.\n\nThe road to the coast was open."
    carried = [one for one in attributions(text) if one.carried]
    assert [one.content[0].of(text) for one in carried] == ["On Sunday it took in nine more"]


def test_judgements_and_questions_are_the_reports_own() -> None:
    text = "A nurse said that the ward was full. This underscores a grave problem. Who will pay?"
    assert not any(one.carried for one in attributions(text))


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "The",
                "mayor",
                "said",
                "that",
                "“",
                "”",
                ",",
                ".",
                ":",
                ";",
                "he",
                "she",
                "it",
                "according",
                "to",
                "told",
                "Reuters",
                "the",
                "dam",
                "had",
                "burst",
                "on",
                "Tuesday",
                "and",
                "but",
                "who",
                "denied",
                "citing",
                "officials",
                "NAME:",
                "Q:",
                "\n\n",
                "—",
                "(",
                ")",
                "not",
                "comment",
                "is",
                "believed",
                "to",
                "'",
                "a",
                "claim",
            ]
        ),
        max_size=40,
    )
)
def test_any_order_of_words_gives_spans_inside_the_text(words: list[str]) -> None:
    text = " ".join(words) or "x"
    for one in attributions(text):
        assert one.content
        assert all(0 <= s.start < s.end <= len(text) for s in (*one.source, *one.cue, *one.content))
        assert all(link.evidence.span is not None and link.evidence.span.exact in text for link in one.links)


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=200))
def test_arbitrary_text_is_read_without_failing(text: str) -> None:
    assert isinstance(attributions(text or "x"), tuple)
