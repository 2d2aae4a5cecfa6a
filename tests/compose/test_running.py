"""The parts of a compose file run as processes: NATS, what sets it up, the migrations, and the service with its probe.

Only a container engine is missing: host names become 127.0.0.1, and ports others that are free.
"""

import asyncio
import os
import re
import shlex
import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import nats
import pytest
import yaml

from function.cli import main
from tests.test_commands_shown import README, commands
from tests.test_consoles import IN_AN_EMPTY_FOLDER, printed

ROOT = Path(__file__).parents[2]
WORKER = Path(__file__).with_name("worker.py")
VARIABLE = re.compile(r"\$\$|\$\{(\w+):([-?])([^}]*)\}")
SECRETS = {"ENV_DB_PASSWORD": "correct $horse"}


@pytest.fixture(scope="module")
def programs() -> Mapping[str, str]:
    """Return the real programs by name; without them the tests are skipped, or fail if they are asked for."""
    command = [str(ROOT / "tools" / "build"), "-n", "nats-server", "natscli"]
    found = subprocess.run(command, capture_output=True, text=True, check=False)
    if found.returncode == 0:
        return dict(line.split(" ", 1) for line in found.stdout.splitlines())
    if os.environ.get("REQUIRE_NATS") == "1":
        pytest.fail(found.stderr)
    pytest.skip("nats-server and natscli are not built. run tools/build nats-server natscli")


def free() -> int:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        port: int = listening.getsockname()[1]
        return port


@pytest.fixture
def ports() -> Mapping[str, str]:
    """Return what stands in the file for an address, and what takes its place."""
    client, monitoring = free(), free()
    urls = {f"nats://{host}:4222": f"nats://127.0.0.1:{client}" for host in ("nats.nats.svc", "nats")}
    return {**urls, "4222": str(client), "8222": str(monitoring)}


@pytest.fixture
def services(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ports: Mapping[str, str]) -> Mapping[str, Any]:
    """Return the services of the file that is written for a claim, as an engine would read them."""
    monkeypatch.chdir(tmp_path)
    done = tmp_path / "migrated"
    claim = {
        "apiVersion": "platform.bizmatters.io/v1alpha1",
        "kind": "EventDrivenService",
        "metadata": {"name": "orders", "namespace": "shop"},
        "spec": {
            "image": "ghcr.io/example/orders:1.4.2",
            "nats": {"stream": "ORDERS", "consumer": "orders-workers"},
            "httpPort": free(),
            "command": [sys.executable, str(WORKER)],
            "args": [str(done)],
            "secretRefs": [{"name": "orders-db", "env": [{"secretKey": "password", "envName": "DB_PASSWORD"}]}],
            "initContainer": {"command": ["sh", "-c"], "args": [f'test -n "$DB_PASSWORD" && touch {done}']},
        },
    }
    Path("claim.yaml").write_text(yaml.safe_dump(claim))
    assert main(["up", "claim.yaml"]) == 0
    found: Mapping[str, Any] = local(yaml.safe_load(Path("compose.yaml").read_text())["services"], ports)
    return found


def local(value: Any, ports: Mapping[str, str]) -> Any:
    """Return a value with its variables replaced, and with the addresses of this machine."""
    if isinstance(value, dict):
        return {key: local(item, ports) for key, item in value.items()}
    if isinstance(value, list):
        return [local(item, ports) for item in value]
    if not isinstance(value, str):
        return value
    text = VARIABLE.sub(lambda match: "$" if match[1] is None else SECRETS.get(match[1], match[3]), value)
    for old, new in ports.items():
        text = text.replace(old, new)
    return text


def words(service: Mapping[str, Any]) -> list[str]:
    return [*service.get("entrypoint", []), *service.get("command", [])]


def environment(service: Mapping[str, Any], programs: Mapping[str, str], folder: Path) -> dict[str, str]:
    """Return the variables of a service, with the real `nats` on the path."""
    program = folder / "nats"
    if not program.exists():
        program.symlink_to(programs["natscli"])
    return {"PATH": f"{folder}:{os.environ['PATH']}", "HOME": str(folder), **service.get("environment", {})}


