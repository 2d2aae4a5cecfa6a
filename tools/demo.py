"""`make demo`: starts the function and calls it as Crossplane does; `--full` prints all manifests."""

import json
import subprocess
import sys
import threading
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from copy import deepcopy
from pathlib import Path
from typing import Any

import grpc
from crossplane.function.proto.v1 import run_function_pb2 as protocol
from google.protobuf.struct_pb2 import Struct

from function.base.manifest import Manifest, items_at, mapping_at, text_at
from function.plan import cluster
from function.wire.decode import decode
from function.wire.encode import encode
from function.yaml.dump import dump
from tools import golden

EXAMPLE = golden.EXAMPLES / "eventdrivenservice" / "agent-executor"
CLAIM = EXAMPLE / "claim.yaml"
FUNCTION = str(Path(sys.executable).with_name("function"))
PLATFORMCTL = str(Path(sys.executable).with_name("platformctl"))
METHOD = "/apiextensions.fn.proto.v1.FunctionRunnerService/RunFunction"
PATIENCE_SECONDS = 60
KEYS = ("serviceaccount", "deployment", "service", "scaledobject")
CONTAINERS = ("initContainers", "containers")
ENDPOINT = "natsServerMonitoringEndpoint"
QUOTA = {
    "type": "ReplicaFailure",
    "status": "True",
    "reason": "FailedCreate",
    "message": 'pods "agent-executor-x" is forbidden: exceeded quota: team, requested: limits.memory=4Gi, '
    "used: limits.memory=14Gi, limited: limits.memory=16Gi",
}
ROW = "{:<18} {:<8} {:<20} {}".format
OBJECT = "{:<15} {:<22}".format


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


def call(address: str, xr: Manifest, observed: Mapping[str, Manifest]) -> protocol.RunFunctionResponse:
    """Return the function's response when `observed` and nothing else exists in the cluster."""
    settings = golden.request(EXAMPLE)[2]
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
        while True:
            data = method(request.SerializeToString(), timeout=PATIENCE_SECONDS)
            response = protocol.RunFunctionResponse.FromString(data)
            wanted = response.requirements.resources.keys() - request.required_resources.keys()
            if not wanted:
                return response
            for name in wanted:  # Crossplane looks for what the function asks for, and calls again
                request.required_resources[name].SetInParent()


def accepted(address: str, observed: Mapping[str, Manifest]) -> protocol.RunFunctionResponse:
    """Return the response to the example, which is valid."""
    response = call(address, golden.request(EXAMPLE)[0], observed)
    for message in fatal(response):
        raise DemoError(f"the function rejects the example: {message}")
    return response


def fatal(response: protocol.RunFunctionResponse) -> list[str]:
    """Return why the function rejects a claim, [] if it does not."""
    return [result.message for result in response.results if result.severity == protocol.SEVERITY_FATAL]


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
    yield f"ready: {', '.join(ready) or 'nothing yet'}"
    yield from (f"event: {result.reason}: {result.message}" for result in response.results)


def claim() -> Iterator[str]:
    """Yield the lines of the claim without comments, and each list of keys as one line."""
    for line in CLAIM.read_text(encoding="utf-8").splitlines():
        if line.strip() == "env:":
            yield f"{line} # a variable for each key …"
        elif not line.strip().startswith(("#", "- secretKey", "envName")):
            yield line


def objects(manifests: Iterable[Manifest]) -> Iterator[str]:
    """Yield each object by kind and name, with what identifies it."""
    for manifest in manifests:
        spec = mapping_at(manifest, "spec")
        pod = mapping_at(spec, "template", "spec")
        names = [text_at(found, "name") for kind in CONTAINERS for found in items_at(pod, kind)]
        ports = [
            f"{text_at(port, 'name')} {port['port']}" for port in items_at(spec, "ports") if isinstance(port, dict)
        ]
        lags = [
            f"lag of {text_at(found, 'metadata', 'consumer')} at {text_at(found, 'metadata', ENDPOINT)}"
            for found in items_at(spec, "triggers")
        ]
        title = OBJECT(text_at(manifest, "kind"), text_at(manifest, "metadata", "name"))
        yield f"{title} {', '.join([*names, *ports, *lags])}"


def over_quota(observed: Mapping[str, Manifest]) -> dict[str, Manifest]:
    """Return the cluster if a quota allows no pod: as Kubernetes and provider-kubernetes report it."""
    deployment = deepcopy(observed["deployment"])
    status: Any = deployment["status"]
    live = status["atProvider"]["manifest"]
    live["status"] = {"observedGeneration": 1, "conditions": [QUOTA]}
    return {**observed, "deployment": deployment}


def refused(address: str) -> Iterator[str]:
    """Yield what the command line and the function say about a claim with a mistake."""
    text = CLAIM.read_text(encoding="utf-8").replace("size: medium", "size: xlarge")
    command = [PLATFORMCTL, "validate", "-"]
    done = subprocess.run(command, input=text, capture_output=True, text=True, check=False)
    yield "$ sed 's/size: medium/size: xlarge/' claim.yaml | platformctl validate -"
    yield done.stdout.strip()
    xr = golden.request(EXAMPLE)[0]
    wrong = {**xr, "spec": {**mapping_at(xr, "spec"), "size": "xlarge"}}
    yield from (f"the function: {message}; running objects stay" for message in fatal(call(address, wrong, {})))


def show(address: str, *, full: bool) -> None:
    """Print the claim, its objects, and its status when everything runs, when it is wrong, and when it is broken."""
    tell(f"the claim: {CLAIM.relative_to(golden.ROOT)}", [CLAIM.read_text(encoding="utf-8")] if full else claim())
    first = accepted(address, {})
    composed = {key: manifest_of(first.desired.resources[key]) for key in KEYS}
    manifests = [dict(mapping_at(resource, "spec", "forProvider", "manifest")) for resource in composed.values()]
    tell("the objects that the function asks Crossplane for", [dump(manifests)] if full else objects(manifests))
    if full:
        tell("the conditions before the objects exist", conditions(first))
    running = cluster.observed(composed)
    second = accepted(address, running)
    tell("the conditions when everything runs", conditions(second))
    if full:
        tell("the status of the claim", [dump([{"status": manifest_of(second.desired.composite)["status"]}])])
    tell("a claim with a mistake", refused(address))
    tell("the conditions when a quota allows no pod", conditions(accepted(address, over_quota(running))))
    more = [] if full else ["all manifests and the whole status: make demo FULL=1"]
    tell("next", [*more, "render your own claim: .venv/bin/platformctl render FILE", "install on a cluster: README.md"])


def main() -> None:
    """Run the demo; a failure is one line and exit 1."""
    try:
        with running() as address:
            show(address, full="--full" in sys.argv[1:])
    except (DemoError, OSError, grpc.RpcError) as error:
        sys.exit(f"demo: {error.code() if isinstance(error, grpc.Call) else error}")


if __name__ == "__main__":
    main()
