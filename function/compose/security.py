"""The security settings of a container in a compose file."""

from collections.abc import Iterator, Mapping

from function.base.manifest import Json, Manifest, is_list, items_at, mapping_at, present, text_at
from function.compose.effect import without
from function.compose.text import escaped

_PROFILES = "profiles are those of your container engine"
_LABELS = "labels are those of your container engine"
_OF_CONTAINER = {
    **dict.fromkeys(("allowPrivilegeEscalation", "capabilities", "privileged", "readOnlyRootFilesystem"), ""),
    **dict.fromkeys(("runAsGroup", "runAsNonRoot", "runAsUser", "seccompProfile"), ""),
    "appArmorProfile": _PROFILES,
    "procMount": "/proc is that of your container engine",
    "seLinuxOptions": _LABELS,
}
_OF_POD = {
    **dict.fromkeys(("fsGroup", "runAsGroup", "runAsNonRoot", "runAsUser", "seccompProfile"), ""),
    **dict.fromkeys(("supplementalGroups", "sysctls"), ""),
    "appArmorProfile": _PROFILES,
    "fsGroupChangePolicy": "the owner of files stays",
    "seLinuxOptions": _LABELS,
}
"""Fields, each with why it has no effect, or "" if it has one or is told below."""


def security(container: Json, pod_spec: Json) -> Manifest:
    """Return the fields of the service; without a seccomp profile, the engine has its own."""
    own, pod = _contexts(container, pod_spec)
    user, group = _either("runAsUser", own, pod), _either("runAsGroup", own, pod)
    groups = [pod.get("fsGroup"), *items_at(pod, "supplementalGroups")]
    options = ["no-new-privileges:true"] if own.get("allowPrivilegeEscalation") is False else []
    options += ["seccomp=unconfined"] if _seccomp(own, pod) == "Unconfined" else []
    return present(
        {
            "user": None if user is None else f"{user}:{group}" if group is not None else str(user),
            "group_add": [*dict.fromkeys(str(number) for number in groups if number is not None)],
            "read_only": own.get("readOnlyRootFilesystem") is True or None,
            "privileged": own.get("privileged") is True or None,
            "cap_drop": _texts(own, "drop"),
            "cap_add": _texts(own, "add"),
            "security_opt": options,
            "sysctls": {text_at(each, "name"): escaped(text_at(each, "value")) for each in items_at(pod, "sysctls")},
        }
    )


def told(container: Json, pod_spec: Json) -> Iterator[str]:
    """Yield what of the settings has no effect."""
    own, pod = _contexts(container, pod_spec)
    name = text_at(container, "name")
    yield from without(pod, _OF_POD, "securityContext.")
    yield from without(own, _OF_CONTAINER, f"{name}: securityContext.")
    user, group = _either("runAsUser", own, pod), _either("runAsGroup", own, pod)
    if user is None and _either("runAsNonRoot", own, pod) is True:
        yield f"{name}: securityContext.runAsNonRoot: is not checked, and the user is that of the image"
    if user is None and group is not None:
        yield f"{name}: securityContext.runAsGroup: compose sets no group without a user"
    if _seccomp(own, pod) == "Localhost":
        yield f"{name}: securityContext.seccompProfile: its file is on the nodes of the cluster"
    if pod.get("fsGroup") is not None and items_at(container, "volumeMounts"):
        yield f"{name}: securityContext.fsGroup: processes are in the group, and files of volumes keep theirs"


def _contexts(container: Json, pod_spec: Json) -> tuple[Mapping[str, Json], Mapping[str, Json]]:
    return mapping_at(container, "securityContext"), mapping_at(pod_spec, "securityContext")


def _either(field: str, own: Mapping[str, Json], pod: Mapping[str, Json]) -> Json:
    """Return a value of the container, or else of the pod."""
    return pod.get(field) if own.get(field) is None else own[field]


def _seccomp(own: Mapping[str, Json], pod: Mapping[str, Json]) -> str:
    return text_at(_either("seccompProfile", own, pod), "type")


def _texts(own: Mapping[str, Json], change: str) -> list[Json]:
    found = mapping_at(own, "capabilities").get(change)
    return [escaped(str(name)) for name in found] if is_list(found) else []
