"""`sayso open`: it prints the address, serves the case, and ends cleanly with Ctrl-C."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from typer.testing import CliRunner

import sayso
from sayso.cli.app import app

RUN = [sys.executable, "-c", "from sayso.cli import main; main()", "open"]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGINT for one process")
def test_it_serves_until_ctrl_c(tmp_path: Path) -> None:
    sayso.new_case(tmp_path / "x.sayso")
    program = subprocess.Popen(
        [*RUN, str(tmp_path / "x.sayso"), "--no-browser"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert program.stdout is not None
    address = urlsplit(program.stdout.readline().strip())
    assert address.hostname == "127.0.0.1" and address.path == "/enter"
    connection = HTTPConnection("127.0.0.1", address.port or 0, timeout=120)
    connection.request("GET", f"{address.path}?{address.query}")
    assert connection.getresponse().status == 303
    program.send_signal(signal.SIGINT)
    _, told = program.communicate(timeout=120)
    assert program.returncode == 0
    assert "closed; what was judged and added is in the case file" in told and "Traceback" not in told
    assert not [path for path in tmp_path.iterdir() if path.name != "x.sayso"]


def test_a_port_that_is_taken_is_said(tmp_path: Path) -> None:
    sayso.new_case(tmp_path / "x.sayso")
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        said = CliRunner().invoke(app, ["open", str(tmp_path / "x.sayso"), "--port", str(port), "--no-browser"])
    assert said.exit_code == 1 and f"port {port} of 127.0.0.1 cannot be listened on" in said.output


def test_what_is_no_case_is_said(tmp_path: Path) -> None:
    said = CliRunner().invoke(app, ["open", str(tmp_path / "none.sayso"), "--no-browser"])
    assert said.exit_code == 1 and "there is no case file" in said.output
