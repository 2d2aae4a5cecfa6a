"""`platformctl up`: the file that is written, what is said, and what is started."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.cli.conftest import Run, Write
from tests.cli.service_and_binding import BINDING, SERVICE

SECRETS = """\
  secretRefs:
    - name: db
      env: [{secretKey: password, envName: DB_PASSWORD}, {secretKey: name, envName: DB_NAME, optional: true}]
    - {name: keys, envFrom: true}
"""


def services(file: str = "compose.yaml") -> dict[str, dict[str, object]]:
    found: dict[str, dict[str, object]] = yaml.safe_load(Path(file).read_text())["services"]
    return found


def test_the_file_is_written_and_what_it_needs_is_listed(run: Run, write: Write, claim: str) -> None:
    done = run("up", write("claim.yaml", claim + SECRETS))
    assert (done.code, done.err) == (0, "")
    assert [*services()] == ["nats", "nats-setup", "billing"]
    assert done.out == (
        "Written: compose.yaml\n"
        "Set in .env beside it:\n"
        "  ENV_DB_PASSWORD: key password of Secret db\n"
        "  ENV_DB_NAME: key name of Secret db; optional\n"
        "Create beside it:\n"
        "  keys.env: NAME=value for each key of what is called keys\n"
        "Not as in a cluster:\n"
        "  serviceAccountName: there is no Kubernetes API here\n"
        "  main: livenessProbe: compose does not restart what is unhealthy\n"
        "  main: resources.requests: nothing is reserved, and limits apply\n"
        "  scaling: there is always one container\n"
        "Start it: docker compose --file compose.yaml up\n"
    )


def test_no_value_of_env_is_read(run: Run, write: Write, claim: str) -> None:
    write(".env", "ENV_DB_PASSWORD=hunter2\n")
    done = run("up", write("claim.yaml", claim + SECRETS))
    assert "hunter2" not in done.out + done.err + Path("compose.yaml").read_text()


def test_options_change_what_runs(run: Run, write: Write, claim: str) -> None:
    words = ["--set", "spec.image=billing:dev", "--subjects", "ORDERS=orders.*,paid", "--engine", "podman"]
    done = run("up", write("claim.yaml", claim), *words, "--output", "dev.yaml")
    assert done.out.endswith("Start it: podman compose --file dev.yaml up\n")
    assert services("dev.yaml")["billing"]["image"] == "billing:dev"
    assert "--subjects='orders.*' --subjects=paid" in str(services("dev.yaml")["nats-setup"]["command"])


def test_settings_of_the_platform_apply(run: Run, write: Write, claim: str) -> None:
    settings = "apiVersion: platform.fn.bizmatters.io/v1beta1\nkind: PlatformConfig\nspec:\n"
    write("p.yaml", f"{settings}  defaults: {{pod: {{env: [{{name: REGION, value: eu}}]}}}}\n")
    assert run("up", write("claim.yaml", claim), "--platform-config", "p.yaml").code == 0
    assert "REGION" in str(services()["billing"]["environment"])


def test_a_service_takes_from_the_binding_in_its_file(run: Run, write: Write) -> None:
    done = run("up", write("both.yaml", f"{SERVICE}---\n{BINDING}"), "--name", "billing")
    assert done.code == 0
    assert "  trigger kafka: start what it reads yourself\n" in done.out
    assert [*services()] == ["billing"]


def test_its_own_file_is_replaced_and_no_other(run: Run, write: Write, claim: str) -> None:
    path = write("claim.yaml", claim)
    assert run("up", path).code == 0
    assert run("up", path, "--set", "spec.size=large").code == 0
    write("compose.yaml", "services: {}\n")
    done = run("up", path)
    assert done.code == 2
    assert done.err == (
        "Error: cannot write compose.yaml: something else has written it. Hint: use --force to replace it\n"
    )
    assert Path("compose.yaml").read_text() == "services: {}\n"
    assert run("up", path, "--force").code == 0


@pytest.mark.parametrize("target", ["../outside.yaml", "../missing.yaml", "ours.yaml", "compose.yaml"])
def test_no_link_is_followed(run: Run, write: Write, claim: str, target: str, tmp_path: Path) -> None:
    outside = tmp_path.parent / "outside.yaml"
    outside.write_text("theirs")
    path = write("claim.yaml", claim)
    assert run("up", path, "--output", "ours.yaml").code == 0
    ours = Path("ours.yaml").read_text()
    Path("compose.yaml").symlink_to(target)
    done = run("up", path, "--set", "spec.size=large")
    assert (done.code, done.out) == (2, "")
    assert "something else has written it" in done.err
    assert Path("compose.yaml").is_symlink()
    forced = run("up", path, "--set", "spec.size=large", "--force")
    assert (forced.code, forced.out) == (2, "")
    assert "cannot write compose.yaml: it is a link" in forced.err
    assert Path("compose.yaml").is_symlink()
    assert (outside.read_text(), Path("ours.yaml").read_text()) == ("theirs", ours)
    assert not (tmp_path.parent / "missing.yaml").exists()


@pytest.mark.parametrize("kind", ["folder", "pipe"])
def test_what_is_no_file_is_not_replaced(run: Run, write: Write, claim: str, kind: str) -> None:
    Path("compose.yaml").mkdir() if kind == "folder" else os.mkfifo("compose.yaml")
    done = run("up", write("claim.yaml", claim))
    assert (done.code, done.out) == (2, "")
    assert "cannot write compose.yaml: something else has written it" in done.err


def test_variables_that_grow_are_a_finding(run: Run, write: Write, claim: str) -> None:
    lines = ["    - {name: V0, value: 0123456789abcdef}"]
    lines += [f'    - {{name: V{at}, value: "$(V{at - 1})$(V{at - 1})"}}' for at in range(1, 40)]
    done = run("up", write("claim.yaml", claim + "  env:\n" + "\n".join(lines) + "\n"))
    assert (done.code, done.out) == (1, "")
    assert done.err == (
        "claim.yaml: EP005 variable V16 of main: the values of variables have more than 1048576 characters in all. "
        "Hint: use each long value in fewer places\n"
    )
    assert not Path("compose.yaml").exists()


@pytest.mark.parametrize(
    ("text", "code", "error"),
    [
        ("kind: Pod\n", 2, "cannot use claim.yaml: contains no claim"),
        ("a: [\n", 2, "cannot use claim.yaml: line 2: not YAML"),
        (BINDING, 2, "no service in the file. Hint: name the file of a resource of kind EventDrivenService"),
        (f"{SERVICE}---\n{BINDING}", 2, "contains several claims; got billing, payments. Hint: choose one with name"),
    ],
)
def test_what_is_no_service_is_refused(run: Run, write: Write, text: str, code: int, error: str) -> None:
    done = run("up", write("claim.yaml", text))
    assert (done.code, done.out) == (code, "")
    assert error in done.err
    assert not Path("compose.yaml").exists()


def test_a_service_without_its_binding_is_not_written(run: Run, write: Write) -> None:
    done = run("up", write("claim.yaml", SERVICE))
    assert (done.code, done.out) == (1, "")
    assert "claim.yaml: EP340 spec.bindingRef.name: " in done.err
    done = run("up", "claim.yaml", "--required", write("none.yaml", "kind: Pod\n"))
    assert (done.code, done.out) == (2, "")
    assert "the service has no Deployment before its binding is known. Hint: put the binding into the same" in done.err
    assert not Path("compose.yaml").exists()


def test_a_claim_that_is_rejected_is_not_written(run: Run, write: Write, claim: str) -> None:
    done = run("up", write("claim.yaml", claim.replace("small", "xlarge")))
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith("claim.yaml: EP104 spec.size: must be one of [")
    assert not Path("compose.yaml").exists()


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("-",),
        ("claim.yaml", "--subjects", "ORDERS"),
        ("claim.yaml", "--subjects", "=a"),
        ("claim.yaml", "--subjects", "ORDERS=a,,b"),
        ("claim.yaml", "--engine", "lxc"),
        ("claim.yaml", "--output", "-"),
        ("claim.yaml", "--set", "image=a"),
    ],
)
def test_wrong_usage(run: Run, write: Write, claim: str, words: tuple[str, ...]) -> None:
    write("claim.yaml", claim)
    assert run("up", *words).code == 3
    assert not Path("compose.yaml").exists()


def test_start_becomes_the_engine(write: Write, claim: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    Path(write("bin/docker", '#!/bin/sh\n[ "$2" = version ] || echo "started $*"\n')).chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    code = f"from function.cli import main; raise SystemExit(main(['up', {write('claim.yaml', claim)!r}, '--start']))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.endswith("up\nstarted compose --file compose.yaml up\n")
    assert done.stderr == ""


def test_without_an_engine_the_file_is_written_all_the_same(
    run: Run, write: Write, claim: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    done = run("up", write("claim.yaml", claim), "--start", "--engine", "podman")
    assert done.code == 2
    assert done.err == "Error: cannot start podman. Hint: install it, or use --engine\n"
    assert [*services()] == ["nats", "nats-setup", "billing"]
