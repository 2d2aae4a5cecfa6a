"""While what the function asks for is not known, nothing changes."""

from function.apis.reading import reading
from function.base.condition import Condition
from function.base.manifest import Manifest
from function.base.request import Request

UNKNOWN = Condition("Operational", "Unknown", "Reading", "reading a")
SEEN: dict[str, Manifest] = {"ours": {"kind": "A", "status": {"b": "c"}}, "theirs": {"kind": "B"}}


def test_what_is_ours_stays_as_it_is() -> None:
    answer = reading(Request(xr={}, observed=SEEN), {"ours", "new"}.__contains__, [UNKNOWN])
    assert {key: composed.manifest for key, composed in answer.resources.items()} == {
        "ours": {"kind": "A", "metadata": {}}
    }
    assert answer.conditions == (UNKNOWN,)


def test_it_is_asked_for_again_soon_and_fails_nothing() -> None:
    answer = reading(Request(xr={}), SEEN.__contains__, [])
    assert (answer.fatal, answer.ttl_seconds, dict(answer.resources)) == (None, 60, {})
