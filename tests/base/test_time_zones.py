import pytest

from function.base.time_zones import TIME_ZONES
from tools.time_zones import FILE, module


def test_the_file_is_as_the_command_writes_it() -> None:
    assert FILE.read_text() == module(TIME_ZONES), "do not edit it: make time-zones"


@pytest.mark.parametrize(
    "name", ["UTC", "Europe/Berlin", "Asia/Calcutta", "America/Indiana/Knox", "Etc/GMT-14", "GMT0"]
)
def test_names_old_and_new(name: str) -> None:
    assert name in TIME_ZONES


@pytest.mark.parametrize("name", ["", "Factory", "localtime", "posixrules", "Europe/berlin", "CEST"])
def test_what_is_no_name(name: str) -> None:
    assert name not in TIME_ZONES
