"""`platformctl set-image`: one claim, one image."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run, Write

NEW = "ghcr.io/acme/billing:v2"


@pytest.fixture
def changed(claim: str) -> str:
    """Return the claim with the new image."""
    return claim.replace("billing:v1", "billing:v2")


def test_it_prints_the_difference_and_changes_nothing(run: Run, write: Write, claim: str) -> None:
    path = write("claim.yaml", claim)
    done = run("set-image", path, NEW)
    assert (done.code, done.err) == (0, "")
    assert "-  image: ghcr.io/acme/billing:v1\n+  image: ghcr.io/acme/billing:v2\n" in done.out
    assert Path(path).read_text() == claim


def test_it_changes_the_file_and_names_it(run: Run, write: Write, claim: str, changed: str) -> None:
    path = write("claim.yaml", claim)
    assert run("set-image", "--write", path, NEW) == (0, "claim.yaml\n", "")
    assert Path(path).read_text() == changed
    assert run("set-image", "--write", path, NEW) == (0, "", "")


def test_check_fails_until_nothing_would_change(run: Run, write: Write, claim: str, changed: str) -> None:
    assert run("set-image", "--check", write("claim.yaml", claim), NEW).code == 1
    assert run("set-image", "--check", write("changed.yaml", changed), NEW) == (0, "", "")


def test_a_name_selects_one_of_several(run: Run, write: Write, claim: str, changed: str) -> None:
    other = claim.replace("name: billing", "name: orders")
    write("claims/a.yaml", f"{other}---\n{claim}")
    assert run("set-image", "--write", "--name", "billing", "claims", NEW) == (0, "claims/a.yaml\n", "")
    assert Path("claims/a.yaml").read_text() == f"{other}---\n{changed}"


@pytest.mark.parametrize(
    ("words", "error"),
    [
        (("claims",), "several claims; got billing, orders. Hint: choose one with --name"),
        (("--name", "biling", "claims"), "no claim 'biling'; did you mean 'billing'?"),
        (("--name", "zzz", "claims"), "no claim 'zzz'"),
        (
            ("--name", "billing", "claims", "same"),
            "several claims 'billing'; got claims/a.yaml, same/a.yaml. Hint: name",
        ),
        (("empty",), "no claim with an image. Hint: name the file that contains it"),
        (("missing.yaml",), "cannot read missing.yaml"),
    ],
)
def test_it_does_not_guess(run: Run, write: Write, claim: str, words: tuple[str, ...], error: str) -> None:
    files = {
        "claims/a.yaml": claim,
        "claims/b.yaml": claim.replace("name: billing", "name: orders"),
        "same/a.yaml": claim,
        "empty/a.yaml": "kind: ConfigMap\n",
    }
    for name, text in files.items():
        write(name, text)
    done = run("set-image", "--write", *words, NEW)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(f"Error: {error}")
    assert {name: Path(name).read_text() for name in files} == files


@pytest.mark.parametrize(
    ("text", "image", "code"),
    [("", "Not An Image", "EP106"), ("---\n[", NEW, "EP001"), ("  command: *b\n", NEW, "EP001")],
)
def test_a_finding_changes_nothing(run: Run, write: Write, claim: str, text: str, image: str, code: str) -> None:
    path = write("claim.yaml", claim + text)
    done = run("set-image", "--write", path, image)
    assert (done.code, done.out) == (1, "")
    assert f": {code} " in done.err
    assert Path(path).read_text() == claim + text


def test_the_policy_of_the_platform_applies(run: Run, write: Write, claim: str) -> None:
    settings = write(
        "platform.yaml",
        "apiVersion: platform.fn.bizmatters.io/v1beta1\nkind: PlatformConfig\nspec:\n"
        "  images: {allowedRegistries: [ghcr.io/acme]}\n",
    )
    path = write("claim.yaml", claim)
    assert run("set-image", "--platform-config", settings, path, NEW).code == 0
    done = run("set-image", "--platform-config", settings, path, "docker.io/acme/billing:v2")
    assert done.code == 1
    assert ": EP220 spec.image: " in done.err


@pytest.mark.parametrize("words", [(), ("claim.yaml",), ("--write", "--check", "claim.yaml", NEW), ("", NEW)])
def test_wrong_usage(run: Run, words: tuple[str, ...]) -> None:
    assert run("set-image", *words).code == 3


def test_a_forgotten_image_is_named(run: Run) -> None:
    assert "Error: needs a PATH and an IMAGE; got 'claim.yaml'\n" in run("set-image", "claim.yaml").err
