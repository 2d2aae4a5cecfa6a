"""The pod of a preflight has a client for every platform that an entry asks."""

from collections.abc import Iterator
from typing import get_args

from function.apis.infra_binding.member import Member
from function.base.discovery import discover
from function.platform.preflight import CHECK
from function.preflight import platforms
from tests.leaves import replaced
from tests.plug_ins.families import CASES, PlugIn

CLIENTS = discover(platforms.__name__)


def asked() -> Iterator[tuple[PlugIn, str]]:
    """Yield the platforms that the documents of each entry ask: some settings are why nothing is asked."""
    for plug_in, cases in CASES:
        if issubclass(plug_in.model, Member):
            changed = (replaced(cases.whole, place, value) for place, value in cases.changes.items())
            for document in (cases.whole, *changed):
                entry = plug_in.model.model_validate(document)
                found = [one for check in get_args(CHECK) for one in entry.inquiries("logical", check, {})]
                yield from ((plug_in, one.platform) for one in found if not one.unknown)


def test_every_platform_that_is_asked_has_a_client() -> None:
    """Without one, the result would be that the answer is not one of the protocol."""
    wrong = {
        f"{plug_in}: asks {name!r}, so add platforms/{name}.py" for plug_in, name in asked() if name not in CLIENTS
    }
    assert wrong == set()
