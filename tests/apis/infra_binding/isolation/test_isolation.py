"""The NetworkPolicies that a binding has, and what becomes of them."""

import json

import pytest

from function.apis.infra_binding.isolation.isolation import POLICY
from function.apis.infra_binding.lifecycle import emits, keeps
from function.base.manifest import Json, Manifest, at, items_at, text_at
from function.base.request import Request
from function.render import render
from tests.bindings import PLATFORM, composed, composite, process, resolved, settled
from tests.network import made, settings, spec
from tests.schemas import violations
from tests.support import look

PODS: Json = {"pod_labels": {"tier": "agent"}}
ALL: Manifest = {"jobs": {"egress": ["kafka"]}, "applications": {"agents": PODS}, "namespace": {}}
JOB, APPLICATION, NAMESPACE = (POLICY.of(name) for name in ("jobs-p", "applications-agents", "namespace"))


def test_each_part_has_its_policy() -> None:
    found = made(ALL)
    assert set(found) == {JOB, APPLICATION, NAMESPACE}
    assert [violations(manifest) for manifest in found.values()] == [[]] * 3
    assert look(found, f"{APPLICATION}.spec.podSelector") == {"matchLabels": {"tier": "agent"}}
    assert look(found, f"{NAMESPACE}.spec.podSelector") == {}


def test_each_job_has_a_policy_of_its_own() -> None:
    names = ("p", "q")
    document = composite(spec({"jobs": {}}, resources={name: process() for name in names}))
    found = {key: at(one, "spec", "forProvider", "manifest") for key, one in settled(document, settings()).items()}
    for name in names:
        job = look(found, f"flinkdeployment-{name}.metadata.name")
        assert look(found, f"networkpolicy-jobs-{name}.metadata.name") == job
        assert look(found, f"networkpolicy-jobs-{name}.spec.podSelector") == {"matchLabels": {"app": job}}


def test_names_of_applications_and_of_the_namespace_differ() -> None:
    found = made({"applications": {"namespace": PODS, "jobs": PODS}, "namespace": {}, "jobs": {}})
    assert len({text_at(manifest, "metadata", "name") for manifest in found.values()}) == len(found) == 4


def test_a_job_starts_behind_its_policy() -> None:
    document = composite(spec({"jobs": {}}))
    assert set(composed(document, {}, settings())) == {JOB, "document"}
    assert {JOB, "flinkdeployment-p"} <= settled(document, settings()).keys()


@pytest.mark.parametrize(
    ("config", "fields", "reason"),
    [
        (
            PLATFORM,
            {},
            "PlatformConfig.spec.networkPolicy.bindings is not set, so nothing limits the traffic of these pods",
        ),
        (settings(), {"deployment": {"type": "yarn"}}, "nothing deploys a process of the binding"),
        (settings(), {"resources": {}}, "nothing deploys a process of the binding"),
    ],
)
def test_without_the_setting_or_a_job_there_is_none(config: Manifest, fields: Manifest, reason: str) -> None:
    document = composite(spec({"jobs": {}}, **fields))
    answer = render(Request(xr=document, platform=config))
    assert not [key for key in answer.resources if key.startswith("networkpolicy")]
    data = look(answer.resources["document"].manifest, "spec.forProvider.manifest.data")
    assert isinstance(data, dict)
    assert json.loads(str(data["unmanaged.yaml"]))["network_policies.jobs"] == reason
    (found,) = (one for one in items_at(answer.status, "bindings") if text_at(one, "name") == "network_policies.jobs")
    assert (at(found, "managed"), at(found, "reason")) == (False, reason)


def test_a_binding_without_the_section_has_none() -> None:
    assert not [key for key in made(None) if key.startswith("networkpolicy")]
    assert made({}) == made(None)


def test_the_status_has_each_part() -> None:
    document = composite(spec(ALL))
    answer = render(Request(xr=document, observed=settled(document, settings()), platform=settings()))
    assert look(answer.status, "sections.1") == {"name": "network_policies", "entries": 3, "managed": 3, "ready": 3}
    assert look(answer.status, "bindings.1.physical") == "the pods of each job"
    assert look(answer.status, "bindings.2.physical") == "payments.applications-agents"


@pytest.mark.parametrize(
    ("key", "path"), [(JOB, "jobs"), (APPLICATION, "applications.agents"), (NAMESPACE, "namespace")]
)
def test_a_policy_goes_with_its_part_and_with_nothing_else(key: str, path: str) -> None:
    assert emits(key)
    seen = settled(composite(spec(ALL)), settings())
    assert key not in composed(composite(spec({})), seen, settings())
    assert keeps(resolved(), key, {}, {}) is None
    reason = keeps(resolved(network_policies=ALL, resources={"p": process()}), key, {}, {})
    assert (reason is None) == (key == JOB)


def test_a_setting_removes_none() -> None:
    document = composite(spec({"namespace": {}}))
    seen = settled(document, settings())
    answer = render(Request(xr=document, observed=seen, platform=settings(bindings=False)))
    assert answer.fatal == (
        f"observed.resources.{NAMESPACE}: spec.network_policies.namespace still needs this object, but it would be "
        "removed. Hint: restore PlatformConfig, or remove the field first"
    )
