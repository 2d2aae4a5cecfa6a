import pytest

from function.status.applying import cause, explain, requested
from function.status.observation import Observation

NO = "create failed: cannot create object: "


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('connect failed: cannot get provider config: ProviderConfig.x "nobody" not found', "ProviderConfigMissing"),
        (NO + 'namespaces "nowhere" not found', "NamespaceNotFound"),
        ('observe failed: no matches for kind "ScaledObject" in version "keda.sh/v1alpha1"', "CRDMissing"),
        (NO + 'services "x" is forbidden: User "y" cannot patch resource "services" in API group ""', "ProviderDenied"),
        (
            NO + "x is forbidden: exceeded quota: team, requested: pods=1, used: pods=2, limited: pods=2",
            "AdmissionDenied",
        ),
        (NO + 'admission webhook "p.example.org" denied the request: no', "AdmissionDenied"),
        (NO + "ValidatingAdmissionPolicy 'p' with binding 'b' denied request: no", "AdmissionDenied"),
        (
            NO + "admission webhook \"v.kb.io\" denied the request: x is already managed by the hpa 'y'",
            "AdmissionDenied",
        ),
        (NO + 'Deployment.apps "x" is invalid: spec.selector: Invalid value: {}: field is immutable', "ImmutableField"),
        (NO + 'Service "x" is invalid: spec.ports: Required value', "RefusedByCluster"),
        (NO + "etcdserver: request timed out", "ApplyFailed"),
        ("", "ApplyFailed"),
        ("ReconcileError", "ApplyFailed"),
    ],
)
def test_a_text_of_the_provider_has_a_reason(text: str, reason: str) -> None:
    assert explain(text, "Deployment").reason.name == reason


def test_the_group_is_part_of_what_is_denied() -> None:
    text = 'cannot get resource "scaledobjects" in API group "keda.sh" in the namespace "shop"'
    assert "the provider is not allowed to get scaledobjects.keda.sh." in explain(text, "ScaledObject").message


def test_a_rejected_value_is_not_repeated() -> None:
    text = 'Secret "x" is invalid: data.password: Invalid value: "hunter2": no'
    assert "hunter2" not in explain(text, "Secret").message


def test_amounts_of_a_quota_are_left_out() -> None:
    assert requested("requests.cpu=500m,pods=1") == ["pods", "requests.cpu"]


def test_without_a_failure_there_is_no_cause() -> None:
    assert cause(Observation(key="service", manifest={"kind": "Service"}, live={}, ready=False)) is None
