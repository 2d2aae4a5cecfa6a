from collections.abc import Mapping, Sequence

import pytest
from crossplane.function.proto.v1 import run_function_pb2 as v1

from function.base.manifest import Json, Manifest, at
from function.base.request import Request
from function.base.undecoded import UndecodableError
from function.wire.decode import whole
from function.wire.encode import encode
from function.wire.envelope import RunFunctionRequest
from function.wire.request import (
    MalformedRequestError,
    Values,
    fetches_resources,
    parse,
    values,
)

BROKEN = b"\xff"
DEEP: Manifest = {"spec": {}}
for _ in range(110):
    DEEP = {"spec": DEEP}


def request_with(
    *,
    xr: bytes = b"",
    observed: dict[str, bytes] | None = None,
    required: dict[str, list[bytes]] | None = None,
    platform: bytes | None = None,
    desired: bytes | None = None,
    earlier: Sequence[str] = (),
) -> bytes:
    envelope = RunFunctionRequest()
    envelope.observed.composite.resource = xr
    for key, data in (observed or {}).items():
        envelope.observed.resources[key].resource = data
    for name, items in (required or {}).items():
        envelope.required_resources[name].SetInParent()
        for data in items:
            envelope.required_resources[name].items.add(resource=data)
    if platform is not None:
        envelope.input = platform
    if desired is not None:
        envelope.desired.composite.resource = desired
    for key in earlier:
        envelope.desired.resources[key].SetInParent()
    serialized: bytes = envelope.SerializeToString()
    return serialized


def problems(data: bytes) -> list[str]:
    """Return what cannot be decoded if everything is read."""
    found = values(parse(data))
    read = (
        *found.request.observed.values(),
        *(item for items in (found.request.required or {}).values() for item in items),
    )
    return [*map(str, found.problems), *(problem for resource in read for problem in mistake(resource))]


def mistake(resource: Mapping[str, Json]) -> list[str]:
    try:
        whole(resource)
    except UndecodableError as error:
        return [str(error)]
    return []


@pytest.mark.parametrize("data", [b"\xff\xff", b"no request at all", b"\n\x05ab"])
def test_bytes_that_are_not_a_request_are_rejected(data: bytes) -> None:
    with pytest.raises(
        MalformedRequestError, match=r"the request is not an apiextensions\.fn\.proto\.v1\.RunFunctionReq"
    ):
        parse(data)


@pytest.mark.parametrize(
    ("data", "place"),
    [
        pytest.param(request_with(xr=encode(DEEP)), "spec.spec.spec", id="composite"),
        pytest.param(request_with(platform=encode(DEEP)), "PlatformConfig.spec.spec", id="input"),
        pytest.param(
            request_with(observed={"deployment": encode(DEEP)}), "observed.resources.deployment.spec", id="observed"
        ),
        pytest.param(
            request_with(required={"pods": [b"", encode(DEEP)]}), "required_resources.pods[1].spec", id="required"
        ),
        pytest.param(request_with(desired=encode(DEEP)), "desired.composite.spec", id="desired"),
    ],
)
def test_a_part_that_is_too_deep_is_named(data: bytes, place: str) -> None:
    [problem] = problems(data)
    assert problem.startswith(place)
    assert problem.endswith("…: nested deeper than 100 levels. Hint: reduce the nesting")


def test_every_part_that_is_broken_is_named() -> None:
    data = request_with(xr=BROKEN, observed={"b": BROKEN, "a": BROKEN, "good": b""}, platform=BROKEN)
    wrong = "cannot be decoded: not a protobuf Struct"
    assert problems(data) == [
        wrong,
        f"PlatformConfig: {wrong}",
        f"observed.resources.a: {wrong}",
        f"observed.resources.b: {wrong}",
    ]


def test_what_is_asked_for_and_not_there_is_not_what_was_never_asked_for() -> None:
    found = values(parse(request_with(required={"pods": []}))).request
    assert found.required == {"pods": ()}
    assert values(parse(request_with())).request.required == {}


