"""Which changes stop a job is what the Flink operator's API says."""

import pytest

from function.base.manifest import Json
from function.plan.difference import Change
from function.plan.flink import is_upgrade, note


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("metadata.labels.a", "b", "c"),
        ("spec.job.upgradeMode", "stateless", "savepoint"),
        ("spec.job.savepointTriggerNonce", 1, 2),
        ("spec.flinkConfiguration[parallelism.default]", "1", "2"),
        ("spec.flinkConfiguration[kubernetes.operator.savepoint.history.max.count]", "1", "2"),
        ("spec.flinkConfiguration[job.autoscaler.enabled]", None, "true"),
        ("spec.flinkConfiguration", None, {"kubernetes.operator.a": "1", "job.autoscaler.b": "2"}),
    ],
)
def test_the_job_goes_on(path: str, old: Json, new: Json) -> None:
    assert not is_upgrade([Change(path, old, new)])


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("spec.image", "a", "b"),
        ("spec.job.parallelism", 1, 2),
        ("spec.job.args[0]", "a", None),
        ("spec.job.state", "running", "suspended"),
        ("spec.flinkConfiguration[state.backend]", "a", "b"),
        ("spec.flinkConfiguration.blob", "a", "b"),
        ("spec.flinkConfiguration", None, {"kubernetes.operator.a": "1", "state.backend": "2"}),
        ("spec.podTemplate", None, {}),
    ],
)
def test_the_job_stops(path: str, old: Json, new: Json) -> None:
    assert is_upgrade([Change("metadata.labels.a", "b", "c"), Change(path, old, new)])


@pytest.mark.parametrize(
    ("mode", "text"),
    [
        ("savepoint", "the job stops with a savepoint and continues from it"),
        ("last-state", "the job stops and continues from its last checkpoint"),
        ("stateless", "the job stops and starts again without its state"),
        ("unknown", "the job stops and starts again"),
    ],
)
def test_the_note_says_what_becomes_of_its_state(mode: str, text: str) -> None:
    manifest: dict[str, Json] = {"spec": {"job": {"upgradeMode": mode}}}
    assert note(manifest, [Change("spec.image", "a", "b"), Change("spec.job.parallelism", 1, 2)]) == text
    rescaled = [Change("spec.job.parallelism", 1, 2), Change("metadata.labels.a", "b", "c")]
    assert note(manifest, rescaled) == f"{text}, unless the operator can rescale it in place"
