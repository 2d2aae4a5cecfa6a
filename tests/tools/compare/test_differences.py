import pytest
from crossplane.function.proto.v1 import run_function_pb2 as protocol

from tools.compare.differences import difference


def fatal(message: str) -> bytes:
    result = protocol.Result(severity=protocol.SEVERITY_FATAL, message=message)
    return protocol.RunFunctionResponse(results=[result]).SerializeToString()


def warning(tag: str) -> bytes:
    result = protocol.Result(severity=protocol.SEVERITY_WARNING, message="late")
    return protocol.RunFunctionResponse(meta=protocol.ResponseMeta(tag=tag), results=[result]).SerializeToString()


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param(fatal("spec.a: no"), warning("a"), "spec.a: no -> resources", id="no longer fatal"),
        pytest.param(warning("a"), fatal("spec.a: no"), "resources -> spec.a: no", id="now fatal"),
        pytest.param(warning("a"), warning("b"), "other: meta", id="a part"),
        pytest.param(b"\xff", b"\xfe", "\N{REPLACEMENT CHARACTER} -> \N{REPLACEMENT CHARACTER}", id="refusals"),
        pytest.param(b"\xff", warning("a"), "only one of them is an answer", id="refused by one"),
    ],
)
def test_a_difference_is_one_line(old: bytes, new: bytes, expected: str) -> None:
    assert difference(old, new) == expected


def test_names_and_numbers_do_not_make_another_line() -> None:
    assert difference(fatal("a['x']: 10"), warning("")) == difference(fatal("a['y']: 11"), warning(""))
