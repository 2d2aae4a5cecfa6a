"""Security settings are those of the pod as far as compose has them, and the rest is told."""

import pytest

from function.base.manifest import Json, Manifest
from function.compose.security import security, told
from tests.compose.objects import container

ENGINE = "your container engine"


def made(own: Json, pod: Json = None) -> Manifest:
    return security(container(securityContext=own), {"securityContext": pod})


def said(own: Json, pod: Json = None, **fields: Json) -> list[str]:
    return [*told(container(securityContext=own, **fields), {"securityContext": pod})]


@pytest.mark.parametrize(
    ("own", "pod", "expected"),
    [
        ({}, {}, {}),
        ({"runAsUser": 0}, {"runAsUser": 5}, {"user": "0"}),
        ({"runAsUser": 1}, {"runAsGroup": 2}, {"user": "1:2"}),
        ({}, {"runAsUser": 1000, "fsGroup": 0}, {"user": "1000", "group_add": ["0"]}),
        ({}, {"fsGroup": 5, "supplementalGroups": [6, 5]}, {"group_add": ["5", "6"]}),
        ({"readOnlyRootFilesystem": True}, {}, {"read_only": True}),
        ({"privileged": True}, {}, {"privileged": True}),
        (
            {"capabilities": {"drop": ["ALL"], "add": ["NET_BIND_SERVICE"]}},
            {},
            {"cap_drop": ["ALL"], "cap_add": ["NET_BIND_SERVICE"]},
        ),
        ({"allowPrivilegeEscalation": False}, {}, {"security_opt": ["no-new-privileges:true"]}),
        ({"seccompProfile": {"type": "Unconfined"}}, {}, {"security_opt": ["seccomp=unconfined"]}),
        ({}, {"seccompProfile": {"type": "Unconfined"}}, {"security_opt": ["seccomp=unconfined"]}),
        ({"seccompProfile": {"type": "RuntimeDefault"}}, {"seccompProfile": {"type": "Unconfined"}}, {}),
        ({}, {"sysctls": [{"name": "net.core.somaxconn", "value": "1$"}]}, {"sysctls": {"net.core.somaxconn": "1$$"}}),
        # what is off or of another type is no setting
        ({"readOnlyRootFilesystem": False, "privileged": False, "allowPrivilegeEscalation": True}, {}, {}),
        ({"runAsGroup": 2}, {}, {}),
    ],
)
def test_a_setting_has_its_equivalent(own: Json, pod: Json, expected: Manifest) -> None:
    assert made(own, pod) == expected


@pytest.mark.parametrize(
    ("own", "pod", "expected"),
    [
        ({"appArmorProfile": {}}, {}, f"main: securityContext.appArmorProfile: profiles are those of {ENGINE}"),
        ({"seLinuxOptions": {}}, {}, f"main: securityContext.seLinuxOptions: labels are those of {ENGINE}"),
        ({"procMount": "Default"}, {}, f"main: securityContext.procMount: /proc is that of {ENGINE}"),
        ({"windowsOptions": {}}, {}, "main: securityContext.windowsOptions: this command does not translate it"),
        ({}, {"appArmorProfile": {}}, f"securityContext.appArmorProfile: profiles are those of {ENGINE}"),
        ({}, {"seLinuxOptions": {}}, f"securityContext.seLinuxOptions: labels are those of {ENGINE}"),
        ({}, {"fsGroupChangePolicy": "Always"}, "securityContext.fsGroupChangePolicy: the owner of files stays"),
        ({}, {"supplementalGroupsPolicy": "Strict"}, "securityContext.supplementalGroupsPolicy: this command does not"),
        ({}, {"runAsNonRoot": True}, "main: securityContext.runAsNonRoot: is not checked, and the user is that of"),
        ({"runAsNonRoot": True}, {}, "main: securityContext.runAsNonRoot: is not checked, and the user is that of"),
        ({"runAsGroup": 2}, {}, "main: securityContext.runAsGroup: compose sets no group without a user"),
        ({"seccompProfile": {"type": "Localhost"}}, {}, "main: securityContext.seccompProfile: its file is on the nod"),
        ({}, {"seccompProfile": {"type": "Localhost"}}, "main: securityContext.seccompProfile: its file is on the nod"),
    ],
)
def test_a_setting_without_effect_is_told(own: Json, pod: Json, expected: str) -> None:
    (line,) = said(own, pod)
    assert line.startswith(expected)


def test_the_group_of_volumes_is_told_only_if_there_are_volumes() -> None:
    group: Json = {"fsGroup": 1000, "runAsUser": 1000}
    expected = "main: securityContext.fsGroup: processes are in the group, and files of volumes keep theirs"
    assert said({}, group, volumeMounts=[{"name": "a", "mountPath": "/a"}]) == [expected]
    assert said({}, group) == []


def test_what_has_an_effect_is_not_told() -> None:
    own: Json = {
        "runAsNonRoot": True,
        "runAsUser": 1000,
        "allowPrivilegeEscalation": False,
        "capabilities": {"drop": ["ALL"]},
        "seccompProfile": {"type": "RuntimeDefault"},
    }
    assert said(own, {"runAsNonRoot": True, "supplementalGroups": [5], "sysctls": []}) == []
