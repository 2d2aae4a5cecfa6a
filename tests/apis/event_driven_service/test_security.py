import pytest

from function.base.manifest import Json
from tests.documents import platform, worker
from tests.support import assert_rejects, assert_renders

POD = "deployment.spec.template.spec"
CONTAINER: dict[str, Json] = {
    "runAsNonRoot": True,
    "runAsUser": 1000,
    "allowPrivilegeEscalation": False,
    "capabilities": {"drop": ["ALL"]},
    "seccompProfile": {"type": "RuntimeDefault"},
}
UNKNOWN = "unknown field. Hint: the platform decides it, by default with the restricted Pod Security profile"
NO_ROOT = (
    "unknown field. Hint: the platform decides it; set securityContext.useImageUser: true to use the image's own user"
)
BASELINE = platform(security={"profile": "baseline"})


def contexts(pod: dict[str, Json], container: dict[str, Json]) -> dict[str, Json]:
    return {
        f"{POD}.securityContext": pod or None,
        f"{POD}.containers.0.securityContext": container,
        f"{POD}.initContainers.0.securityContext": container,
    }


def service(**context: Json) -> dict[str, Json]:
    return worker(initContainer={"args": ["up"]}, securityContext=context)


def test_the_restricted_profile_in_full_for_both_containers() -> None:
    assert_renders(service(), contexts({"runAsNonRoot": True, "runAsUser": 1000, "fsGroup": 1000}, CONTAINER))


@pytest.mark.parametrize(
    ("context", "pod", "container"),
    [
        ({"runAsUser": 2000}, {"runAsUser": 2000}, {"runAsUser": 2000}),
        ({"fsGroup": 3000}, {"fsGroup": 3000}, {}),
        ({"runAsGroup": 2001}, {"runAsGroup": 2001}, {}),
        ({"supplementalGroups": [1, 2]}, {"supplementalGroups": [1, 2]}, {}),
        ({"fsGroupChangePolicy": "OnRootMismatch"}, {"fsGroupChangePolicy": "OnRootMismatch"}, {}),
        ({"readOnlyRootFilesystem": True}, {}, {"readOnlyRootFilesystem": True}),
        ({"readOnlyRootFilesystem": False, "useImageUser": False}, {}, {}),
    ],
)
def test_overrides_stay_inside_the_profile(
    context: dict[str, Json], pod: dict[str, Json], container: dict[str, Json]
) -> None:
    restricted: dict[str, Json] = {"runAsNonRoot": True, "runAsUser": 1000, "fsGroup": 1000}
    assert_renders(service(**context), contexts(restricted | pod, CONTAINER | container))


def test_the_images_own_user_must_still_not_be_root() -> None:
    container = {key: value for key, value in CONTAINER.items() if key != "runAsUser"}
    assert_renders(service(useImageUser=True), contexts({"runAsNonRoot": True}, container))
    with_group: dict[str, Json] = {"runAsNonRoot": True, "fsGroup": 3000}
    assert_renders(service(useImageUser=True, fsGroup=3000), contexts(with_group, container))


def test_the_baseline_leaves_user_and_capabilities_to_the_image() -> None:
    container: dict[str, Json] = {
        "allowPrivilegeEscalation": False,
        "seccompProfile": {"type": "RuntimeDefault"},
    }
    assert_renders(service(), contexts({}, container), BASELINE)
    chosen: dict[str, Json] = {"runAsUser": 2000}
    assert_renders(service(runAsUser=2000), contexts(chosen, container | chosen), BASELINE)


@pytest.mark.parametrize(
    ("context", "path", "message"),
    [
        ({"runAsUser": 0}, "runAsUser", "must be at least 1; got 0"),
        ({"runAsGroup": 0}, "runAsGroup", "must be at least 1; got 0"),
        ({"fsGroup": 0}, "fsGroup", "must be at least 1; got 0"),
        ({"supplementalGroups": [0]}, "supplementalGroups[0]", "must be at least 1; got 0"),
        ({"runAsUser": "1000"}, "runAsUser", "must be an integer; got '1000'. Hint: remove the quotes"),
        (
            {"runAsUser": 1000, "useImageUser": True},
            "runAsUser",
            "useImageUser and runAsUser are mutually exclusive. Hint: remove one of them",
        ),
        ({"runAsNonRoot": False}, "runAsNonRoot", NO_ROOT),
        ({"privileged": True}, "privileged", UNKNOWN),
        ({"capabilities": {"add": ["NET_ADMIN"]}}, "capabilities", UNKNOWN),
    ],
)
def test_nothing_leads_out_of_the_profile(context: dict[str, Json], path: str, message: str) -> None:
    assert_rejects(service(**context), f"spec.securityContext.{path}", message)
