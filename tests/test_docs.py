"""The pages say what is so: claims are valid, messages are the real ones, commands exist and links lead somewhere."""

import configparser
import json
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from function.apis.input import settings
from function.apis.registry import APIS
from function.base.problems import errors
from function.base.validation import parse
from function.check.platform import load
from function.cli.group import COMMANDS
from function.infra_files.checked import checked
from function.infra_files.claim import Target
from function.render import check
from function.suites.model.suite import Suite
from tests.infra_files.files import loaded

ROOT = Path(__file__).parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"), *(ROOT / "docs" / "decisions").glob("*.md")])
THREATS = ROOT / "docs" / "threat-model.md"
GUIDE = ROOT / "docs" / "app-developers.md"
BLOCK = re.compile(r"^ *```(\w+)\n(.*?)^ *```$", re.MULTILINE | re.DOTALL)
CODE = re.compile(r"`[^`\n]+`")
LINK = re.compile(r"\]\(([^)\s]+)\)")
PATH = re.compile(
    r"(?<![\w/.<>-])((?:apis|compositions|docs|examples|function|package|tests|tools)/[\w/.*-]*+)(?![<{$])"
)
ROW = re.compile(r"^\| `([a-z]+: \{.*\})` \| `(.*)` \|$", re.MULTILINE)

MINIMAL: dict[str, Any] = {
    "apiVersion": "platform.bizmatters.io/v1alpha1",
    "kind": "EventDrivenService",
    "metadata": {"name": "orders", "namespace": "shop"},
    "spec": {"image": "ghcr.io/example/orders:1.4.2", "nats": {"stream": "ORDERS", "consumer": "orders-workers"}},
}


def blocks(language: str) -> Iterator[tuple[str, str]]:
    for page in PAGES:
        for found in BLOCK.finditer(page.read_text()):
            if found[1] == language:
                yield page.name, found[2]


def code(page: Path) -> str:
    """Return all that is set in the page as code, blocks included."""
    text = page.read_text()
    inline = CODE.findall(BLOCK.sub("", text))
    return "\n".join([*(found[2] for found in BLOCK.finditer(text)), *inline])


def completed(fragment: dict[str, Any]) -> dict[str, Any]:
    """Return a fragment as a whole claim: what it leaves out is that of the minimal one; bindings are shown whole."""
    if fragment.get("kind") == "InfraBinding":
        return fragment
    merged = {key: {**MINIMAL[key], **fragment.get(key, {})} for key in ("metadata", "spec")}
    if "trigger" in merged["spec"].get("bindingRef", {}):
        del merged["spec"]["nats"]  # the service scales on a stream of its binding instead
    return {**MINIMAL, **fragment, **merged}


YAML = [(page, document) for page, text in blocks("yaml") for document in yaml.safe_load_all(text)]


def test_there_is_something_to_test() -> None:
    assert len(YAML) > 10
    assert len(ROW.findall(GUIDE.read_text())) > 10
    assert len(list(blocks("console"))) > 1


@pytest.mark.parametrize(("page", "document"), YAML, ids=[f"{page}-{n}" for n, (page, _) in enumerate(YAML)])
def test_yaml_blocks_are_valid(page: str, document: dict[str, Any]) -> None:
    if document.get("kind") == "PlatformConfig":
        assert settings(document)[1] == []
    elif document.get("kind") == "Suite":
        assert parse(Suite, document, "")[1] == []
    else:
        assert document.get("kind", "EventDrivenService") in APIS
        assert errors(check(completed(document), None)) == ()


def test_the_platform_of_one_guide_accepts_the_network_policies_of_the_other() -> None:
    (platform,) = [found for _, found in YAML if "bindings" in found.get("spec", {}).get("networkPolicy", {})]
    (binding,) = [found for page, found in YAML if page == GUIDE.name and "network_policies" in found.get("spec", {})]
    assert errors(check(binding, platform)) == ()
    assert errors(check(binding, {**platform, "spec": {}})) != ()


def test_infra_blocks_are_one_binding_that_is_valid() -> None:
    files = {text.partition("\n")[0].removeprefix("# "): text for _, text in blocks("infra")}
    found = checked(loaded(files, "production.infra"), Target("platform.bizmatters.io", "a"), load(None)).file
    assert found.findings == []
    assert [resource.kind for resource in found.resources] == ["InfraBinding"]


