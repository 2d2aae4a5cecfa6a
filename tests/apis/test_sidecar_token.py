import pytest

from function.apis.sidecar_token import without_token


@pytest.mark.parametrize("text", ["true", "True", "1", "yes", "on"])
def test_a_sidecar_opens_no_secret_store(text: str) -> None:
    found = without_token({"dapr.io/enabled": text, "team": "a"})
    assert found == {"dapr.io/enabled": text, "team": "a", "dapr.io/disable-builtin-k8s-secret-store": "true"}


@pytest.mark.parametrize(
    "annotations", [{}, {"team": "a"}, {"dapr.io/enabled": "false"}, {"dapr.io/enabled": ""}, {"dapr.io/app-id": "a"}]
)
def test_a_pod_without_a_sidecar_gets_nothing(annotations: dict[str, str]) -> None:
    assert without_token(annotations) == annotations


@pytest.mark.parametrize("text", ["false", "true"])
def test_what_the_annotations_say_stays(text: str) -> None:
    given = {"dapr.io/disable-builtin-k8s-secret-store": text, "dapr.io/enabled": "true"}
    assert without_token(given) == given


def test_the_given_annotations_are_not_changed() -> None:
    given = {"dapr.io/enabled": "true"}
    assert without_token(given) != given == {"dapr.io/enabled": "true"}
