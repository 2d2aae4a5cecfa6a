from typing import Literal

import pytest

from function.base.model import Spec
from tests.plug_ins.families import cases, missing, plug_ins


class Moon(Spec):
    type: Literal["moon"]


Moon.__module__ = "function.apis.event_driven_service.triggers.moon"


def test_every_plug_in_has_cases() -> None:
    assert [line for plug_in in plug_ins() for line in missing(plug_in.model)] == []


def test_a_plug_in_without_tests_is_told_what_to_write() -> None:
    assert cases(Moon) is None
    (advice,) = missing(Moon)
    assert advice.startswith("tests/apis/event_driven_service/triggers/test_moon.py: must hold CASES = Cases(whole=")


def test_so_is_one_whose_tests_hold_no_cases() -> None:
    """tests/apis/test_input.py is such a module."""
    assert cases(type("Model", (Spec,), {"__module__": "function.apis.input"})) is None


def test_tests_that_cannot_be_imported_are_no_missing_tests(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(name: str) -> None:
        raise ModuleNotFoundError(name="function.apis.event_driven_service.triggers.moons")

    monkeypatch.setattr("tests.plug_ins.families.import_module", broken)
    with pytest.raises(ModuleNotFoundError):
        cases(Moon)
