from function.server.service import NAMES, handlers


def test_both_versions_of_the_protocol_are_served() -> None:
    assert NAMES == (
        "apiextensions.fn.proto.v1.FunctionRunnerService",
        "apiextensions.fn.proto.v1beta1.FunctionRunnerService",
    )
    assert len(handlers(lambda data: data)) == 2
