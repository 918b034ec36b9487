"""Who vouches in the wordings of many kinds of outlets: agency copy, tabloids, transcripts, blogs, translated prose."""

from __future__ import annotations

import pytest

from tests.attribution.reading import attributions, chain, told


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        # Reasons and circumstances belong to the speaker, not to what he says.
        ("A clerk who asked not to be named because he fears for his job said the vault was open.", "the vault was open", "A clerk who asked not to be named because he fears for his job"),
        ("The plant shut, Olga Brandt, its chief chemist, told the Herald of Novara.", "The plant shut", "Olga Brandt, its chief chemist"),
        ("According to the harbour coast guard, four people died in the fire.", "four people died in the fire", "the harbour coast guard"),
        ("According to the police, nine people jumped from the roof.", "nine people jumped from the roof", "the police"),
        ("Yesterday Globe wrote that the driver had been drunk.", "the driver had been drunk", "Globe"),
        ("Seven, by the coast guard's count, and eight were missing.", "eight were missing", "the coast guard"),
        ("The repairs, Anna Velt says, have begun.", "The repairs", "Anna Velt"),
        ("The pier has sunk, a diver who climbed aboard her claims today.", "The pier has sunk", "a diver who climbed aboard her"),
    ],
)  # fmt: skip
def test_the_source_has_its_own_words_and_no_more(text: str, words: str, expected: str) -> None:
    assert [row[0] for row in told(text) if words in row[2]] == [expected]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("The pump stopped, Olga Brandt, the chief chemist, told the Herald of Novara.", "The pump", ["Olga Brandt", "Herald of Novara"]),
        ("Boris Lund told the Gazette of Arden that he saw the lamp.", "he saw", ["Boris Lund", "Gazette of Arden"]),
        ("In an interview with Radio Tarn the colonel said that the test was clean.", "the test", ["the colonel", "Radio Tarn"]),
        ("Moll told Reuters two days after the fire that the roof had gone.", "the roof", ["Moll", "Reuters"]),
        ("The letter was posted on 3 May, according to the stamp, Karl Berg said.", "The letter", ["stamp", "Karl Berg"]),
        ("The bridge is closed, reports the agency Interfax with reference to the coast guard.", "The bridge", ["coast guard", "Interfax"]),
        ("The agency reports with reference to the ministry that the bridge is closed.", "the bridge", ["ministry", "agency"]),
        ("The bridge is closed, Interfax reports, citing earlier reports from Reuters.", "The bridge", ["Reuters", "Interfax"]),
        ("The ship made 14 knots, according to the radar log of the Harbour Authority.", "14 knots", ["Harbour Authority"]),
        ("The dam broke, according to the data of the Harbour Authority's flood centre.", "The dam", ["Harbour Authority"]),
        ("The owner of the tanker affirms this, the harbour board contests it, so AFP.", "contests", ["Agence France-Presse"]),
        ("Two people had died, both over eighty, Ruiz added, cautioning that the cause was open.", "the cause", ["Ruiz"]),
        ("A person close to the minister, Octavio Renn, said that nobody had seen such a paper.", "nobody", ["a person close to the minister"]),
        ("Inspectors went through the books and found that a page was missing, Mayor Ana Velt stated.", "a page", ["inspectors", "Ana Velt"]),
        ("“Auditors read the books twice and found nothing missing,” Ana Velt told reporters.", "nothing missing", ["auditors", "Ana Velt"]),
        ("The shell was made in Norland, experts found, the ministry said.", "The shell", ["experts", "ministry"]),
        ("The website Globe24 has the driver himself confessing.", "the driver", ["Globe24"]),
        ("The Globe had it first, from a man on the docks.", "The Globe had it", ["a man on the docks", "Globe"]),
        ("The figure of forty comes from one trader, quoted without a name by the Globe.", "The figure", ["one trader", "Globe"]),
        ("The Globe, our last honest paper, in which the head of the district says that our army did it.", "our army did", ["the head of the district", "Globe"]),
        ("Reuters, with two men from the port who say that the crane was in use that night.", "the crane", ["two men from the port", "Reuters"]),
        ("At the ministry they say that the bridge is closed.", "the bridge", ["ministry"]),
        ("In Askar, one contests every guilt.", "guilt", ["Askar"]),
        ("“The dam will hold,” the leader of the inquiry Henning Moll was cited.", "The dam", ["Henning Moll"]),
        ("“The dam will hold,” the mayor was quoted as saying by Interfax.", "The dam", ["the mayor", "Interfax"]),
        ("One insider dished: “They are finished.”", "They are", ["one insider"]),
        ("An aide who was in the room, and who asked for anonymity, said it was nine.", "it was nine", ["an aide who was in the room"]),
        ("In the surroundings of the president it is affirmed that he will go.", "he will go", ["surroundings of the president"]),
        ("In the statement made by the ministry, it was noted that five houses burned.", "five houses", ["ministry"]),
        ("As became known to TASS from a source in the port, the roof fell at night.", "the roof", ["a source in the port", "TASS"]),
        ("Speaking on Radio Tarn, the colonel said the test was clean.", "the test", ["the colonel", "Radio Tarn"]),
        ("Asked who had paid, Velt said: the owner.", "the owner", ["Velt"]),
        ("Velt leads Falk by nine points in a survey by Tarn University.", "Velt leads", ["Tarn University"]),
        ("Per the Arden Post, nine branches will close.", "nine branches", ["Arden Post"]),
        ("The register was shut. Court papers show that he paid nine crowns.", "he paid", ["court papers"]),
        ("Those aboard numbered 139, the ferry company says; its first list was four too long.", "its first list", ["ferry company"]),
        ("No, says Bodil Krantz, who has run the yard for years.", "No", ["Bodil Krantz"]),
        ("A friend who works at the port rang me. I was told that the crane had been broken.", "the crane", ["a friend who works at the port"]),
        ("I was told that the crane had been broken. The man who told me works at the port.", "the crane", ["the man"]),
        # Within what somebody tells: who speaks there, what he has it from, what he only orders.
        ("The sheet was a copy, as the editor, Ana Velt, had to concede when she withdrew the tale.", "The sheet", ["Ana Velt"]),
        ("The treasurer of a small bank had come across it, she said, on the website Harbour Notes.", "The treasurer", ["Harbour Notes", "the treasurer of a small bank"]),
        ("The Globe has seen the harbour's radar log: fourteen knots, in a channel where eight is the law.", "fourteen", ["harbour", "Globe"]),
        ("Globe24, a site which has no horse in this race, has the driver himself confessing, in tears.", "the driver", ["Globe24"]),
        ("The Harbour Herald has it too.", "has it", ["Harbour Herald"]),
        ("I know someone in that house. Last night, I was told it from start to finish: the money is gone.", "the money", ["someone"]),
        ("Two calls are to be heard on the tape, so Askvold further.", "Two calls", ["Askvold"]),
        ("Six bombs were fired from the ridge, according to the ministry's statement, carried by Tolinform.", "Six bombs", ["ministry", "Tolinform"]),
        ("Only a person close to the mayor let it be known to Reuters that nobody had seen the paper.", "nobody", ["a person close to the mayor", "Reuters"]),
        ("According to Reuters, which relies on the local daily Tarn Gazette, the bank lacked money. According to the said newspaper, a guard fled.", "a guard", ["Tarn Gazette", "Reuters"]),
        ("The person who gave us the page continues to say that the sample was drawn at the dam.", "the sample", ["the person who gave us the page"]),
        ("The regional authority of health counts 312 affected, according to Reuters.", "312", ["regional authority of health", "Reuters"]),
        ("By Tuesday the health service had registered 1,140 cases.", "1,140", ["health service"]),
        ("The owner affirms this, the port contests it, Reuters said.", "it", ["port", "Reuters"]),
        ("The port director, Ana Velt, asked Berg to come. The coast guard insists that nothing leaked.", "nothing leaked", ["coast guard"]),
    ],
)  # fmt: skip
def test_the_chain_runs_from_the_origin_to_the_last_relay(text: str, words: str, expected: list[str]) -> None:
    assert chain(text, words) == expected


