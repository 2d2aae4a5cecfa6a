"""Which objects are judged at all."""

import pytest

from function.base.manifest import Manifest
from function.check.judge import judge
from function.check.platform import load

GROUP = "platform.bizmatters.io/v1alpha1"
CONFIG_GROUP = "platform.fn.bizmatters.io/v1beta1"


@pytest.mark.parametrize(
    "manifest",
    [
        {},
        {"kind": "Pod"},
        {"kind": None, "apiVersion": 3},
        {"kind": "EventDrivenServce", "apiVersion": "example.org/v1"},
        {"kind": "PlatformConfig", "apiVersion": "example.org/v1"},
        {"kind": "PlatformConfig", "apiVersion": f"evil{CONFIG_GROUP}"},
        {"kind": "PlatformConfig", "apiVersion": f"sub.{CONFIG_GROUP}"},
        {"kind": "EventDrivenServce", "apiVersion": f"evil{GROUP}"},
        {"kind": "EventDrivenServce", "apiVersion": f"sub.{GROUP}"},
        {"kind": "EventDrivenServce", "apiVersion": "platform.bizmatters.io.example.org/v1alpha1"},
        {"kind": "CompositeResourceDefinition", "apiVersion": "apiextensions.crossplane.io/v1"},
        {"kind": "Object", "apiVersion": "kubernetes.crossplane.io/v1alpha2"},
    ],
)
def test_what_is_not_ours_is_not_judged(manifest: Manifest) -> None:
    assert judge(manifest, load(None)) is None


@pytest.mark.parametrize(
    ("manifest", "path"),
    [
        ({"kind": "EventDrivenService"}, "apiVersion"),
        ({"kind": "EventDrivenService", "apiVersion": "example.org/v1"}, "apiVersion"),
        ({"kind": "EventDrivenService", "apiVersion": f"evil{GROUP}"}, "apiVersion"),
        ({"kind": "EventDrivenServce", "apiVersion": GROUP}, "kind"),
        ({"kind": "XEventDrivenServce", "apiVersion": GROUP}, "kind"),
        ({"apiVersion": GROUP}, "kind"),
        ({"kind": "PlatformConfig", "apiVersion": CONFIG_GROUP, "spec": {"x": 1}}, "spec.x"),
        ({"kind": "PlatformConfig", "apiVersion": GROUP}, "apiVersion"),
        ({"kind": "PlatformConfig", "apiVersion": GROUP, "spec": {"x": 1}}, "spec.x"),
        ({"kind": "XEventDrivenService", "apiVersion": GROUP, "spec": {}}, "spec.claimRef"),
        ({"kind": "EventDrivenService", "apiVersion": GROUP, "metadata": 3}, "metadata"),
    ],
)
def test_a_mistyped_half_does_not_hide_an_object(manifest: Manifest, path: str) -> None:
    problems = judge(manifest, load(None))
    assert problems is not None
    assert path in [problem.path for problem in problems]


@pytest.mark.parametrize("kind", ["EventDrivenService", "XEventDrivenService", "InfraBinding"])
def test_unknown_fields_outside_the_spec_are_problems(kind: str) -> None:
    manifest: Manifest = {"kind": kind, "apiVersion": GROUP, "foo": "bar", "metadata": {"lables": {}}, "spec": {}}
    found = {problem.path: problem.severity for problem in judge(manifest, load(None)) or []}
    assert (found["foo"], found["metadata.lables"]) == ("error", "warning")


def test_a_spec_with_a_mistyped_name_is_one_problem() -> None:
    manifest: Manifest = {
        "kind": "EventDrivenService",
        "apiVersion": GROUP,
        "metadata": {"name": "a", "namespace": "b"},
        "spce": {},
    }
    assert [str(problem) for problem in judge(manifest, load(None)) or []] == [
        "spce: unknown field; did you mean 'spec'?"
    ]


@pytest.mark.parametrize(
    ("group", "hinted"),
    [("apis.example.org", True), ("platform.bizmatter.io", False), ("platform.bizmatters.io", False)],
)
def test_a_group_of_the_platform_needs_its_settings(group: str, hinted: bool) -> None:
    (found,) = [
        problem
        for problem in judge({"kind": "EventDrivenService", "apiVersion": f"{group}/v1"}, load(None)) or []
        if problem.path == "apiVersion"
    ]
    assert found.message.endswith("add --platform-config") == hinted
