import pytest

from function.apis.event_driven_service.dependencies import dependencies
from function.apis.event_driven_service.model.service import EventDrivenService
from function.base.manifest import Json
from function.base.validation import parse
from tests.documents import worker


def needed(**fields: Json) -> list[tuple[str, str, str, list[str]]]:
    spec, problems = parse(EventDrivenService, worker(**fields), "spec")
    assert spec is not None, problems
    return [(found.kind, found.name, found.field, [key.field for key in found.keys]) for found in dependencies(spec)]


KEY: Json = {"secretKey": "password", "envName": "DB_PASSWORD"}


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"secretRefs": [{"name": "db", "envFrom": True, "optional": True}]},
        {"secretRefs": [{"name": "db", "env": [{"secretKey": "a", "envName": "A", "optional": True}]}]},
        {"volumes": [{"name": "x", "mountPath": "/x", "emptyDir": {}}]},
        {"volumes": [{"name": "x", "mountPath": "/x", "secret": {"name": "tls", "optional": True}}]},
        {"configMapRefs": [{"name": "flags", "envFrom": True, "optional": True}]},
    ],
)
def test_what_need_not_exist_is_not_needed(fields: dict[str, Json]) -> None:
    assert needed(**fields) == []


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"secretRefs": [{"name": "db", "envFrom": True}]}, ("Secret", "db", "spec.secretRefs[0].name", [])),
        (
            {"secretRefs": [{"name": "db", "env": [KEY]}]},
            ("Secret", "db", "spec.secretRefs[0].name", ["spec.secretRefs[0].env[0].secretKey"]),
        ),
        (
            {
                "secretRefs": [
                    {"name": "db", "optional": True, "env": [{"secretKey": "a", "envName": "A", "optional": False}]}
                ]
            },
            ("Secret", "db", "spec.secretRefs[0].name", ["spec.secretRefs[0].env[0].secretKey"]),
        ),
        (
            {"configMapRefs": [{"name": "flags", "env": [{"configMapKey": "a", "envName": "A"}]}]},
            ("ConfigMap", "flags", "spec.configMapRefs[0].name", ["spec.configMapRefs[0].env[0].configMapKey"]),
        ),
        ({"imagePullSecrets": [{"name": "registry"}]}, ("Secret", "registry", "spec.imagePullSecrets[0].name", [])),
        (
            {
                "volumes": [
                    {"name": "x", "mountPath": "/x", "secret": {"name": "tls", "items": [{"key": "a", "path": "a"}]}}
                ]
            },
            ("Secret", "tls", "spec.volumes[0].secret.name", ["spec.volumes[0].secret.items[0].key"]),
        ),
        (
            {"volumes": [{"name": "x", "mountPath": "/x", "configMap": {"name": "flags"}}]},
            ("ConfigMap", "flags", "spec.volumes[0].configMap.name", []),
        ),
    ],
)
def test_what_must_exist_is_named_with_its_field(
    fields: dict[str, Json], expected: tuple[str, str, str, list[str]]
) -> None:
    assert needed(**fields) == [expected]
