import pytest

from function.apis.pod_metadata import DOMAINS, PREFIXES, denied, effect, refused


@pytest.mark.parametrize(
    ("allowed", "found"),
    [
        ([], ["dapr.io/app-id", "team"]),
        (["team"], ["dapr.io/app-id"]),
        (["dapr.io/app-"], ["team"]),
        (["io/app-id"], ["dapr.io/app-id", "team"]),
        (["dapr.io/app-id-x"], ["dapr.io/app-id", "team"]),
        ([""], []),
    ],
)
def test_what_begins_with_no_allowed_prefix_is_denied(allowed: list[str], found: list[str]) -> None:
    assert denied(["team", "dapr.io/app-id"], allowed) == found


@pytest.mark.parametrize(
    ("keys", "allowed", "paths"),
    [
        (["team", "prometheus.io/scrape"], [], []),
        (["sidecar.istio.io/inject", "team"], [], ["spec.a.sidecar.istio.io/inject"]),
        (["sidecar.istio.io/inject"], ["linkerd.io"], ["spec.a.sidecar.istio.io/inject"]),
        (["sidecar.istio.io/inject"], ["sidecar.istio.io/"], []),
    ],
)
def test_only_keys_that_do_something_to_pods_need_consent(
    keys: list[str], allowed: list[str], paths: list[str]
) -> None:
    found = list(refused("spec.a", keys, allowed, "podLabels"))
    assert [problem.path for problem in found] == paths
    assert {problem.setting for problem in found} <= {"PlatformConfig.spec.policy.podLabels"}


def test_a_key_is_known_in_any_case_of_letters() -> None:
    assert effect("Dapr.io/enabled") == "injects a sidecar"


def test_no_entry_of_the_tables_is_there_twice() -> None:
    entries = [entry for table in (DOMAINS, PREFIXES) for known in table.values() for entry in known]
    assert len(entries) == len(set(entries))
    assert all(entry == entry.lower() for entry in entries)
