"""What Crossplane expects of the process: flags, port, TLS, logs, an end."""

import json
import signal
import subprocess
from collections.abc import Callable
from pathlib import Path

import grpc
import pytest
from crossplane.function.proto.v1 import run_function_pb2 as v1
from google.protobuf import struct_pb2
from grpc_reflection.v1alpha import (  # type: ignore[import-untyped]  # ships no types
    proto_reflection_descriptor_database as reflection,
)

from tests.conformance.server import COMMAND, Server, code

CERTIFICATES = Path(__file__).parents[1] / "server" / "certs"
CANARY = "canary-5up3r"
Start = Callable[..., Server]


def client(name: str = "") -> grpc.ChannelCredentials:
    root = (CERTIFICATES / "client" / "ca.crt").read_bytes()
    if not name:
        return grpc.ssl_channel_credentials(root)
    key, crt = ((CERTIFICATES / name / file).read_bytes() for file in ("tls.key", "tls.crt"))
    return grpc.ssl_channel_credentials(root, key, crt)


def test_with_certificates_only_clients_of_their_ca_are_answered(start: Start) -> None:
    server = start("--tls-certs-dir", str(CERTIFICATES / "server"))
    for credentials in (None, client(), client("stranger")):
        with pytest.raises(grpc.RpcError) as caught:
            server.send(b"", credentials=credentials)
        assert code(caught.value) == grpc.StatusCode.UNAVAILABLE
    assert server.send(b"", credentials=client("client"))
    assert server.lines[0]["insecure"] is False


def test_insecure_wins_over_certificates(start: Start) -> None:
    assert start("--insecure", "--tls-certs-dir", "/does/not/exist").send(b"")


def test_the_environment_says_what_flags_say(start: Start) -> None:
    assert start(INSECURE="true", DEBUG="true").send(b"")
    assert start(TLS_SERVER_CERTS_DIR=str(CERTIFICATES / "server")).send(b"", credentials=client("client"))


def test_a_request_beyond_the_limit_is_refused_and_one_below_is_not(start: Start) -> None:
    server = start("--insecure", "--max-recv-message-size", "1", MAX_RECV_MESSAGE_SIZE="3")
    large = v1.RunFunctionRequest(meta=v1.RequestMeta(tag="x" * 1024 * 1024)).SerializeToString()
    with pytest.raises(grpc.RpcError) as caught:
        server.send(large)
    assert code(caught.value) == grpc.StatusCode.RESOURCE_EXHAUSTED
    assert start("--insecure", MAX_GRPC_MESSAGE_SIZE="2").send(large)


def test_an_answer_beyond_the_limit_is_refused_and_one_below_is_not(start: Start) -> None:
    context = struct_pb2.Struct()
    context.update({"large": "x" * 1024 * 1024})
    large = v1.RunFunctionRequest(context=context).SerializeToString()
    with pytest.raises(grpc.RpcError) as caught:
        start("--insecure", "--max-send-message-size", "1").send(large)
    assert code(caught.value) == grpc.StatusCode.RESOURCE_EXHAUSTED
    assert start("--insecure", "--max-recv-message-size", "2").send(large)


def test_the_flags_of_the_specification_and_its_port() -> None:
    text = subprocess.run([*COMMAND, "--help"], check=True, capture_output=True, text=True).stdout
    for flag in (
        "--tls-server-certs-dir",
        "--debug",
        "--insecure",
        "--tls-certs-dir",
        "--address",
        "--max-recv-message-size",
        "0.0.0.0:9443",
    ):
        assert flag in text


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_it_in_order(start: Start, number: signal.Signals) -> None:
    server = start("--insecure")
    assert server.send(b"")
    assert [line["msg"] for line in server.stop(number)] == ["serving", "stopping", "stopped"]


def test_services_can_be_listed(start: Start) -> None:
    with grpc.insecure_channel(start("--insecure").address) as channel:
        names = reflection.ProtoReflectionDescriptorDatabase(channel).get_services()
    assert sorted(names) == [
        "apiextensions.fn.proto.v1.FunctionRunnerService",
        "apiextensions.fn.proto.v1beta1.FunctionRunnerService",
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


def test_two_processes_with_different_hash_seeds_give_the_same_bytes(start: Start) -> None:
    composite = struct_pb2.Struct()
    composite.update(
        {
            "apiVersion": "platform.bizmatters.io/v1alpha1",
            "kind": "EventDrivenService",
            "metadata": {"name": "orders", "namespace": "shop", "labels": {"a": "1", "b": "2", "c": "3"}},
            "spec": {
                "image": "registry.example.org/orders:1.4.2",
                "nats": {"stream": "ORDERS", "consumer": "orders"},
            },
        }
    )
    request = v1.RunFunctionRequest(observed=v1.State(composite=v1.Resource(resource=composite)))
    data = request.SerializeToString()
    answers = {start("--insecure", PYTHONHASHSEED=seed).send(data) for seed in ("1", "2")}
    assert len(answers) == 1
    assert v1.RunFunctionResponse.FromString(answers.pop()).desired.resources
