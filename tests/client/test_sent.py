"""A request is read by the function as it was given."""

import pytest

from function.base.request import Request
from function.client.sent import sent
from function.wire.decode import whole
from function.wire.encode import UnencodableError
from function.wire.request import parse, values
from tests.documents import namespaced, platform, worker, xr


@pytest.mark.parametrize(
    "request_",
    [
        Request(xr=xr(worker())),
        Request(xr=namespaced(worker(env=[{"name": "A", "value": "é"}])), platform=platform(delivery="direct")),
        Request(xr={}, observed={"deployment": {"kind": "Object", "spec": {"a": [1, None, {"b": 0.5}]}}, "b": {}}),
        Request(xr=xr(worker()), desired=frozenset({"bucket", "queue"})),
        Request(xr=xr(worker()), required={}),
        Request(xr=xr(worker()), required={"pods": [{"a": 1}, {}], "none": []}),
    ],
)
def test_it_comes_back_as_it_was(request_: Request) -> None:
    found = values(parse(sent(request_)))
    assert found.problems == ()
    read = found.request
    assert (read.xr, read.platform, read.desired) == (request_.xr, request_.platform, request_.desired)
    assert {key: whole(resource) for key, resource in read.observed.items()} == request_.observed
    if request_.required is None or read.required is None:
        assert read.required is request_.required
    else:
        items = {name: [whole(item) for item in found] for name, found in read.required.items()}
        assert items == {name: list(found) for name, found in request_.required.items()}


def test_what_is_not_json_is_not_sent() -> None:
    with pytest.raises(UnencodableError):
        sent(Request(xr={"a": float("nan")}))
