import sys
from types import FunctionType

import pytest

from tools.bench.stages.stage import STAGES, stage_at, stage_of


def look() -> str | None:
    return stage_at(sys._getframe())


def call() -> str | None:
    return look()


@pytest.mark.parametrize(
    ("module", "stage"),
    [
        ("function.wire.request", "decode"),
        ("function.wire.encode", "encode"),
        ("function.wire.encoded_names", "decode"),
        ("function.apis.input", "validate"),
        ("function.apis.event_driven_service.model.rules", "validate"),
        ("function.apis.event_driven_service.policy_bounds", "validate"),
        ("function.apis.event_driven_service.pod", "compose"),
        ("function.apis.event_driven_service.status.report", "judge"),
        ("function.apis.existing", "judge"),
        ("function.status.safety", "judge"),
        ("function.delivery.live", "judge"),
        ("function.delivery.wrapping", "compose"),
        ("function.manifests.service", "compose"),
        ("function.render", "rest"),
        ("function.base.manifest", "caller"),
        ("pydantic.main", "caller"),
        ("functional", "caller"),
    ],
)
def test_a_module_belongs_to_the_stage_of_its_layer(module: str, stage: str) -> None:
    assert stage_of(module) == stage
    assert stage in (*STAGES, "caller")


def test_outside_of_a_call_there_is_no_stage() -> None:
    assert stage_at(sys._getframe()) is None
    assert stage_at(None) is None


def test_the_innermost_frame_with_a_stage_counts() -> None:
    accessor = FunctionType(look.__code__, {"__name__": "function.base.manifest", "stage_at": stage_at, "sys": sys})
    caller = FunctionType(call.__code__, {"__name__": "function.status.safety", "look": accessor})
    assert FunctionType(call.__code__, {"__name__": "function.render", "look": caller})() == "judge"
