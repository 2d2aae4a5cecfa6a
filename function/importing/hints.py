"""What to do about a value that does not fit into a claim."""

from collections.abc import Iterable, Mapping, Sequence

from function.apis.event_driven_service import habits
from function.base.habit import Habit
from function.base.manifest import Json
from function.importing import kinds

_OVERLAY = "keep it outside the claim, or ask the platform team for an overlay (PlatformConfig.spec.overlays)"
_LABELS = Habit(
    hint="the platform sets the labels of all objects (defaults.labels); for labels of the pods, use podLabels"
)
_ANNOTATIONS = Habit(
    hint="the platform sets annotations of all objects (defaults.annotations); for those of pods, use podAnnotations"
)
_CLIENTS = Habit(hint="clients must use the port of the container: the Service of a claim has the same port")
_PLATFORM_VARIABLE = Habit(hint="the platform can set it in all pods (PlatformConfig.spec.defaults.pod.env)")
_OWN: Mapping[str, Mapping[str, Habit]] = {
    kinds.DEPLOYMENT: {
        "annotations": _ANNOTATIONS,
        "enableServiceLinks": Habit(hint="use the DNS names of Services instead of variables"),
        "fieldRef": _PLATFORM_VARIABLE,
        "initContainers": Habit(hint="initContainer runs one container, which must complete before the service starts"),
        "lifecycle": Habit(hint="handle SIGTERM in the service, and set terminationGracePeriodSeconds"),
        "minReadySeconds": Habit(hint="the platform decides how revisions are rolled out"),
        "resourceFieldRef": _PLATFORM_VARIABLE,
        "workingDir": Habit(hint="set it in the image, or change the directory at the start of the command"),
    },
    kinds.SERVICE: {
        "clusterIP": Habit(hint="the Service of a claim has a cluster IP; create a headless Service yourself"),
        "port": _CLIENTS,
        "ports": Habit(hint="the Service of a claim has one port; create another Service for this one"),
        "type": habits.SERVICE["ingress"],
    },
    kinds.ACCOUNT: {
        "imagePullSecrets": Habit("imagePullSecrets"),
        "automountServiceAccountToken": Habit("serviceAccount.mountToken"),
    },
    kinds.SCALED_OBJECT: {**habits.SCALING, **habits.TRIGGER},
    kinds.AUTOSCALER: {
        **habits.SCALING,
        "metrics": Habit(hint="use another trigger in scaling.triggers, such as prometheus"),
    },
    kinds.SERVICE_MONITOR: habits.METRICS,
    kinds.POD_MONITOR: habits.METRICS,
    kinds.BUDGET: {},
    kinds.NETWORK_POLICY: {},
}
_LOOK_INSIDE = frozenset({"env", "livenessProbe", "readinessProbe", "startupProbe", "volumeMounts", "volumes"})
"""Fields whose values are lost as a whole because of something in them."""
_AROUND = frozenset({"spec", "template"})
"""Names above a part, which are not the reason."""
_METADATA = {"labels": _LABELS, "annotations": _ANNOTATIONS}
_INSIDE: tuple[tuple[str, Mapping[str, Habit]], ...] = (
    ("livenessProbe", habits.PROBE),
    ("readinessProbe", habits.PROBE),
    ("startupProbe", habits.PROBE),
    ("topologySpreadConstraints", habits.TOPOLOGY_SPREAD),
    ("volumeMounts", {**habits.VOLUME, **habits.VOLUME_SOURCE}),
    ("volumes", {**habits.VOLUME, **habits.VOLUME_SOURCE}),
    ("securityContext", habits.POD_SECURITY),
)
"""Parts of a pod in which names mean something else than elsewhere."""


def hint(kind: str, path: Sequence[str | int], value: Json) -> str:
    """Return what to do; the kind is that of the object, and the value is what was found at the path."""
    names = [step for step in path if isinstance(step, str)]
    tables = [table for part, table in _INSIDE if part in names]
    if names[:1] == ["metadata"]:
        tables = [_METADATA]
    elif kind == kinds.DEPLOYMENT and not tables:
        tables = [_OWN[kind], habits.SERVICE]
    else:
        tables = [*tables, _OWN[kind]]
    around = _AROUND if isinstance(path[-1:] and path[-1], int) else {*_AROUND, "containers", "initContainers"}
    inside = _keys(value) if _LOOK_INSIDE & {*names} else ()
    for name in (*inside, *(name for name in reversed(names) if name not in around)):
        for table in tables:
            if name in table:
                return _text(kind, table[name])
    return _OVERLAY


def _keys(value: Json) -> Iterable[str]:
    """Return the keys of an object and of the objects in it, in which the reason may be: those of objects first."""
    if not isinstance(value, Mapping):
        return ()
    objects = {key: inner for key, inner in value.items() if isinstance(inner, Mapping)}
    return (*objects, *(key for inner in objects.values() for key in inner), *value)


def _text(kind: str, habit: Habit) -> str:
    """Return the hint, or the field to use, which the habits of autoscalers name relative to `scaling`."""
    if habit.hint:
        return habit.hint
    above = "spec.scaling." if kind in (kinds.SCALED_OBJECT, kinds.AUTOSCALER) else "spec."
    return f"use {habit.use if habit.use.startswith('spec.') else above + habit.use}"