@pytest.fixture
def server(
    services: Mapping[str, Any], programs: Mapping[str, str], ports: Mapping[str, str], tmp_path: Path
) -> Iterator[str]:
    """Start NATS as the file says, and return its address once it is ready."""
    command = [programs["nats-server"], *words(services["nats"])]
    command += ["--addr", "127.0.0.1", "--port", ports["4222"], "--store_dir", str(tmp_path)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as running:
        assert running.stderr is not None
        assert any("Server is ready" in line for line in running.stderr)
        yield f"nats://127.0.0.1:{ports['4222']}"
        running.terminate()
        running.communicate()


async def published(address: str) -> None:
    connection = await nats.connect(address)
    await connection.jetstream().publish("ORDERS.created", b"order 7", stream="ORDERS")
    await connection.close()


async def left(address: str) -> tuple[int, int]:
    """Return how many messages the consumer has not had, and how many it has not acknowledged."""
    connection = await nats.connect(address)
    found = await connection.jetstream().consumer_info("ORDERS", "orders-workers")
    await connection.close()
    return found.num_pending or 0, found.num_ack_pending or 0


def test_a_message_reaches_the_service_of_the_file(
    services: Mapping[str, Any], server: str, programs: Mapping[str, str], tmp_path: Path
) -> None:
    assert subprocess.run(services["nats"]["healthcheck"]["test"][1:], check=False).returncode == 0
    for name in ("nats-setup", "nats-setup", "run-migrations"):  # an engine may run what sets NATS up again
        variables = environment(services[name], programs, tmp_path)
        subprocess.run(words(services[name]), env=variables, check=True, capture_output=True)
    asyncio.run(published(server))
    variables = environment(services["orders"], programs, tmp_path)
    with subprocess.Popen(words(services["orders"]), env=variables, stdout=subprocess.PIPE, text=True) as worker:
        assert worker.stdout is not None
        assert [worker.stdout.readline(), worker.stdout.readline()] == ["ready\n", "order 7\n"]
    assert worker.returncode == 0
    assert asyncio.run(left(server)) == (0, 0)


def test_the_probe_says_when_the_service_answers(
    services: Mapping[str, Any], server: str, programs: Mapping[str, str], tmp_path: Path
) -> None:
    for name in ("nats-setup", "run-migrations"):
        variables = environment(services[name], programs, tmp_path)
        subprocess.run(words(services[name]), env=variables, check=True, capture_output=True)
    variables = environment(services["orders"], programs, tmp_path)
    probe = ["sh", "-c", services["orders"]["healthcheck"]["test"][1]]
    assert subprocess.run(probe, capture_output=True, check=False).returncode != 0
    with subprocess.Popen(words(services["orders"]), env=variables, stdout=subprocess.PIPE, text=True) as worker:
        assert worker.stdout is not None
        assert worker.stdout.readline() == "ready\n"
        assert subprocess.run(probe, capture_output=True, check=False).returncode == 0
        asyncio.run(published(server))
        assert worker.stdout.readline() == "order 7\n"


def test_without_its_migrations_the_service_does_not_start(
    services: Mapping[str, Any], programs: Mapping[str, str], tmp_path: Path
) -> None:
    assert services["orders"]["depends_on"]["run-migrations"] == {"condition": "service_completed_successfully"}
    variables = environment(services["orders"], programs, tmp_path)
    done = subprocess.run(words(services["orders"]), env=variables, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (1, "the migrations have not run\n")


def test_the_first_claim_of_the_readme_runs(
    server: str, programs: Mapping[str, str], ports: Mapping[str, str], tmp_path: Path
) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    for command, expected in IN_AN_EMPTY_FOLDER[:4]:
        assert printed(command, empty) == expected
    first = local(yaml.safe_load((empty / "compose.yaml").read_text())["services"], ports)
    variables = environment(first["nats-setup"], programs, tmp_path)
    subprocess.run(words(first["nats-setup"]), env=variables, check=True, capture_output=True)
    # what an image brings: its command, and what only this worker needs
    own = {"PORT": str(free()), "DB_PASSWORD": SECRETS["ENV_DB_PASSWORD"]}
    variables = {**own, **environment(first["orders"], programs, tmp_path)}
    worker = [sys.executable, str(WORKER), str(empty)]
    with subprocess.Popen(worker, env=variables, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        assert running.stdout.readline() == "ready\n"
        (publish,) = [command for command in commands(README) if command.startswith("nats pub")]
        subprocess.run([programs["natscli"], "--server", server, *shlex.split(publish)[1:]], env=variables, check=True)
        assert running.stdout.readline() == "order 7\n"
    assert running.returncode == 0
