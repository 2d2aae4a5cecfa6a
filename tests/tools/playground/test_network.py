"""The link to this machine gets an address that no other playground has."""

from pathlib import Path

import pytest

from tools.playground.network import Network
from tools.playground.problem import Problem

IP = """#!/bin/sh
case "$*" in
    "-4 address show") echo "inet 100.100.1.1/30 scope global playground1" ;;
    "link add playground2 "*) echo "RTNETLINK answers: File exists" >&2; exit 2 ;;
    "link add {failing} "*) echo "RTNETLINK answers: Operation not permitted" >&2; exit 2 ;;
esac
"""


def prepare(folder: Path, monkeypatch: pytest.MonkeyPatch, failing: str) -> Network:
    """Replace `ip` by a script: one playground exists, another has just started, `failing` cannot be created."""
    (folder / "ip").write_text(IP.replace("{failing}", failing))
    (folder / "ip").chmod(0o755)
    monkeypatch.setenv("PATH", str(folder), prepend=":")
    monkeypatch.setattr("tools.playground.network._FILES", folder / "netns")
    return Network("event-platform-new")


def test_a_link_that_another_start_has_just_created_is_skipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert prepare(tmp_path, monkeypatch, "none").create() == "100.100.3.2"


def test_another_failure_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(Problem, match=r"^ip link add playground3 .*: RTNETLINK answers: Operation not permitted$"):
        prepare(tmp_path, monkeypatch, "playground3").create()


def test_the_name_of_the_provider_s_namespace_is_no_other_playground_s() -> None:
    assert "." in Network("event-platform-a").provider
