import pytest

from function.apis.overlays import Claim, matches
from function.base.manifest import Json, Manifest
from function.platform.overlay import Overlay
from tests.documents import platform, worker, xr
from tests.support import assert_renders, look, manifests, outcome

POD = "deployment.spec.template.spec"
PATCH: Json = {"spec": {"template": {"spec": {"nodeSelector": {"pool": "gpu"}}}}}
CLAIM = Claim("shop", {"team": "a"}, {"size": "small", "scaling": {"maxReplicas": 3, "paused": True}, "env": []})


def overlay(patch: Json = PATCH, *match: Json, **fields: Json) -> Manifest:
    return {"name": "gpu", "kinds": ["Deployment"], "match": list(match), "patch": patch, **fields}


def expression(field: str, operator: str, *values: Json) -> Manifest:
    return {"field": field, "operator": operator, **({"values": list(values)} if values else {})}


@pytest.mark.parametrize(
    ("match", "expected"),
    [
        (expression("namespace", "In", "shop"), True),
        (expression("namespace", "In", "other", "shop"), True),
        (expression("namespace", "In", "other"), False),
        (expression("namespace", "NotIn", "shop"), False),
        (expression("namespace", "Exists"), True),
        (expression("labels.team", "In", "a"), True),
        (expression("labels.team", "Exists"), True),
        (expression("labels.other", "Exists"), False),
        (expression("labels.other", "In", "a"), False),
        (expression("labels.other", "NotIn", "a"), True),
        (expression("spec.size", "In", "small"), True),
        (expression("spec.size", "NotIn", "small"), False),
        (expression("spec.scaling.maxReplicas", "In", "3"), True),
        (expression("spec.scaling.paused", "In", "true"), True),
        (expression("spec.scaling.paused", "In", "True"), False),
        (expression("spec.scaling", "Exists"), True),
        (expression("spec.scaling", "In", "x"), False),
        (expression("spec.env", "Exists"), True),
        (expression("spec.metrics", "Exists"), False),
        (expression("spec.size.below", "Exists"), False),
    ],
)
def test_a_condition(match: Manifest, expected: bool) -> None:
    assert matches(Overlay.model_validate(overlay(PATCH, match)), CLAIM) is expected


def test_all_conditions_must_be_satisfied() -> None:
    both = overlay(PATCH, expression("namespace", "In", "shop"), expression("labels.team", "In", "b"))
    assert not matches(Overlay.model_validate(both), CLAIM)
    assert matches(Overlay.model_validate(overlay()), CLAIM)


def test_an_overlay_is_applied_to_its_kinds_alone() -> None:
    settings = platform(overlays=[overlay({"metadata": {"annotations": {"a": "b"}}}, kinds=["Service"])])
    made, before = manifests(worker(), settings), manifests(worker())
    assert look(made, "service.metadata.annotations") == {"a": "b"}
    assert {key for key in made if made[key] != before[key]} == {"service"}


def test_it_comes_after_defaults_and_claim_and_later_ones_after_earlier_ones() -> None:
    settings = platform(
        defaults={"pod": {"nodeSelector": {"pool": "cpu", "zone": "a"}}},
        overlays=[
            overlay(),
            {**overlay({"spec": {"template": {"spec": {"nodeSelector": {"zone": "b"}}}}}), "name": "b"},
        ],
    )
    assert_renders(worker(), {f"{POD}.nodeSelector": {"pool": "gpu", "zone": "b"}}, settings)


def test_a_sidecar_is_added_and_a_variable_set() -> None:
    patch: Json = {
        "spec": {
            "template": {
                "spec": {
                    "containers": [
                        {"name": "main", "env": [{"name": "SIDECAR", "value": "on"}]},
                        {"name": "proxy", "image": "proxy:1"},
                    ]
                }
            }
        }
    }
    spec = worker(env=[{"name": "OWN", "value": "1"}])
    expected: dict[str, Json] = {
        f"{POD}.containers.0.env.4": {"name": "SIDECAR", "value": "on"},
        f"{POD}.containers.1": {"name": "proxy", "image": "proxy:1"},
    }
    assert_renders(spec, expected, platform(overlays=[overlay(patch)]))


def test_conditions_read_the_claim() -> None:
    settings = platform(overlays=[overlay(PATCH, expression("labels.pool", "In", "gpu"))])
    labelled = outcome(xr(worker(), labels={"pool": "gpu"}), settings)
    assert "nodeSelector" in str(labelled.resources["deployment"].manifest)
    assert "nodeSelector" not in str(outcome(xr(worker()), settings).resources)


def test_the_mark_follows_the_overlay() -> None:
    with_overlay = outcome(xr(worker()), platform(overlays=[overlay()])).resources["deployment"].manifest
    assert look(with_overlay, "metadata.annotations") != look(
        outcome(xr(worker())).resources["deployment"].manifest, "metadata.annotations"
    )