@pytest.mark.parametrize(
    "text",
    [
        "It is the most beautiful object ever written by hand in the valleys.",
        "The reward stands at 500 crowns. Nobody has claimed it.",
        "No one has reported a loss.",
        "The duty officer called the ship twice on the radio.",
        "Our photographer, Lena Holt, stood at the gate and counted 40 trucks.",
        "A reporter of this newspaper counted 40 trucks at the gate.",
        "“We have it from the ship.”",
    ],
)
def test_no_one_else_vouches_for_what_the_report_saw_or_nobody_says(text: str) -> None:
    assert [link.name for one in attributions(text, outlet="Tarn Courier") for link in one.links] == []


@pytest.mark.parametrize(
    "text",
    [
        "The board has yet to say whether the valve was shut.",
        "The commission leaves open whether a pilot was aboard.",
        "About the pilot the commission does not pronounce itself.",
        "To the new number the firm did not wish to take position.",
        "The doctors do not yet pronounce themselves.",
        "The clinic was not in a position to confirm the count.",
    ],
)
def test_silence_in_other_words_is_a_non_answer(text: str) -> None:
    found = attributions(text)
    assert [one.stance for one in found] == ["non-answer"]
    assert found[0].links


DISPATCH = (
    "The board has made known its findings on the fire. This transmits the agency Xinhua from Arden.\n\n"
    "“We saw it ourselves,” the head of the inquiry, Bo Moll, said.\n\nThe owner denies any guilt, wrote Xinhua.\n\n"
    "Our mayor, Ana Velt, said that such a fire could not happen here."
)


