"""What Crossplane expects of the process: flags, port, TLS, logs, an end."""

import json
import signal
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import grpc
import pytest
from crossplane.function.proto.v1 import run_function_pb2 as v1
from google.protobuf import struct_pb2
from grpc_reflection.v1alpha import (  # type: ignore[import-untyped]  # ships no types
    proto_reflection_descriptor_database as reflection,
)

from tests.conformance import calls
from tests.conformance.server import V1, Server, code

CERTIFICATES = Path(__file__).parents[1] / "server" / "certs"
CANARY = "canary-5up3r"
MEGABYTE = 1024 * 1024
LARGE = v1.RunFunctionRequest(context=calls.struct({"large": "x" * MEGABYTE}))
"""What earlier steps put into the context is answered as it came."""
METHOD = f"/{V1}.FunctionRunnerService/RunFunction"
Start = Callable[..., Server]


def client(name: str = "") -> grpc.ChannelCredentials:
    root = (CERTIFICATES / "client" / "ca.crt").read_bytes()
    if not name:
        return grpc.ssl_channel_credentials(root)
    key, crt = ((CERTIFICATES / name / file).read_bytes() for file in ("tls.key", "tls.crt"))
    return grpc.ssl_channel_credentials(root, key, crt)


def refused(server: Server, request: v1.RunFunctionRequest) -> bool:
    with pytest.raises(grpc.RpcError) as caught:
        server.send(request.SerializeToString())
    return code(caught.value) == grpc.StatusCode.RESOURCE_EXHAUSTED


def test_with_certificates_only_clients_of_their_ca_are_answered(start: Start) -> None:
    server = start("--tls-certs-dir", str(CERTIFICATES / "server"))
    for credentials in (None, client(), client("stranger")):
        with pytest.raises(grpc.RpcError) as caught:
            server.send(b"", credentials=credentials)
        assert code(caught.value) == grpc.StatusCode.UNAVAILABLE
    assert server.send(b"", credentials=client("client"))
    assert server.lines[0]["insecure"] is False


def test_insecure_wins_over_certificates_in_the_environment_too(start: Start) -> None:
    server = start("--tls-certs-dir", "/does/not/exist", INSECURE="true", DEBUG="true")
    assert server.send(calls.request().SerializeToString())
    assert "debug" in [line["level"] for line in server.stop()]


def test_the_environment_names_the_certificates(start: Start) -> None:
    assert start(TLS_SERVER_CERTS_DIR=str(CERTIFICATES / "server")).send(b"", credentials=client("client"))


def test_a_request_beyond_the_limit_is_refused_and_the_flag_wins_over_the_environment(start: Start) -> None:
    server = start("--insecure", "--max-recv-message-size", "1", MAX_RECV_MESSAGE_SIZE="3")
    assert refused(server, v1.RunFunctionRequest(meta=v1.RequestMeta(tag="x" * MEGABYTE)))


def test_an_answer_beyond_the_limit_is_a_fatal_one_that_can_be_sent(start: Start) -> None:
    response = start("--insecure", "--max-send-message-size", "1", "--max-recv-message-size", "2").call(LARGE)
    [result] = response.results
    assert result.message.startswith("the response is 1.0 MiB, but the server sends at most 1.0 MiB. Hint: ")


def test_below_the_limit_of_requests_an_answer_passes_too(start: Start) -> None:
    assert start("--insecure", MAX_GRPC_MESSAGE_SIZE="2").send(LARGE.SerializeToString())


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_it_in_order(start: Start, number: signal.Signals) -> None:
    server = start("--insecure")
    assert server.send(calls.request().SerializeToString())
    assert [line["msg"] for line in server.stop(number)] == ["serving", "stopping", "stopped"]


def late_request(complete: threading.Event) -> Iterator[bytes]:
    """Yield a request's only message once it is complete: until then the call has begun and waits for it."""
    complete.wait(60)
    yield calls.request().SerializeToString()


def test_calls_that_are_running_when_the_signal_comes_are_answered(start: Start) -> None:
    server = start("--insecure")
    stopping = threading.Event()
    with grpc.insecure_channel(server.address) as channel:
        quick: grpc.UnaryUnaryMultiCallable[bytes, bytes] = channel.unary_unary(METHOD)
        late: grpc.StreamUnaryMultiCallable[bytes, bytes] = channel.stream_unary(METHOD)
        quick(calls.request().SerializeToString(), timeout=30)
        channel.subscribe(lambda state: None if state is grpc.ChannelConnectivity.READY else stopping.set())
        running = [
            (complete, late.future(late_request(complete), timeout=30))
            for complete in [threading.Event() for _ in range(10)]
        ]
        quick(
            calls.request().SerializeToString(), timeout=30
        )  # sent after them on the same connection: now the server has accepted them all
        server.process.send_signal(signal.SIGTERM)
        assert stopping.wait(30), "the server goes on taking calls"
        for complete, call in running:  # one after the other, so that most are received long after the signal
            complete.set()
            assert "deployment" in v1.RunFunctionResponse.FromString(call.result()).desired.resources
    assert [line["msg"] for line in server.end()] == ["serving", "stopping", "stopped"]


def test_services_can_be_listed(server: Server) -> None:
    with grpc.insecure_channel(server.address) as channel:
        names = reflection.ProtoReflectionDescriptorDatabase(channel).get_services()
    assert sorted(names) == [
        "apiextensions.fn.proto.v1.FunctionRunnerService",
        "apiextensions.fn.proto.v1beta1.FunctionRunnerService",
        "grpc.health.v1.Health",
        "grpc.reflection.v1alpha.ServerReflection",
    ]


def test_logs_are_one_json_line_a_call_and_hold_nothing_of_the_request(start: Start) -> None:
    secret = struct_pb2.Struct()
    secret.update({"kind": "Kind", "metadata": {"name": "orders"}, "spec": {"password": CANARY, CANARY: [CANARY]}})
    request = v1.RunFunctionRequest(meta=v1.RequestMeta(tag="sha256:abc"), input=secret, context=secret)
    request.observed.composite.resource.CopyFrom(secret)
    request.observed.composite.connection_details["password"] = CANARY.encode()
    request.credentials["db"].credential_data.data["password"] = CANARY.encode()
    server = start("--insecure", "--debug")
    server.call(request)
    with pytest.raises(grpc.RpcError):
        server.send(b"\xff" + CANARY.encode())
    lines = server.stop()
    assert CANARY not in json.dumps(lines)
    [line] = [line for line in lines if line["level"] == "debug"]
    assert {key: line[key] for key in ("msg", "tag", "kind", "name", "fatal")} == {
        "msg": "answered",
        "tag": "sha256:abc",
        "kind": "Kind",
        "name": "orders",
        "fatal": True,
    }
