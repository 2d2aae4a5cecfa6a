from function.apis.breach import breach, with_severity
from function.base.problems import Problem
from function.render import check
from tests.documents import LOOSE, worker, xr

OTHER = Problem(path="spec.image", message="no image", code="EP106")
MESH = breach("spec.podLabels.a", "injects a sidecar", "podLabels")
CLAIM = xr(worker(podAnnotations={"dapr.io/enabled": "true"}, serviceAccount={"annotations": {"x": "y"}}))
POLICY = "PlatformConfig.spec.policy"


def test_with_settings_it_is_an_error_that_names_the_setting() -> None:
    (problem,) = with_severity([MESH], known=True)
    assert str(problem) == f"spec.podLabels.a: injects a sidecar; not allowed by {POLICY}.podLabels"
    assert (problem.severity, problem.code, problem.setting) == ("error", "EP224", f"{POLICY}.podLabels")


def test_without_settings_it_is_a_warning_that_names_the_setting() -> None:
    (problem,) = with_severity([MESH], known=False)
    assert str(problem) == f"spec.podLabels.a: injects a sidecar; allowed only by {POLICY}.podLabels"
    assert problem.severity == "warning"


def test_what_only_a_setting_can_supply_is_a_warning_without_settings_in_the_same_words() -> None:
    missing = Problem(path="spec.secrets.a", message="required", code="EP412", setting="PlatformConfig.spec.vault.role")
    assert [str(problem) for known in (True, False) for problem in with_severity([missing], known=known)] == [
        str(missing)
    ] * 2
    assert [problem.severity for known in (True, False) for problem in with_severity([missing], known=known)] == [
        "error",
        "warning",
    ]


def test_other_problems_stay_as_they_are() -> None:
    assert with_severity([OTHER], known=False) == with_severity([OTHER], known=True) == [OTHER]


def test_a_claim_is_judged_by_what_is_known_of_the_platform() -> None:
    severities = [{problem.severity for problem in check(CLAIM, platform)} for platform in (None, {}, LOOSE)]
    assert severities == [{"warning"}, {"error"}, set()]