def test_an_empty_request_is_empty_values() -> None:
    assert values(parse(b"")) == Values(Request(xr={}, required={}), {})


def test_what_can_be_decoded_is_there_beside_what_cannot() -> None:
    found = values(parse(request_with(xr=encode({"kind": "XR"}), observed={"broken": BROKEN})))
    assert found.problems == ()
    assert found.request.xr == {"kind": "XR"}
    assert mistake(found.request.observed["broken"])


def test_every_part_arrives_where_it_belongs() -> None:
    data = request_with(
        xr=encode({"kind": "XR"}),
        observed={"b": encode({"kind": "B"}), "a": encode({"kind": "A"})},
        required={"pods": [encode({"kind": "Pod", "n": 1}), encode({"kind": "Pod", "n": 2})]},
        platform=encode({"kind": "PlatformConfig"}),
        desired=encode({"status": {"early": True}}),
    )
    found = values(parse(data))
    assert found.problems == ()
    assert found.request.xr == {"kind": "XR"}
    assert list(found.request.observed.items()) == [("a", {"kind": "A"}), ("b", {"kind": "B"})]
    assert found.request.required == {"pods": ({"kind": "Pod", "n": 1}, {"kind": "Pod", "n": 2})}
    assert found.request.platform == {"kind": "PlatformConfig"}
    assert found.desired == {"status": {"early": True}}


@pytest.mark.parametrize(
    ("reason", "capabilities", "fetches"),
    [
        ("an older core says nothing of itself", [], True),
        ("it can", [v1.CAPABILITY_CAPABILITIES, v1.CAPABILITY_REQUIRED_RESOURCES], True),
        ("it says what it can, and this is not among it", [v1.CAPABILITY_CAPABILITIES], False),
        ("it cannot say that it cannot", [v1.CAPABILITY_CONDITIONS], True),
    ],
    ids=["silent", "able", "unable", "vague"],
)
def test_only_a_core_that_cannot_fetch_is_known_to(
    reason: str, capabilities: list[v1.Capability], fetches: bool
) -> None:
    envelope = RunFunctionRequest()
    envelope.meta.capabilities.extend(capabilities)
    assert fetches_resources(envelope) == fetches, reason


def test_without_the_capability_nobody_fetches_what_is_asked_for() -> None:
    capabilities = [v1.CAPABILITY_CAPABILITIES]
    without = v1.RunFunctionRequest(meta=v1.RequestMeta(capabilities=capabilities))
    assert values(parse(without.SerializeToString())).request.required is None
    fetching = v1.RunFunctionRequest(
        meta=v1.RequestMeta(capabilities=[*capabilities, v1.CAPABILITY_REQUIRED_RESOURCES])
    )
    assert values(parse(fetching.SerializeToString())).request.required == {}


def test_of_what_earlier_steps_want_the_keys_are_told() -> None:
    assert set(values(parse(request_with(earlier=("bucket", "service")))).request.desired) == {"bucket", "service"}


@pytest.mark.parametrize("place", ["metadata.managedFields", "spec.resourceRefs", "spec.crossplane"])
def test_what_nobody_reads_of_the_composite_is_not_decoded(place: str) -> None:
    part, field = place.split(".")
    found = values(parse(request_with(xr=encode({part: {field: DEEP, "name": "a"}}))))
    assert found.problems == ()
    assert found.request.xr == {part: {"name": "a"}}


def test_the_status_of_the_composite_is_decoded_when_it_is_read() -> None:
    found = values(parse(request_with(xr=encode({"status": {"conditions": [], "deep": DEEP}}))))
    assert found.problems == ()
    assert at(found.request.xr, "status", "conditions") == []
    with pytest.raises(UndecodableError, match=r"^status\.deep\.spec"):
        whole(at(found.request.xr, "status"))
