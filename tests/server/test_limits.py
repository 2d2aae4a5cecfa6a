from function.server import limits


def test_a_connection_cannot_take_all_calls_and_has_an_end() -> None:
    options = dict(limits.options(receive_bytes=1, send_bytes=2))
    assert options["grpc.max_concurrent_streams"] < limits.CALLS
    assert options["grpc.max_connection_age_ms"] > 0
    assert options["grpc.max_connection_age_grace_ms"] > 0
    assert options["grpc.max_connection_idle_ms"] > 0


def test_the_sizes_are_those_of_the_flags() -> None:
    options = dict(limits.options(receive_bytes=1, send_bytes=2))
    assert (options["grpc.max_receive_message_length"], options["grpc.max_send_message_length"]) == (1, 2)
