"""The image, started as a strict runtime does, answers Crossplane's call over mutual TLS."""

import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import grpc
import pytest
from crossplane.function.proto.v1 import run_function_pb2 as v1

from tests.conformance.calls import request
from tests.conformance.server import Server, code
from tests.packages.conftest import unavailable
from tools.image.xpkg import Package

START = Path(__file__).parents[2] / "tools" / "image" / "start"
CERTIFICATES = Path(__file__).parents[1] / "server" / "certs"


def credentials(name: str) -> grpc.ChannelCredentials:
    folder = CERTIFICATES / name
    return grpc.ssl_channel_credentials(
        root_certificates=(CERTIFICATES / "client" / "ca.crt").read_bytes(),
        private_key=(folder / "tls.key").read_bytes(),
        certificate_chain=(folder / "tls.crt").read_bytes(),
    )


def launch(function: Package, rootfs: Path, certificates: Path, *flags: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [START, rootfs, certificates, *function.command(), "--address", "127.0.0.1:0", *flags],
        stderr=subprocess.PIPE,
        text=True,
        env=function.environment(),
    )


@pytest.fixture(scope="module")
def rootfs(function: Package, tmp_path_factory: pytest.TempPathFactory) -> Path:
    if os.geteuid() != 0:
        unavailable("starting an image without a container engine needs root")
    folder = tmp_path_factory.mktemp("rootfs")
    function.unpack(folder)
    folder.chmod(0o755)
    return folder


@pytest.fixture(scope="module")
def certificates(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the server's certificate where uid 2000 may read it, whatever the umask of the checkout."""
    folder = tmp_path_factory.mktemp("certificates")
    for file in (CERTIFICATES / "server").iterdir():
        shutil.copyfile(file, folder / file.name)
        (folder / file.name).chmod(0o644)
    folder.chmod(0o755)
    return folder


@pytest.fixture(scope="module")
def server(function: Package, rootfs: Path, certificates: Path) -> Iterator[Server]:
    process = launch(function, rootfs, certificates, "--tls-certs-dir", str(certificates))
    assert process.stderr is not None
    first = process.stderr.readline()
    if "serving" not in first:
        unavailable(f"the image did not start here: {first}{process.communicate()[1]}")
    running = Server(process, json.loads(first)["address"], [json.loads(first)])
    yield running
    running.stop()


def test_it_answers_a_call(server: Server) -> None:
    answer = v1.RunFunctionResponse.FromString(
        server.send(request().SerializeToString(), credentials=credentials("client"))
    )
    assert sorted(answer.desired.resources) == ["deployment", "scaledobject", "service", "serviceaccount"]
    assert not answer.results


def test_it_answers_a_wrong_claim_with_a_fatal_result(server: Server) -> None:
    wrong = request()
    wrong.observed.composite.resource.fields["spec"].struct_value.fields["size"].string_value = "xlarge"
    answer = v1.RunFunctionResponse.FromString(
        server.send(wrong.SerializeToString(), credentials=credentials("client"))
    )
    (fatal,) = [result.message for result in answer.results if result.severity == v1.SEVERITY_FATAL]
    assert "spec.size: must be one of" in fatal


def test_it_turns_a_stranger_away(server: Server) -> None:
    with pytest.raises(grpc.RpcError) as refused:
        server.send(request().SerializeToString(), credentials=credentials("stranger"))
    assert code(refused.value) is grpc.StatusCode.UNAVAILABLE


def test_it_has_no_rights_and_cannot_gain_any(server: Server) -> None:
    status = Path(f"/proc/{server.process.pid}/status").read_text()
    held = dict(re.findall(r"^(Uid|Gid|Groups|CapEff|CapPrm|NoNewPrivs):[ \t]*(.*?)[ \t]*$", status, re.MULTILINE))
    assert held["Uid"].split() == held["Gid"].split() == ["2000"] * 4
    assert held["Groups"] == ""
    assert int(held["CapEff"], 16) == int(held["CapPrm"], 16) == 0
    assert held["NoNewPrivs"] == "1"


def test_its_root_is_read_only(server: Server) -> None:
    mounts = Path(f"/proc/{server.process.pid}/mountinfo").read_text().splitlines()
    (options,) = [fields[5] for fields in map(str.split, mounts) if fields[4] == "/"]
    assert "ro" in options.split(",")


@pytest.mark.usefixtures("server")  # which says first whether an image can be started here
@pytest.mark.parametrize(
    ("flags", "message"),
    [
        pytest.param((), "neither --tls-server-certs-dir nor --insecure is given", id="no certificates"),
        pytest.param(("--tls-certs-dir", "/nowhere"), "/nowhere", id="a folder that is not there"),
        pytest.param(("--insecure", "--nonsense"), "No such option", id="an unknown flag"),
    ],
)
def test_it_says_why_it_does_not_start(
    flags: tuple[str, ...], message: str, function: Package, rootfs: Path, certificates: Path
) -> None:
    process = launch(function, rootfs, certificates, *flags)
    printed = process.communicate(timeout=60)[1]
    assert process.returncode in {1, 2}
    assert message in printed
    assert "Traceback" not in printed
