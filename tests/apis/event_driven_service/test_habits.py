"""Every row of the table is reached by someone who writes it, and leads to something that exists."""

import pytest

from function.apis.event_driven_service import habits
from function.apis.event_driven_service.model.service import EventDrivenService
from function.apis.registry import APIS
from function.base.alternatives import Alternative
from function.base.habit import Habit
from function.base.manifest import Json
from function.base.model import Spec
from function.base.validation import parse
from tests.documents import worker
from tests.field_types import field_types
from tests.leaves import leaves
from tests.support import assert_rejects

MODELS: dict[type[Spec], str] = {}
for api in APIS.values():
    for found_path, found in [("spec", Alternative(api.spec)), *field_types(Alternative(api.spec), "spec")]:
        if found.model:
            MODELS.setdefault(found.model, found_path)
ROWS = [(model, name, habit) for model in MODELS for name, habit in model.habits.items()]
ROW_IDS = [f"{model.__module__}.{model.__name__}.{name}" for model, name, _ in ROWS]
TABLES = [name for name in vars(habits) if name.isupper() and not name.startswith("_")]

BY_REFERENCE = (
    "unknown field; did you mean 'spec.secretRefs[].env'? Hint: write secretRefs: [{name: SECRET, "
    "env: [{secretKey: KEY, envName: VARIABLE}]}]; for a ConfigMap, configMapRefs: [{name: CONFIGMAP, "
    "env: [{configMapKey: KEY, envName: VARIABLE}]}]"
)
NODES = "unknown field. Hint: the platform decides where pods run; topologySpread spreads them across nodes or zones"
HOST = "unknown field. Hint: pods have no access to the network, processes and files of their node"
STRICT = "unknown field. Hint: the platform decides it, by default with the restricted Pod Security profile"
ONE = "unknown field. Hint: a service runs one container; initContainer runs another one before it"
NO_ROOT = (
    "unknown field. Hint: the platform decides it; set securityContext.useImageUser: true to use the image's own user"
)
VOLUME: dict[str, Json] = {"name": "a", "mountPath": "/a", "emptyDir": {}}


@pytest.mark.parametrize(("model", "name", "habit"), ROWS, ids=ROW_IDS)
def test_each_row_is_said_to_whoever_writes_the_name(model: type[Spec], name: str, habit: Habit) -> None:
    said = [problem for problem in parse(model, {name: {}}, "x")[1] if problem.path == f"x.{name}"]
    assert [problem.suggestion for problem in said] == [habit.use or None]
    assert habit.hint in said[0].message
    assert habit.use or habit.hint


@pytest.mark.parametrize("table", TABLES)
def test_each_table_belongs_to_an_object_of_the_api(table: str) -> None:
    assert any(vars(habits)[table].items() <= model.habits.items() for model in MODELS)


@pytest.mark.parametrize(("model", "name", "habit"), ROWS, ids=ROW_IDS)
def test_each_row_leads_to_a_field_that_exists(model: type[Spec], name: str, habit: Habit) -> None:
    fields = {info.alias or field for field, info in model.model_fields.items()}
    assert name not in fields
    assert not habit.covers or habit.covers in fields
    root, meant = (
        (EventDrivenService, habit.use.removeprefix("spec.")) if habit.use[:5] == "spec." else (model, habit.use)
    )
    known = set(leaves(root))
    assert not meant or any(
        field == meant or field.startswith((f"{meant}.", f"{meant}[]", f"{meant}{{}}")) for field in known
    )


@pytest.mark.parametrize(
    ("fields", "path", "message"),
    [
        (
            {"env": [{"name": "A", "valueFrom": {"secretKeyRef": {"name": "b", "key": "c"}}}]},
            "env[0].valueFrom",
            BY_REFERENCE,
        ),
        (
            {"secretRefs": [{"name": "a", "env": [{"key": "b", "envName": "C"}]}]},
            "secretRefs[0].env[0].key",
            "unknown field; did you mean 'secretKey'?",
        ),
        ({"affinity": {}}, "affinity", NODES),
        ({"nodeSelector": {}}, "nodeSelector", NODES),
        ({"tolerations": []}, "tolerations", NODES),
        (
            {"hostAliases": []},
            "hostAliases",
            "unknown field. Hint: the platform decides how pods resolve names; use the DNS name of a Service",
        ),
        (
            {"serviceAccountName": "a"},
            "serviceAccountName",
            "unknown field. Hint: each service has a ServiceAccount of its own, with the name of the claim",
        ),
        ({"hostPath": "/a"}, "hostPath", HOST),
        ({"volumes": [{**VOLUME, "hostPath": {}}]}, "volumes[0].hostPath", HOST),
        ({"privileged": True}, "privileged", STRICT),
        ({"securityContext": {"capabilities": {}}}, "securityContext.capabilities", STRICT),
        (
            {"securityContext": {"runAsNonRoot": True}},
            "securityContext.runAsNonRoot",
            NO_ROOT,
        ),
        ({"containers": []}, "containers", ONE),
        ({"sidecars": []}, "sidecars", ONE),
        ({"scaling": {"min": 1}}, "scaling.min", "unknown field; did you mean 'minReplicas'?"),
        ({"scaling": {"max": 1}}, "scaling.max", "unknown field; did you mean 'maxReplicas'?"),
        (
            {"probes": {"liveness": {"httpGet": {"path": "/", "port": 1}}}},
            "probes.liveness.httpGet",
            "unknown field; did you mean 'path'? Hint: write path directly into the probe; the port is spec.httpPort",
        ),
    ],
)
def test_first_attempts(fields: dict[str, Json], path: str, message: str) -> None:
    assert_rejects(worker(**fields), f"spec.{path}", message)
