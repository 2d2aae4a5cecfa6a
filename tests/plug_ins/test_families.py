from typing import Literal

import pytest

from function.base.model import Spec
from tests.plug_ins.families import cases, missing, plug_ins


class Tide(Spec):
    type: Literal["tide"]


Tide.__module__ = "function.apis.event_driven_service.triggers.tide"


def test_every_plug_in_has_cases() -> None:
    assert [line for plug_in in plug_ins() for line in missing(plug_in.model)] == []


def test_a_plug_in_without_tests_is_told_what_to_write() -> None:
    assert cases(Tide) is None
    (advice,) = missing(Tide)
    assert advice.startswith("tests/apis/event_driven_service/triggers/test_tide.py: must hold CASES = Cases(whole=")


def test_so_is_one_whose_tests_hold_no_cases() -> None:
    """Any module with tests but without CASES shows it."""
    assert cases(type("Model", (Spec,), {"__module__": "function.apis.input"})) is None


def test_tests_that_cannot_be_imported_are_no_missing_tests(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(name: str) -> None:
        raise ModuleNotFoundError(name="function.apis.event_driven_service.triggers.tides")

    monkeypatch.setattr("tests.plug_ins.families.import_module", broken)
    with pytest.raises(ModuleNotFoundError):
        cases(Tide)
