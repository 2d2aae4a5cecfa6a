from dataclasses import replace

import pytest

from function.base.manifest import Manifest
from tools.bench.answer import Answer, UnusableError
from tools.bench.same import check

OBJECT: Manifest = {"kind": "Object", "metadata": {"annotations": {"mark": "1"}}, "spec": {"ports": [{"port": 80}, 2]}}
OURS = Answer(resources={"a": OBJECT}, ready=frozenset({"a"}), status={}, conditions=(), required=())


def changed(**parts: object) -> Answer:
    return replace(OURS, resources={"a": {**OBJECT, **parts}})  # type: ignore[dict-item]  # our own values


def test_metadata_status_and_conditions_may_differ() -> None:
    check("services", OURS, replace(changed(metadata={}), status={"phase": "Ready"}))


@pytest.mark.parametrize(
    ("theirs", "message"),
    [
        (replace(OURS, ready=frozenset()), r"x: ready are \['a'\], and of the peer \[\]"),
        (replace(OURS, resources={}), r"x: \['a'\] are composed, and by the peer \[\]"),
        (changed(kind="Other"), r"x: a differs from the peer's at \.kind$"),
        (changed(spec={"ports": [{"port": 81}, 3]}), r"at \.spec\.ports\[0\]\.port, \.spec\.ports\[1\]$"),
        (changed(spec={"ports": [{"port": 80}]}), r"at \.spec\.ports$"),
        (changed(spec={}), r"at \.spec\.ports$"),
        (changed(extra=1), r"at \.extra$"),
    ],
)
def test_a_difference_is_named(theirs: Answer, message: str) -> None:
    with pytest.raises(UnusableError, match=message):
        check("x", OURS, theirs)
