"""Questions are repeated until the answer is valid."""

import io
import sys

import click
import pytest

from function.base.manifest import Manifest
from function.check.platform import load
from function.cli.ask import asked, wrong
from tests.documents import namespaced, worker

PLATFORM = load(None)
IMAGE = ("spec", "image")


def answered(text: str, monkeypatch: pytest.MonkeyPatch) -> Manifest:
    monkeypatch.setattr(sys, "stdin", io.StringIO(text))
    return asked(namespaced(worker()), IMAGE, PLATFORM)


@pytest.mark.parametrize(
    ("text", "image"),
    [
        ("ghcr.io/acme/billing:v1\n", "ghcr.io/acme/billing:v1"),
        ("\n", worker()["image"]),
        ("Not An Image\nghcr.io/acme/billing:v1\n", "ghcr.io/acme/billing:v1"),
        ("x y\n://\n\n", worker()["image"]),
    ],
)
def test_the_first_valid_answer_counts(text: str, image: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert answered(text, monkeypatch) == namespaced(worker(image=image))


def test_questions_and_errors_are_not_part_of_the_output(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    answered("Not An Image\n\n", monkeypatch)
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.count("spec.image [") == 2
    assert "Error: spec.image: must be an image reference" in printed.err


@pytest.mark.parametrize("text", ["", "Not An Image\n"])
def test_without_an_answer_it_ends(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(click.Abort):
        answered(text, monkeypatch)


@pytest.mark.parametrize(("path", "expected"), [("spec.image", True), ("spec.size", False), ("spec", False)])
def test_errors_elsewhere_do_not_count(path: str, expected: bool) -> None:
    assert (wrong(namespaced(worker(image="x y")), path, PLATFORM) is not None) is expected