def test_whom_an_agency_quoted_speaks_through_it_as_far_as_its_dispatch_goes() -> None:
    assert chain(DISPATCH, "its findings")[-1] == "Xinhua"
    assert chain(DISPATCH, "We saw it") == ["Bo Moll", "Xinhua"]
    assert chain(DISPATCH, "such a fire") == ["Ana Velt"]


def test_one_mention_of_an_agency_makes_no_dispatch() -> None:
    text = "The mayor said that the dam would hold. A guard denied it, Reuters reported."
    assert chain(text, "the dam") == ["the mayor"]


def test_an_outlet_named_after_a_place_is_itself_in_short() -> None:
    text = "The pump stopped, Olga Brandt, the chief chemist, told the Herald."
    assert chain(text, "The pump", outlet="Herald of Novara") == ["Olga Brandt"]


def test_a_nameless_speaker_is_named_without_the_reasons_for_it() -> None:
    text = "A clerk of the court who asked not to be named because he fears for his job said the vault was open."
    assert chain(text, "the vault") == ["a clerk of the court"]


def test_neither_of_two_who_would_say_something_says_it() -> None:
    (one,) = attributions("Neither Falk nor the firm would say who had signed.")
    assert one.stance == "non-answer"
    assert not one.sourced


def test_a_disguised_voice_is_told_by_its_introduction() -> None:
    text = (
        "HOST: Good morning. What about this gentleman, who works at the plant and wants his voice changed?\n\n"
        "MAN'S VOICE: The pump failed on Saturday.\n\nHOST: Was it written down?\n\nMAN'S VOICE: No."
    )
    assert chain(text, "The pump failed") == ["a man who works at the plant"]


def test_who_says_a_parenthesis_is_not_in_what_is_said() -> None:
    text = "Tarn Ferries has counted the cards again. There were 139 people on the boat, they say, not 143."
    assert chain(text, "139 people") == ["Tarn Ferries"]


def test_two_speakers_without_a_conjunction_have_each_his_own_words() -> None:
    found = {row[0]: row[2] for row in told("The owner affirms the report, the harbour board contests it.")}
    assert found == {"The owner": "the report", "the harbour board": "it"}


def test_a_bare_spokeswoman_stands_for_the_body_in_question() -> None:
    text = "The harbour authority shut the quay on Monday. A spokeswoman said that divers had found the anchor."
    assert chain(text, "divers had found the anchor") == ["harbour authority"]
    assert chain("It rained. A spokeswoman said that it was over.", "it was over") == ["a spokeswoman"]


def test_an_own_reporter_is_the_reports_own_voice() -> None:
    text = "Outside the bank an ONA reporter counted 600 people at noon."
    assert chain(text, "600 people at noon", outlet="Omnia News Agency") == []


def test_a_count_of_somebody_sets_no_voice_for_what_follows() -> None:
    text = "By the bank's own count 365 people left on Monday. The limit was lifted on Tuesday."
    assert chain(text, "365 people left") == ["bank"]
    assert chain(text, "The limit was lifted") == []


def test_a_paragraph_in_quotation_marks_is_said_by_whoever_introduces_it() -> None:
    text = (
        "Ana Ruiz, who is also the chair of the port board, released this statement after the count:\n\n"
        "“I want to thank the voters. It was my honour to serve.”"
    )
    assert chain(text, "thank the voters") == ["Ana Ruiz"]


