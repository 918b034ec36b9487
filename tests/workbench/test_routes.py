"""What the workbench answers: status, places, judgements, undoing, what is stale, what does not fit together."""

from __future__ import annotations

import time
from typing import Any

import pytest

from sayso.workbench import Workbench
from tests.workbench.asking import Client
from tests.workbench.cardboard import ANCHORS, CardboardDesk

NOTE = {"kind": "note", "places": ["c1"], "page": "0", "revision": "0", "who": " Ana ", "why": " a note "}


@pytest.fixture
def client(bench: Workbench) -> Client:
    made = Client(bench)
    made.page()
    return made


def until(client: Client, revision: str) -> Any:
    """Wait until a revision is drawn; return the status."""
    for _ in range(3000):
        status = client.get("/api/status")[1]
        if status["drawn"] == revision:
            return status
        time.sleep(0.01)
    raise AssertionError(f"revision {revision} was never drawn: {status}")


def test_the_case_tells_what_may_be_judged(client: Client) -> None:
    status, case = client.get("/api/case?page=0")
    assert status == 200
    assert (case["name"], case["who"], case["revision"], case["file_bytes"]) == ("quay.sayso", "Ana", "0", 1000)
    assert [place["id"] for place in case["places"]] == list(ANCHORS)
    assert client.get("/api/case?page=77")[0] == 409 and client.get("/api/case")[0] == 409


def test_a_judgement_is_written_and_drawn(client: Client, desk: CardboardDesk) -> None:
    assert client.post("/api/judge", NOTE) == (201, {"revision": "1"})
    assert desk.said == [("note", (ANCHORS["c1"],), "Ana", "a note", None)]
    until(client, "1")
    assert '<p id="words">1</p>' in client.page()
    pair = {**NOTE, "kind": "same claim", "places": ["c1", "c2"], "page": "1", "revision": "1"}
    assert client.post("/api/judge", pair)[0] == 201
    assert desk.said[-1][:2] == ("same claim", (ANCHORS["c1"], ANCHORS["c2"]))
    assert client.post("/api/undo", {"number": 1, "revision": "2", "who": "Ben"}) == (201, {"revision": "3"})
    assert desk.said[-1] == ("undo", 1, "Ben", "")
    assert client.get("/api/changes?number=1&page=0")[1][0]["kind"] == "merged"


def test_who_knows_an_older_state_is_told_so(client: Client, desk: CardboardDesk) -> None:
    """Two windows show revision 0; one judges; the other must not write before it has seen that. The first may go on at once."""
    assert client.post("/api/judge", NOTE)[0] == 201
    status, value = client.post("/api/judge", NOTE)
    assert status == 409 and value["error"] == "the case has changed"
    assert client.post("/api/undo", {"number": 1, "revision": "0", "who": "Ana"})[0] == 409
    desk.hold.clear()  # the page of revision 1 is not drawn yet: its places are still those of page 0
    assert client.post("/api/judge", {**NOTE, "revision": "1"})[0] == 201
    assert len(desk.said) == 2
    desk.hold.set()
    assert client.post("/api/judge", {**NOTE, "page": "77", "revision": "2"})[0] == 409


@pytest.mark.parametrize(
    "body",
    [
        {**NOTE, "kind": "liked"}, {**NOTE, "places": []}, {**NOTE, "places": ["c1"] * 3}, {**NOTE, "places": ["c77"]}, {**NOTE, "why": "x" * 4001},
        {**NOTE, "who": 7}, {**NOTE, "more": 1}, {"kind": "note"}, [], "x", None, {**NOTE, "places": "c1"}, {**NOTE, "value": ["B2"]},
    ],
)  # fmt: skip
def test_what_does_not_fit_together_is_refused(client: Client, desk: CardboardDesk, body: object) -> None:
    status, value = client.post("/api/judge", body)
    assert status == 422 and value["error"]
    assert desk.said == []


def test_a_number_is_a_number(client: Client) -> None:
    for number in ("", "x", "-1", "1e9", "9" * 12, "%D9%A3"):
        assert client.get(f"/api/changes?number={number}&page=0")[0] == 422


def test_files_are_read_one_after_the_other_and_told_of(client: Client, desk: CardboardDesk) -> None:
    assert client.post("/api/reports?name=..%2F..%2Fa.txt", b"words") == (202, {"number": 1, "name": "a.txt"})
    assert client.post("/api/reports?name=b.txt", b"nothing")[0] == 202
    until(client, "1")
    for _ in range(500):
        told = [(file["name"], file["state"], file["detail"]) for file in client.get("/api/status")[1]["files"]]
        if told[-1][1] == "not added":
            break
        time.sleep(0.01)
    assert told == [("a.txt", "added", ""), ("b.txt", "not added", "there is nothing in it")]
    assert desk.read == {"a.txt": b"words", "b.txt": b"nothing"}


def test_files_beyond_the_limits_are_refused(client: Client, desk: CardboardDesk) -> None:
    status, value = client.post("/api/reports?name=a.txt", b"x" * 1001)
    assert status == 413 and "more than the 1,000 that are read" in value["error"]
    # Announced, and not sent: nothing is waited for.
    headers = {
        "Origin": f"http://{client.host}",
        "X_Sayso_Token": client.token,
        "Content_Type": "application/octet-stream",
    }
    answer = client.ask("POST", "/api/reports?name=a.txt", None, Content_Length="9000000000", **headers)
    assert answer.status == 413
    assert desk.read == {}


def test_a_case_that_cannot_be_worked_out_is_said_and_tried_again_when_it_changes(
    client: Client, desk: CardboardDesk
) -> None:
    desk.fails = "no space is left"
    assert client.post("/api/judge", NOTE)[0] == 201
    for _ in range(500):
        status = client.get("/api/status")[1]
        if status["failed"]:
            break
        time.sleep(0.01)
    assert status["failed"] == "no space is left" and status["drawn"] == "0"
    desk.fails = ""
    assert client.post("/api/judge", {**NOTE, "revision": "1"})[0] == 201
    assert until(client, "2")["failed"] == ""


def test_what_other_programs_did_is_seen(client: Client, desk: CardboardDesk) -> None:
    desk.number = 5
    until(client, "5")
