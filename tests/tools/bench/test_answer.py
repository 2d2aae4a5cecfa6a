import pytest
from crossplane.function.proto.v1 import run_function_pb2 as protocol

from tools.bench.answer import UnusableError, read


def response() -> protocol.RunFunctionResponse:
    made = protocol.RunFunctionResponse()
    made.desired.resources["b"].ready = protocol.READY_TRUE
    made.desired.resources["b"].resource.update({"kind": "B"})
    made.desired.resources["a"].ready = protocol.READY_FALSE
    made.desired.composite.resource.update({"status": {"phase": "Ready"}})
    made.conditions.add(type="Validated", status=protocol.STATUS_CONDITION_TRUE, reason="Valid")
    made.requirements.resources["existing"].kind = "Service"
    return made


def test_an_answer_is_read() -> None:
    found = read(response().SerializeToString())
    assert found.resources == {"a": {}, "b": {"kind": "B"}}
    assert found.ready == {"b"}
    assert found.status == {"phase": "Ready"}
    assert found.conditions == ({"type": "Validated", "status": "True", "reason": "Valid", "message": ""},)
    assert found.required == ("existing",)


def test_an_empty_answer_has_nothing() -> None:
    found = read(b"")
    assert (found.resources, found.status, found.conditions, found.required) == ({}, {}, (), ())


def test_a_warning_does_not_matter() -> None:
    made = response()
    made.results.add(severity=protocol.SEVERITY_WARNING, message="old")
    assert read(made.SerializeToString()) == read(response().SerializeToString())


def test_a_fatal_answer_is_none() -> None:
    made = response()
    made.results.add(severity=protocol.SEVERITY_FATAL, message="spec.size: no")
    with pytest.raises(UnusableError, match=r"the answer is fatal: spec\.size: no"):
        read(made.SerializeToString())
