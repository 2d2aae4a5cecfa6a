from pathlib import Path

import yaml

from function.base.manifest import Json, Manifest
from function.base.outcome import Outcome
from function.base.problems import Problem
from function.base.request import Request
from function.check.platform import load
from function.check.tree import load_tree
from function.check.versions import versions
from function.plan.claims import Version
from function.render import render
from tests.documents import GROUP, namespaced, worker

BINDING: Manifest = {
    "apiVersion": GROUP,
    "kind": "InfraBinding",
    "metadata": {"name": "orders", "namespace": "shop"},
    "spec": {
        "version": "1.0",
        "environment": "production",
        "streams": {"a": {"type": "kafka", "topic": "${TOPIC}", "brokers": "a:1"}},
    },
}
SOURCES = """\
apiVersion: platform.fn.bizmatters.io/v1beta1
kind: PlatformConfig
spec: {variables: {sources: [{kind: ConfigMap, name: env}]}}
"""
ENV: Manifest = {
    "apiVersion": "v1",
    "kind": "ConfigMap",
    "metadata": {"name": "env", "namespace": "shop"},
    "data": {"TOPIC": "t"},
}


def version(folder: Path, document: Json, *required: Manifest, settings: str | None = None) -> Version:
    (folder / "a.yaml").write_text(yaml.safe_dump(document))
    if settings:
        (folder / "platform.yaml").write_text(settings)
    platform = load(str(folder / "platform.yaml") if settings else None)
    (found,) = versions(
        load_tree(str(folder / "a.yaml"), platform), platform, "namespaced", list(required) or None
    ).values()
    return found


def test_only_errors_refuse_a_version_not_warnings(tmp_path: Path) -> None:
    nameless: Manifest = {**namespaced(worker()), "metadata": {"name": "orders"}}
    assert version(tmp_path, nameless).errors == ()
    (error,) = version(tmp_path, namespaced(worker(size="xlarge"))).errors
    assert ": EP104 spec.size: " in error


def test_without_settings_they_are_those_of_the_shipped_composition_and_not_certain(tmp_path: Path) -> None:
    found = version(tmp_path, namespaced(worker()))
    assert found.request.platform["spec"] == {"delivery": "direct"}
    assert not found.request.known
    known = version(tmp_path, namespaced(worker()), settings=SOURCES)
    assert known.request.known
    assert known.request.platform["spec"] != {"delivery": "direct"}


def test_problems_get_their_place_in_the_file(tmp_path: Path) -> None:
    found = version(tmp_path, namespaced(worker()))
    assert "a.yaml:" in found.shown(Problem(path="spec.image", message="no", code="EP999"))


def test_the_function_gets_the_objects_that_it_asks_for(tmp_path: Path) -> None:
    found = version(tmp_path, BINDING, ENV, settings=SOURCES)
    answer = found.answer(found.request)
    assert answer.fatal is None
    assert "document" in answer.resources


def test_another_function_may_answer_and_gets_the_same_objects(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(yaml.safe_dump(BINDING))
    (tmp_path / "platform.yaml").write_text(SOURCES)
    platform = load(str(tmp_path / "platform.yaml"))
    asked: list[Request] = []

    def function(request: Request) -> Outcome:
        asked.append(request)
        return render(request)

    tree = load_tree(str(tmp_path / "a.yaml"), platform)
    (found,) = versions(tree, platform, "namespaced", [ENV], function).values()
    assert found.answer(found.request).resources.keys() >= {"document"}
    assert asked[0].required == {}
    assert ENV in [item for items in (asked[-1].required or {}).values() for item in items]
