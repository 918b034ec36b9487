"""Nothing leaves the machine: an analysis opens no connection and asks for no name."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

import sayso

PILE = Path(__file__).parents[2] / "examples" / "orlava-gospels" / "reports"
PAGE = """<?xml version="1.0"?><!DOCTYPE html SYSTEM "http://dtd.example/x.dtd" [<!ENTITY far SYSTEM "http://far.example/words">]>
<html><head><base href="http://base.example/"><link rel="stylesheet" href="http://style.example/s.css">
<link rel="canonical" href="http://home.example/story"><title>The mill at Tarn is shut</title></head>
<body><article><h1>The mill at Tarn is shut</h1><img src="http://img.example/p.png"><iframe src="http://frame.example/"></iframe>
<p>The mill at Tarn was shut on Friday, the council's engineer, Ora Lind, said. &far;</p>
<p>"The wheel had cracked," Lind told the Tarn Courier. She said that nobody had been hurt.</p></article></body></html>
"""


class ReachedOutError(AssertionError):
    """Something tried to reach the network."""


def test_an_analysis_opens_no_connection(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*given: object, **named: object) -> None:
        raise ReachedOutError(str(given))

    monkeypatch.setattr(socket.socket, "connect", refused)
    monkeypatch.setattr(socket, "create_connection", refused)
    monkeypatch.setattr(socket, "getaddrinfo", refused)
    (tmp_path / "page.html").write_text(PAGE, "utf-8")
    dossier = sayso.analyse([PILE / "r01.txt", PILE / "r09.html", tmp_path / "page.html"], workers=1)
    assert (len(dossier.reports), dossier.unread) == (3, ())
    assert [path.name for path in sayso.write(dossier, tmp_path / "out")] == [
        "dossier.json",
        "dossier.html",
        "dossier.md",
    ]
