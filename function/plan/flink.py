"""Which changes of a FlinkDeployment the Flink Kubernetes Operator answers by stopping and starting the job.

The operator compares specs field by field and ignores some fields (`@SpecDiff` in its API, 1.8 to 1.14). Metadata
changes nothing.
"""

from collections.abc import Iterable, Mapping

from function.base.manifest import Json, text_at
from function.plan.difference import Change

_IGNORED = frozenset(
    {
        "spec.job.allowNonRestoredState",
        "spec.job.checkpointTriggerNonce",
        "spec.job.initialSavepointPath",
        "spec.job.savepointTriggerNonce",
        "spec.job.upgradeMode",
    }
)
_CONFIGURATION = "spec.flinkConfiguration"
_IGNORED_KEYS = ("job.autoscaler", "kubernetes.operator", "parallelism.default")
_MODES = {
    "savepoint": "the job stops with a savepoint and continues from it",
    "last-state": "the job stops and continues from its last checkpoint",
    "stateless": "the job stops and starts again without its state",
}
_SCALES = "spec.job.parallelism"


def is_upgrade(changes: Iterable[Change]) -> bool:
    """Return whether the operator stops the job for any of the changes."""
    return any(not _ignored(change) for change in changes)


def note(manifest: Mapping[str, Json], changes: Iterable[Change]) -> str:
    """Return how the job is upgraded, from the new manifest."""
    how = _MODES.get(text_at(manifest, "spec", "job", "upgradeMode"), "the job stops and starts again")
    if all(change.path == _SCALES or _ignored(change) for change in changes):
        return f"{how}, unless the operator can rescale it in place"
    return how


def _ignored(change: Change) -> bool:
    if not change.path.startswith("spec"):
        return True
    if change.path == _CONFIGURATION:
        keys = {*_keys(change.old), *_keys(change.new)}
        return all(key.startswith(_IGNORED_KEYS) for key in keys)
    key = change.path.removeprefix(_CONFIGURATION).strip(".[]")
    return change.path in _IGNORED or (change.path.startswith(_CONFIGURATION) and key.startswith(_IGNORED_KEYS))


def _keys(value: Json) -> list[str]:
    return list(value) if isinstance(value, Mapping) else []