def test_so_and_not_are_whole_answers() -> None:
    text = "Was the gate open? Ana Ruiz says so, Bo Lind says not, and the port has not answered."
    assert chain(text, "not, and") == []
    assert ("Bo Lind", "says", "not") in told(text)


def test_papers_that_open_a_sentence_are_their_issuers() -> None:
    text = "The port board met on Monday. Papers from the port board say that the gate was open. The report says that it was old."
    assert chain(text, "the gate was open") == ["port board"]


def test_a_report_of_a_day_has_no_issuer() -> None:
    text = "The fund met on Sunday. Monday's report said that the loan had been granted."
    assert chain(text, "the loan had been granted") != ["Monday"]


def test_a_notice_that_somebody_got_is_a_document() -> None:
    text = "Maria Velt was dismissed on Monday. Her notice said that the post had been cut."
    assert chain(text, "the post had been cut") != ["Maria Velt"]


def test_a_country_is_no_short_form_of_its_army() -> None:
    text = "French forces left the island. France said that the base would close."
    assert chain(text, "the base would close") == ["France"]


@pytest.mark.parametrize(
    "text",
    [
        "The service sent nobody. Whether the fall killed them the service still does not say.",
        "The service sent nobody. Why nobody came, this the service could not say.",
    ],
)
def test_a_question_in_front_is_what_is_left_open(text: str) -> None:
    (found,) = attributions(text)
    assert found.stance == "non-answer"
    assert found.content[0].of(text).startswith("Wh")


def test_neither_of_them_was_able_to_say() -> None:
    text = "Reuters cites two soldiers. Neither the one nor the other was in a position to say who fired, notes the agency."
    assert chain(text, "who fired") == ["two soldiers", "Reuters"]


def test_a_body_that_speaks_of_itself_is_itself() -> None:
    text = "A website, Kai Seven, made them officials. The Harbour Herald says it stands by its report."
    assert chain(text, "its report") == ["Harbour Herald"]


def test_who_speaks_for_a_body_is_one_voice_with_it() -> None:
    text = (
        "The regional health service sent samples. The service had recorded 312 cases, its director, Nora Ocaz, said."
    )
    assert chain(text, "312") == ["Nora Ocaz"]
    assert [one.title for one in attributions(text) if one.title] == ["director of regional health service"]
    assert chain("The bank denied it, said a neighbour of the bank.", "it") == ["bank", "a neighbour of the bank"]


def test_what_somebody_calls_an_invention_he_denies() -> None:
    text = "Captain Orl Denn was calm. He called the report that a mate had drunk a filthy invention."
    assert [one.stance for one in attributions(text) if one.links] == ["deny"]


def test_who_does_not_dispute_a_finding_accepts_it() -> None:
    (found,) = attributions("The Harbour Board does not dispute the finding that the pump stood still.")
    assert (found.stance, found.sourced) == ("confirm", True)


def test_both_women_are_the_two_named_together() -> None:
    text = "The judges Jana Moll and Rita Velt were dismissed. Dozens of judges left.\n\nBoth women said they would appeal."
    assert chain(text, "they would appeal") == ["Jana Moll and Rita Velt"]


def test_another_minister_is_not_the_one_met_before() -> None:
    text = "By order of the minister of the interior he left. The defence minister says there were six bombs."
    assert chain(text, "six bombs") == ["the defence minister"]


def test_he_is_nobody_who_only_looks_like_a_woman_by_an_article() -> None:
    text = "Ana Velt had reached a commander at the range by telephone. “He was weeping. He said, it was ours.”"
    assert chain(text, "it was ours")[0] == "a commander at the range"


def test_a_word_for_what_stands_before_sets_no_voice() -> None:
    text = "The dead are three. The police agree on that. The five in the Globe have no names."
    assert chain(text, "have no names") == []


def test_a_letter_sent_to_a_ministry_is_not_issued_by_it() -> None:
    text = "The Mining Ministry was silent. A letter sent to the Mining Ministry says that the shaft is flooded."
    assert chain(text, "the shaft") != ["Mining Ministry"]


def test_a_newspaper_of_a_people_is_the_one_named_behind_it() -> None:
    text = "Reuters follows the Velmarese newspaper El Faro. According to the said newspaper, the dam broke."
    assert chain(text, "the dam")[0] == "El Faro"


def test_registered_voters_register_nothing() -> None:
    assert attributions("The study gathered answers from nine people, including registered voters.") == ()
