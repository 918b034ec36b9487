"""Kill programs that write to a case, and count what is lost of what they said was written."""

from __future__ import annotations

import random
import resource
import sqlite3
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.casefile.worker import CODE, analysis_of, report_of
from sayso.casefile import Store, key_of
from sayso.casefile.reports import mark_of


@dataclass(slots=True)
class Tally:
    """What was acknowledged, and what of it is not there, or there by half; `kills` are programs that were killed while they wrote."""

    kills: int = 0
    journals: int = 0
    acknowledged: int = 0
    lost: list[str] = field(default_factory=list)

    def add(self, other: Tally) -> None:
        """Add the counts of another tally."""
        self.kills += other.kills
        self.journals += other.journals
        self.acknowledged += other.acknowledged
        self.lost += other.lost


@dataclass(frozen=True, slots=True)
class Program:
    """A program that writes to a case; what it tells goes to a file, which outlives it."""

    running: subprocess.Popen[bytes]
    told: Path

    def said(self) -> list[str]:
        """Return what was acknowledged: lines that were told to their end."""
        lines = self.told.read_text().splitlines(keepends=True)
        return [line.strip() for line in lines if line.endswith("\n")]

    def wait_for_first(self) -> None:
        """Wait until something is acknowledged, or the program has ended."""
        while not self.told.stat().st_size and self.running.poll() is None:
            time.sleep(0.002)

    def ended(self) -> tuple[int, str]:
        """Wait for the end; return the exit code and what was complained about."""
        complaint = self.running.communicate()[1].decode()
        return self.running.returncode, complaint.strip()


def started(case: Path, name: str, count: int | None = None, bytes_at_most: int | None = None) -> Program:
    """Start a program that writes to a case; the system refuses it files longer than `bytes_at_most`."""

    def limited() -> None:
        if bytes_at_most is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (bytes_at_most, bytes_at_most))

    told = case.with_name(f"{name}.told")
    command = [sys.executable, "-m", "benchmarks.casefile.worker", str(case), name, *([str(count)] if count else [])]
    with told.open("wb") as out:
        running = subprocess.Popen(command, stdout=out, stderr=subprocess.PIPE, preexec_fn=limited)
    return Program(running, told)


def killed(case: Path, rounds: int, seed: int = 1, at_once: int = 1, longest: float = 0.25) -> Tally:
    """Let `at_once` programs write to one case and kill them all after a moment, `rounds` times; look after each time."""
    chance = random.Random(seed)
    whole = Tally()
    said: list[str] = []
    for number in range(rounds):
        programs = [started(case, f"p{seed}-{number}-{n}") for n in range(at_once)]
        for program in programs:
            program.wait_for_first()
        time.sleep(chance.uniform(0, longest))
        for program in programs:
            program.running.kill()
        ends = [program.ended() for program in programs]
        journal = case.with_name(case.name + "-journal").exists()
        new = [line for program in programs for line in program.said()]
        said += new
        early = [f"a program ended by itself with code {code}: {why[-300:]}" for code, why in ends if code >= 0]
        whole.add(Tally(len(ends) - len(early), int(journal), len(new), [*early, *lost(case, said)]))
    return whole


def lost(case: Path, said: Sequence[str]) -> list[str]:
    """Return what was acknowledged and is not in the file as it was written, or why the file is not whole."""
    store = Store.open(case)
    state = store.state()
    marks = {held.mark for held in state.reports}
    texts = {held.mark: held.report.text for held in state.reports}
    numbers = {judgement.number for judgement in state.judgements}
    missing = []
    for line in said:
        kind, what, name, number = line.split()
        report = report_of(name, int(number))
        if kind == "report":
            there = what in marks and texts[what] == report.text
        elif kind == "analysis":
            there = store.known({"r": key_of(report, CODE)}) == {
                ("analysis", "r"): analysis_of(report),
                ("attributed", "r"): (),
            }
        elif kind == "judgement":
            there = int(what) in numbers
        else:
            there = store.last_look(name, state.reports) is not None
        if not there:
            missing.append(line)
    # What is there beyond that must be whole too: read back, and findable word for word.
    with closing(sqlite3.connect(case)) as db:
        told = db.execute("PRAGMA integrity_check").fetchone()[0]
        found = db.execute(
            "SELECT count(*) FROM words WHERE words MATCH 'harbour OR lamp OR ferry OR quay'"
        ).fetchone()[0]
    missing += [] if told == "ok" else [f"integrity_check: {told}"]
    missing += [] if found == len(marks) else [f"{found} of {len(marks)} reports are found by their words"]
    for held in state.reports:
        if mark_of(held.report) != held.mark:
            missing.append(f"{held.report.file} is not what its mark tells")
    return missing


def together(case: Path, programs: int, count: int) -> Tally:
    """Let several programs add `count` reports each at one time; nobody is killed, nothing may be refused or lost."""
    running = [started(case, f"t{n}", count) for n in range(programs)]
    refused = [complaint for code, complaint in (program.ended() for program in running) if code]
    said = [line for program in running for line in program.said()]
    expected = programs * (3 * count + len(range(0, count, 5)))
    short = [] if len(said) == expected else [f"{len(said)} of {expected} records were acknowledged"]
    return Tally(0, 0, len(said), [*refused, *short, *lost(case, said)])


def filled(case: Path, bytes_at_most: int) -> Tally:
    """Let a program write until the system refuses it; then the file must hold all that was acknowledged, and take more."""
    program = started(case, "f", None, bytes_at_most)
    code, complaint = program.ended()
    said = program.said()
    missing = [] if code == 3 else [f"it ended with code {code} instead of saying why: {complaint[-200:]}"]
    missing += lost(case, said)
    after = started(case, "g", 2)
    missing += [] if after.ended()[0] == 0 else ["nothing could be written after there was room again"]
    missing += lost(case, [*said, *after.said()])
    return Tally(0, 0, len(said), missing)
