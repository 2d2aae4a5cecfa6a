"""The function as its package starts it, with Crossplane's certificates, ends under load: every call is answered."""

import json
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import grpc
import pytest

from tests.conformance.callers import OWN_CONNECTION, Caller, errors_until
from tests.conformance.calls import request
from tests.conformance.server import Server
from tools.image.xpkg import Package
from tools.playground.kubectl import Kubectl
from tools.playground.packages import built
from tools.playground.product import FUNCTION, FUNCTION_PACKAGE, NAMESPACE, START

pytestmark = pytest.mark.playground

CALLERS = 16


@pytest.fixture
def second() -> Iterator[Server]:
    """Return another function, beside the one that Crossplane calls."""
    data = Path(os.environ["E2E_PROCESSES"]).parent / "data"
    package = Package(built() / f"{FUNCTION_PACKAGE}.xpkg")
    certificates = str(data / "function-tls")
    flags = ["--tls-certs-dir", certificates, "--address", "127.0.0.1:0"]
    command = [str(START), str(data / "function-image"), certificates, *package.command(), *flags]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=package.environment()) as process:
        assert process.stderr is not None
        line = json.loads(process.stderr.readline())
        server = Server(process, line["address"], [line])
        yield server
        server.stop()


def test_no_call_that_was_sent_is_lost(kubectl: Kubectl, second: Server) -> None:
    client = kubectl.secret(NAMESPACE, "crossplane-tls-client")
    root = kubectl.secret(NAMESPACE, "crossplane-root-ca")["tls.crt"]
    credentials = grpc.ssl_channel_credentials(root, client["tls.key"], client["tls.crt"])
    options = [OWN_CONNECTION, ("grpc.ssl_target_name_override", f"{FUNCTION}.{NAMESPACE}")]
    data = request().SerializeToString()
    callers = [Caller(lambda: grpc.secure_channel(second.address, credentials, options), data) for _ in range(CALLERS)]
    assert errors_until(callers, second.begin_to_stop) == []
    assert sum(caller.answered for caller in callers) >= CALLERS
    assert [line["msg"] for line in second.end()] == ["serving", "stopping", "stopped"]
