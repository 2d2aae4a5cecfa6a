"""The whole site: complete, well-formed, the same each time, and without anything from elsewhere."""

import re
from collections.abc import Mapping

import pytest

from function.apis.registry import APIS, REASONS, named_apis
from function.base.codes import CODES
from function.base.condition import TYPES
from function.base.manifest import Manifest, mapping_at
from function.platform.config import PlatformConfig
from function.publish.explain.root import roots
from function.publish.explain.topic import _paths
from tests.sites import OWN, Parsed, entries, made

FIXED = {"icon.svg", "site.css", "site.js"}
"""The files that are the same for every platform."""


@pytest.mark.parametrize("spec", [{}, mapping_at(OWN, "spec")], ids=["built-in", "own"])
def test_every_field_reason_condition_code_kind_and_size_is_found(spec: Manifest) -> None:
    """The expected names come from the models, by another way than the site takes."""
    config = PlatformConfig.model_validate(spec)
    found = entries(made({"spec": spec}))
    documents = roots(named_apis(config).values(), config)
    for root in documents:
        names = {entry[2].rpartition(".")[2] for entry in found if entry[1] == root.kind}
        assert {path.rpartition(".")[2].rstrip("[]") for path in _paths(root.tree, "")} <= names
        plain = {path.replace("[]", "").replace(".*", "") for path in _paths(root.tree, "")}
        assert len({entry[2] for entry in found if entry[:2] == ["field", root.kind]}) >= len(plain)
    for sort, expected in (
        ("reason", set(REASONS)),
        ("condition", set(TYPES)),
        ("code", {code.name for code in CODES}),
        ("kind", {root.kind for root in documents}),
        ("size", set(config.sizes)),
    ):
        assert {entry[2] for entry in found if entry[0] == sort} == expected


def test_every_entry_and_every_link_leads_to_an_anchor(own: Mapping[str, bytes]) -> None:
    pages = {name: Parsed(content) for name, content in own.items() if name.endswith(".html")}
    anchors = {name: set(page.values("id")) for name, page in pages.items()}
    found = [(entry[3], entry[4]) for entry in entries(own)]
    for name, page in pages.items():
        for href in page.values("href"):
            file, _, anchor = href.partition("#")
            found.append((file or name, anchor))
    missing = [
        (file, anchor) for file, anchor in found if file not in FIXED and (anchor or "content") not in anchors[file]
    ]
    assert missing == []


def test_pages_are_well_formed_and_anchors_occur_once(files: Mapping[str, bytes], own: Mapping[str, bytes]) -> None:
    for name, content in [*files.items(), *own.items()]:
        if name.endswith(".html"):
            read = Parsed(content)
            assert read.wrong == []
            assert len(read.values("id")) == len(set(read.values("id")))


def test_nothing_comes_from_elsewhere(own: Mapping[str, bytes]) -> None:
    for name, content in own.items():
        if name.endswith(".html"):
            read = Parsed(content)
            targets = {*read.values("src"), *read.values("href")}
            assert [target for target in targets if re.match(r"[a-z]+:|//", target)] == []
            assert {target.partition("#")[0] for target in targets} - set(own) - FIXED == {""}


def test_the_same_settings_give_the_same_bytes(own: Mapping[str, bytes]) -> None:
    assert dict(made(OWN)) == dict(own)


def test_only_names_of_the_platform_are_names_of_kinds(own: Mapping[str, bytes]) -> None:
    assert {"api-worker.html", "api-binding.html"} <= set(own)
    assert [name for name in own if any(kind.lower() in name for kind in APIS)] == []


def test_a_browser_can_hold_it(files: Mapping[str, bytes]) -> None:
    assert sum(map(len, files.values())) < 3 * 2**20
    assert max(map(len, files.values())) < 2**20
