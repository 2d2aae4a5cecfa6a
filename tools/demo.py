"""`make demo`: starts the function and calls it twice, as Crossplane does."""

import json
import subprocess
import sys
import threading
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import grpc
from crossplane.function.proto.v1 import run_function_pb2 as protocol
from google.protobuf.struct_pb2 import Struct

from function.base.manifest import Manifest, mapping_at
from function.wire.decode import decode
from function.wire.encode import encode
from function.yaml.dump import dump
from tools import cluster, golden

EXAMPLE = golden.EXAMPLES / "eventdrivenservice" / "agent-executor"
FUNCTION = str(Path(sys.executable).with_name("function"))
METHOD = "/apiextensions.fn.proto.v1.FunctionRunnerService/RunFunction"
PATIENCE_SECONDS = 60
KEYS = ("serviceaccount", "deployment", "service", "scaledobject")
ROW = "{:<18} {:<8} {:<20} {}".format


class DemoError(Exception):
    """Why the demo cannot continue, in one line."""


@contextmanager
def running() -> Iterator[str]:
    """Start the function, yield its address, and stop it."""
    command = [FUNCTION, "--insecure", "--address", "127.0.0.1:0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        patience = threading.Timer(PATIENCE_SECONDS, process.kill)
        patience.start()
        try:
            line = next(iter(process.stderr or ()), "")
            if '"serving"' not in line:
                raise DemoError(f"the function does not start: {line.strip() or 'it printed nothing'}")
            yield json.loads(line)["address"]
        finally:
            patience.cancel()
            process.terminate()


def call(address: str, observed: Mapping[str, Manifest]) -> protocol.RunFunctionResponse:
    """Return the function's response when `observed` exists in the cluster."""
    xr, _, settings = golden.request(EXAMPLE)
    resources = {key: protocol.Resource(resource=Struct.FromString(encode(seen))) for key, seen in observed.items()}
    request = protocol.RunFunctionRequest(
        meta=protocol.RequestMeta(tag="demo"),
        observed=protocol.State(
            composite=protocol.Resource(resource=Struct.FromString(encode(xr))), resources=resources
        ),
        input=Struct.FromString(encode(settings)),
    )
    with grpc.insecure_channel(address) as channel:
        method: grpc.UnaryUnaryMultiCallable[bytes, bytes] = channel.unary_unary(METHOD)
        response = protocol.RunFunctionResponse.FromString(
            method(request.SerializeToString(), timeout=PATIENCE_SECONDS)
        )
    for result in response.results:
        if result.severity == protocol.SEVERITY_FATAL:
            raise DemoError(f"the function rejects the example: {result.message}")
    return response


def manifest_of(resource: protocol.Resource) -> Manifest:
    """Return the manifest of a resource of the protocol."""
    return decode(resource.resource.SerializeToString())


def tell(title: str, lines: Iterable[str]) -> None:
    """Print a section."""
    print(f"\n== {title}\n")
    print("\n".join(line.rstrip() for line in lines))


def conditions(response: protocol.RunFunctionResponse) -> Iterator[str]:
    """Yield a table of the conditions, the keys that are ready, and the results."""
    yield ROW("CONDITION", "STATUS", "REASON", "MESSAGE")
    for condition in response.conditions:
        status = protocol.Status.Name(condition.status).removeprefix("STATUS_CONDITION_").title()
        yield ROW(condition.type, status, condition.reason, condition.message)
    ready = [key for key in KEYS if response.desired.resources[key].ready == protocol.READY_TRUE]
    yield f"\nready: {', '.join(ready) or 'nothing yet'}"
    yield from (f"event: {result.reason}: {result.message}" for result in response.results)


def show(address: str) -> None:
    """Print both responses: before anything exists, and when everything runs."""
    claim = EXAMPLE / "claim.yaml"
    tell(f"the claim: {claim.relative_to(golden.ROOT)}", [claim.read_text(encoding="utf-8")])
    first = call(address, {})
    composed = {key: manifest_of(first.desired.resources[key]) for key in KEYS}
    manifests = (dict(mapping_at(resource, "spec", "forProvider", "manifest")) for resource in composed.values())
    tell("the objects, each wrapped in a provider-kubernetes Object", [dump(manifests)])
    tell("the conditions of the claim before the objects exist", conditions(first))
    second = call(address, cluster.observed(composed))
    tell("the conditions of the claim when everything runs", conditions(second))
    tell("the status of the claim", [dump([{"status": manifest_of(second.desired.composite)["status"]}])])
    tell("next steps", ["render your own claim: .venv/bin/platformctl render FILE", "install on a cluster: README.md"])


def main() -> None:
    """Run the demo; a failure is one line and exit 1."""
    try:
        with running() as address:
            show(address)
    except (DemoError, OSError, grpc.RpcError) as error:
        sys.exit(f"demo: {error.code() if isinstance(error, grpc.Call) else error}")


if __name__ == "__main__":
    main()
