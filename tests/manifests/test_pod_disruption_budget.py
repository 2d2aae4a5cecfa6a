import pytest

from function.base.meta import Meta
from function.manifests.pod_disruption_budget import manifest


@pytest.mark.parametrize(
    ("minimum", "maximum", "expected"),
    [
        (1, None, {"minAvailable": 1}),
        (0, None, {"minAvailable": 0}),
        ("50%", None, {"minAvailable": "50%"}),
        (None, 0, {"maxUnavailable": 0}),
        (None, "25%", {"maxUnavailable": "25%"}),
    ],
)
def test_the_manifest(minimum: int | str | None, maximum: int | str | None, expected: dict[str, int | str]) -> None:
    made = manifest(Meta("orders", "shop"), selector={"app": "orders"}, min_available=minimum, max_unavailable=maximum)
    assert list(made) == ["apiVersion", "kind", "metadata", "spec"]
    assert made == {
        "apiVersion": "policy/v1",
        "kind": "PodDisruptionBudget",
        "metadata": {"name": "orders", "namespace": "shop"},
        "spec": {**expected, "selector": {"matchLabels": {"app": "orders"}}},
    }