@pytest.mark.parametrize(("wrong", "message"), ROW.findall(GUIDE.read_text()))
def test_mistakes_give_the_messages_that_the_guide_shows(wrong: str, message: str) -> None:
    assert [str(problem) for problem in errors(check(completed(yaml.safe_load(wrong)), {}))] == [message]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_relative_links_lead_somewhere(page: Path) -> None:
    for target in LINK.findall(page.read_text()):
        if target.startswith("https://"):
            continue
        path, _, anchor = target.partition("#")
        found = (page.parent / path).resolve() if path else page
        assert found.exists(), target
        headings = re.findall(r"^#+ (.+)$", found.read_text(), re.MULTILINE) if anchor else []
        slugs = {re.sub(r"[^a-z0-9 -]", "", heading.lower()).replace(" ", "-") for heading in headings}
        assert not anchor or anchor in slugs, target


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_named_commands_exist(page: Path) -> None:
    targets = set(re.findall(r"^([a-z0-9-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    named = [word for line in re.findall(r"\bmake ((?:[a-z][a-z0-9-]* ?)+)", code(page)) for word in line.split()]
    assert set(named) <= targets
    assert set(re.findall(r"platformctl ([a-z][a-z-]*)", code(page))) <= set(COMMANDS)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_named_files_exist(page: Path) -> None:
    paths = {path.rstrip(".") for path in PATH.findall(code(page))} - {"function/function-event-platform"}  # kind/name
    if page.name == "CONTRIBUTING.md":  # whose recipes name files to be written, in folders that exist
        paths = {path.rpartition("/")[0] for path in paths}
    assert [path for path in paths if not list(ROOT.glob(path))] == []


def test_every_defence_names_its_tests() -> None:
    rows = re.findall(r"^\| (?!Attempt|---)(.+) \| (.+) \| (.+) \|$", THREATS.read_text(), re.MULTILINE)
    assert len(rows) > 30
    assert [attempt for attempt, _, tests in rows if not re.fullmatch(r"(`tests/[\w/]+\.py`(, |$))+", tests)] == []


def test_manifests_name_files_that_exist() -> None:
    for manifest in (ROOT / "package").glob("**/*.yaml"):
        for path in re.findall(r"^.*# .*?(\.\./[\w/.-]+\.yaml)", manifest.read_text(), re.MULTILINE):
            assert (manifest.parent / path).is_file(), f"{manifest}: {path}"


def test_the_layers_of_contributing_are_the_enforced_ones() -> None:
    enforced = configparser.ConfigParser()
    enforced.read(ROOT / ".importlinter")
    (block,) = [text for page, text in blocks("text") if page == "CONTRIBUTING.md"]
    shown = [re.split(" {2,}", line)[0] for line in block.splitlines()]
    assert shown == enforced["importlinter:contract:layers"]["layers"].split("\n")[1:]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_pages_name_no_place_of_one_machine(page: Path) -> None:
    assert not re.search(r"(?<![\w.])/(work|home|root|tmp/\w)", page.read_text())


def test_every_decision_is_in_the_index_and_on_one_page() -> None:
    index = (ROOT / "docs" / "decisions" / "README.md").read_text()
    for page in sorted((ROOT / "docs" / "decisions").glob("0*.md")):
        lines = page.read_text().splitlines()
        number, _, title = lines[0].removeprefix("# ").partition(": ")
        assert f"- [{number}]({page.name}): {title}" in index
        for part in ("Context", "Decision", "Consequence", "Status"):
            assert any(line.startswith(f"**{part}.**") for line in lines), f"{page.name}: {part}"


def test_editor_settings_map_the_published_schema_to_the_examples() -> None:
    mapped = json.loads((ROOT / ".vscode" / "settings.json").read_text())["yaml.schemas"]
    for schema, globs in mapped.items():
        assert (ROOT / schema).is_file()
        assert any(list(ROOT.glob(pattern)) for pattern in globs)


def test_the_image_takes_only_what_the_build_context_lets_in() -> None:
    allowed = [line[1:] for line in (ROOT / ".dockerignore").read_text().splitlines() if line.startswith("!")]
    copied = re.findall(r"^COPY (?!--from)(.+) \S+$", (ROOT / "Dockerfile").read_text(), re.MULTILINE)
    for path in " ".join(copied).split():
        assert path in allowed
        assert os.access(ROOT / path, os.R_OK)
