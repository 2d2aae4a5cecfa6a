import random

import pytest
from crossplane.function.proto.v1 import run_function_pb2 as protocol

from function import fn
from function.base.manifest import at, items_at, text_at
from tools.bench import claims
from tools.bench.answer import UnusableError, read
from tools.bench.settled import fresh, request, settled
from tools.bench.shapes import platform_config

KEYS = {"serviceaccount", "deployment", "service", "scaledobject"}


def ours(data: bytes) -> bytes:
    return fn.answer(data)[0]


def test_before_anything_exists_the_function_asks_what_exists() -> None:
    state = fresh(claims.service(1), platform_config(), ours)
    assert state.observed == {}
    assert state.required == ("existing/deployment", "existing/service", "existing/serviceaccount", "settings")
    assert read(ours(request(state, platform_config()))).resources.keys() == KEYS


def test_at_rest_everything_is_ready_and_only_the_settings_are_asked_for() -> None:
    state = settled(claims.service(1), platform_config(), ours)
    assert state.observed.keys() == KEYS
    assert state.required == ("settings",)
    answer = read(ours(request(state, platform_config(), random.Random(2))))  # noqa: S311 - an order, not a secret
    assert answer.ready == KEYS
    assert answer.status == {key: part for key, part in answer.status.items() if at(state.xr, "status", key) == part}
    assert "Operational" in {text_at(found, "type") for found in items_at(state.xr, "status", "conditions")}


def test_every_resource_has_managed_fields_and_so_has_the_live_object() -> None:
    state = settled(claims.binding(1, streams=1), platform_config(), ours)
    for resource in [state.xr, *state.observed.values()]:
        assert items_at(resource, "metadata", "managedFields")
    for resource in state.observed.values():
        assert items_at(resource, "status", "atProvider", "manifest", "metadata", "managedFields")


def test_a_function_that_always_answers_something_else_is_never_at_rest() -> None:
    number = iter(range(100))

    def restless(data: bytes) -> bytes:
        more = protocol.RunFunctionResponse(conditions=[protocol.Condition(type="Count", reason=f"R{next(number)}")])
        return ours(data) + more.SerializeToString()

    with pytest.raises(UnusableError, match="orders-0001 is not at rest after 6 answers"):
        settled(claims.service(1), platform_config(), restless)


def test_a_claim_that_is_refused_cannot_be_measured() -> None:
    with pytest.raises(UnusableError, match="the answer is fatal"):
        settled({**claims.service(1), "spec": {}}, platform_config(), ours)
