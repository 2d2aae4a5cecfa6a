"""`platformctl init`: a first claim."""

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.cli.conftest import OWN, Run, Write

START = "import sys; from function.cli import main; sys.exit(main())"


@pytest.mark.parametrize("kind", ["EventDrivenService", "InfraBinding"])
def test_what_it_writes_is_valid_and_renders(run: Run, kind: str) -> None:
    done = run("init", "orders", "--kind", kind)
    assert (done.code, done.err) == (0, "")
    assert "$schema" not in done.out
    checked = run("validate", "-", stdin=done.out)
    assert (checked.code, checked.out) == (0, "")
    assert run("render", "-", stdin=done.out).code == 0


def test_the_service_is_the_default(run: Run) -> None:
    assert run("init", "orders") == run("init", "orders", "--kind", "EventDrivenService")


def test_names_are_those_of_the_arguments(run: Run) -> None:
    document = yaml.safe_load(run("init", "orders", "--namespace", "shop").out)
    assert document["metadata"] == {"name": "orders", "namespace": "shop"}


def test_the_schema_may_be_elsewhere(run: Run) -> None:
    out = run("init", "orders", "--schema", "https://example.org/schema.json").out
    assert out.startswith("# yaml-language-server: $schema=https://example.org/schema.json\n")


def test_a_schema_that_exists_is_named_from_the_folder_of_the_file(run: Run, write: Write) -> None:
    write("apis/eventdrivenservice/schema.json", "{}")
    Path("claims").mkdir()
    run("init", "orders", "--output", "claims/orders.yaml")
    first = Path("claims/orders.yaml").read_text().partition("\n")[0]
    assert first == "# yaml-language-server: $schema=../apis/eventdrivenservice/schema.json"


def test_the_case_of_the_kind_does_not_matter(run: Run) -> None:
    assert run("init", "orders", "--kind", "infrabinding") == run("init", "orders", "--kind", "InfraBinding")


def test_group_kind_and_size_are_those_of_the_platform(run: Run, write: Write) -> None:
    settings = write("platform.yaml", OWN)
    done = run("init", "orders", "--platform-config", settings)
    assert done.code == 0
    document = yaml.safe_load(done.out)
    assert (document["apiVersion"], document["kind"]) == ("apis.example.org/v1alpha1", "Worker")
    assert document["spec"]["size"] == "xs"
    run("schema", "--platform-config", settings, "--output", ".")
    named = run("init", "orders", "--platform-config", settings)
    assert named.out == f"# yaml-language-server: $schema=apis/worker/schema.json\n{done.out}"
    assert run("validate", "--platform-config", settings, "-", stdin=done.out).out == ""


def test_what_the_platform_requires_in_addition_is_reported(run: Run, write: Write) -> None:
    settings = write("platform.yaml", f"{OWN}  images: {{allowedRegistries: [registry.example.org]}}\n")
    done = run("init", "orders", "--platform-config", settings)
    assert done.code == 1
    assert done.err.startswith("EP220 spec.image: ")
    assert "image: ghcr.io/" in done.out


def test_a_file_is_written_and_never_replaced_by_accident(run: Run) -> None:
    text = run("init", "orders").out
    assert run("init", "orders", "--output", "orders.yaml") == (0, "orders.yaml\n", "")
    assert Path("orders.yaml").read_text() == text
    done = run("init", "billing", "--output", "orders.yaml")
    error = "Error: cannot write orders.yaml: it exists already. Hint: use --force to replace it\n"
    assert done == (2, "", error)
    assert Path("orders.yaml").read_text() == text
    assert run("init", "billing", "--output", "orders.yaml", "--force").code == 0
    assert "name: billing" in Path("orders.yaml").read_text()


def test_a_folder_is_no_file(run: Run) -> None:
    Path("claims").mkdir()
    assert run("init", "orders", "-o", "claims").err == (
        "Error: cannot write claims: it is a folder. Hint: name a file in it\n"
    )


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ((), 3),
        (("",), 3),
        (("Orders",), 3),
        (("a" * 60,), 3),
        (("default",), 3),
        (("orders", "--namespace", ""), 3),
        (("orders", "--kind", "Deployment"), 3),
        (("orders", "--output", ""), 3),
        (("orders", "--interactive"), 3),
        (("orders", "--output", "missing/a.yaml"), 2),
        (("orders", "--platform-config", "missing.yaml"), 2),
    ],
)
def test_wrong_usage(run: Run, words: tuple[str, ...], code: int) -> None:
    done = run("init", *words)
    assert (done.code, done.out) == (code, "")
    assert "Error: " in done.err


def test_on_a_terminal_it_asks() -> None:
    leader, follower = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-c", START, "init", "orders", "--interactive"],
        stdin=follower,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        os.write(leader, b"ghcr.io/acme/orders:v1\nSALES\n\nlarge\n")
        out, err = process.communicate()
    os.close(follower)
    os.close(leader)
    assert process.returncode == 0
    spec = yaml.safe_load(out)["spec"]
    assert (spec["image"], spec["nats"]["stream"], spec["size"]) == ("ghcr.io/acme/orders:v1", "SALES", "large")
    assert err.count("spec.") == 4


@pytest.mark.parametrize("place", ["", "a b", "a\nb: c", "a\x1b[31m", "a\u2028b"])
def test_editors_can_read_where_the_schema_is(run: Run, place: str) -> None:
    done = run("init", "orders", "--schema", place)
    assert (done.code, done.out) == (3, "")
    assert "Invalid value for '--schema': must be a path or URL without spaces" in done.err


@pytest.mark.parametrize("target", ["mine.yaml", "missing.yaml"])
def test_no_file_is_written_through_a_link(run: Run, write: Write, target: str) -> None:
    write("mine.yaml", "mine")
    Path("a.yaml").symlink_to(target)
    assert "it exists already" in run("init", "orders", "--output", "a.yaml").err
    done = run("init", "orders", "--output", "a.yaml", "--force")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("Error: cannot write a.yaml: it is a link. Hint: ")
    assert (Path("mine.yaml").read_text(), Path("missing.yaml").exists()) == ("mine", False)
