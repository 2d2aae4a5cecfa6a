import pytest

from function.apis.infra_binding.gating import transition
from function.apis.infra_binding.resources import compose
from function.base.manifest import Json, Manifest, at, items_at, mapping_at, text_at
from function.base.outcome import Outcome
from function.base.request import Request
from function.plan import cluster
from function.render import render
from tests.bindings import CHECKING, PLATFORM, binding, composed, composite, process, resolved, topic, vault
from tests.documents import ALLOWED, platform
from tests.leaves import replaced

SECTIONS: dict[str, Json] = {
    "streams": {"orders": topic(properties={"sasl.password": "secret://db/password"})},
    "secrets": {"db": vault(keys=["password"])},
    "deployment": {"type": "kubernetes"},
    "resources": {"p": process()},
}
JOB = "flinkdeployment-p"
OTHERS = ["secretstore", "externalsecret", "stream"]


def call(seen: dict[str, Manifest], **sections: Json) -> Outcome:
    answer = render(Request(xr=composite(binding(**{**SECTIONS, **sections})), observed=seen, platform=CHECKING))
    assert answer.fatal is None, answer.fatal
    return answer


def running(answer: Outcome) -> dict[str, Manifest]:
    return cluster.observed({key: composed.manifest for key, composed in answer.resources.items()})


def without(seen: dict[str, Manifest], prefix: str) -> dict[str, Manifest]:
    """Return what is observed, with an object that was created but is not ready yet."""
    key = next(key for key in seen if key.startswith(prefix))
    return {**seen, key: replaced(seen[key], "status.atProvider.manifest", {})}


ALL = running(call(running(call({}))))
BEFORE = running(call({}))


def test_a_new_binding_has_everything_but_its_jobs() -> None:
    assert JOB not in call({}).resources
    assert sorted(key.partition("-")[0] for key in call({}).resources) == sorted([*OTHERS, "document"])


def test_once_everything_else_is_ready_the_job_is_created() -> None:
    assert JOB in call(BEFORE).resources


@pytest.mark.parametrize("prefix", OTHERS)
def test_a_job_waits_for_each_of_them(prefix: str) -> None:
    assert JOB not in call(without(BEFORE, prefix)).resources


@pytest.mark.parametrize("prefix", OTHERS)
def test_what_exists_stays_whatever_becomes_of_the_others(prefix: str) -> None:
    assert JOB in call(without(ALL, prefix)).resources
    gone = {key: seen for key, seen in ALL.items() if not key.startswith(prefix)}
    assert JOB in call(gone).resources


def test_a_further_process_waits_while_the_first_one_runs_on() -> None:
    resources: Json = {"p": process(), "q": process()}
    answer = call(without(ALL, "stream"), resources=resources)
    assert JOB in answer.resources
    assert "flinkdeployment-q" not in answer.resources
    assert "flinkdeployment-q" in call(ALL, resources=resources).resources


def test_a_job_does_not_wait_for_the_document_or_for_another_job() -> None:
    alone: dict[str, Json] = {"streams": {}, "secrets": {}, "resources": {"p": process(), "q": process()}}
    assert list(call({}, **alone).resources) == [JOB, "flinkdeployment-q", "document"]


@pytest.mark.parametrize(
    ("prefix", "waits"),
    [
        *(("redisbackup-", False), ("redis-", True), ("redisvolume-", True)),
        *(("postgresqlbackup-", False), ("postgresql-", True), ("postgresqlpool-", True)),
    ],
)
def test_a_job_waits_for_a_store_but_not_for_its_backups(prefix: str, waits: bool) -> None:
    store: Json = {
        "type": "redis",
        "password": "secret://db/password",
        "storage": {"size": "1Gi"},
        "backup": {"schedule": "0 2 * * *"},
    }
    database: Json = {
        "type": "postgresql",
        "database": "orders",
        "owner": "shop",
        "storage": {"size": "1Gi"},
        "pool": {"size": 10},
        "backup": {"schedule": "0 2 * * *"},
    }
    given: Manifest = {**SECTIONS, "streams": {}, "services": {"redis": store, "main": database}}
    document, settings = composite(binding(**given)), platform(**mapping_at(PLATFORM, "spec"), policy=ALLOWED)
    before = cluster.observed(composed(document, {}, settings))
    assert JOB not in before
    assert JOB in composed(document, before, settings)
    assert (JOB not in composed(document, without(before, prefix), settings)) == waits


def test_only_jobs_are_held() -> None:
    resources = compose(resolved(**SECTIONS))
    assert transition(resources, {}).held == {JOB}
    assert transition(resources, ALL).held == frozenset()
    assert transition(compose(resolved(streams={"orders": topic()})), {}).held == frozenset()


CHECKED: dict[str, Json] = {"preflight": {"checks": ["connectivity"]}}


def test_a_preflight_waits_for_everything_but_the_jobs_and_these_wait_for_it() -> None:
    first = call({}, **CHECKED)
    second = call(running(first), **CHECKED)
    third = call(running(second), **CHECKED)
    assert sorted(first.resources) == sorted(call({}).resources)
    (preflight,) = second.resources.keys() - first.resources.keys()
    assert preflight.startswith("preflight-")
    assert third.resources.keys() - second.resources.keys() == {JOB}


@pytest.mark.parametrize("prefix", OTHERS)
def test_a_preflight_waits_for_each_of_them(prefix: str) -> None:
    answer = call(without(running(call({}, **CHECKED)), prefix), **CHECKED)
    assert not [key for key in answer.resources if key.startswith(("preflight-", JOB))]


def test_a_job_waits_for_a_preflight_that_has_not_succeeded() -> None:
    before = running(call(running(call({}, **CHECKED)), **CHECKED))
    answer = call(without(before, "preflight-"), **CHECKED)
    assert JOB not in answer.resources
    assert answer.resources.keys() == before.keys()


def test_a_running_job_stays_while_another_document_is_checked() -> None:
    first = running(call(running(call(running(call({}, **CHECKED)), **CHECKED)), **CHECKED))
    edited = call(first, **CHECKED, description="another document")
    assert JOB in edited.resources
    removed, added = first.keys() - edited.resources.keys(), edited.resources.keys() - first.keys()
    assert [key.partition("-")[0] for key in (*removed, *added)] == ["preflight", "preflight"]


def test_without_the_field_the_preflight_is_removed_and_nothing_else() -> None:
    first = running(call(running(call({}, **CHECKED)), **CHECKED))
    assert [key.partition("-")[0] for key in first.keys() - call(first).resources.keys()] == ["preflight"]


def test_a_held_job_is_not_ready_in_the_status() -> None:
    answer = call({})
    jobs = [ref for ref in items_at(answer.status, "resourceRefs") if text_at(ref, "kind") == "FlinkDeployment"]
    assert [(at(ref, "ready"), at(ref, "reason")) for ref in jobs] == [(False, "NotMade")]
    assert answer.conditions[-1].status == "Unknown"
