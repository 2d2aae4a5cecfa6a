import pytest

from function.base import labels


@pytest.mark.parametrize(
    ("version", "reason"),
    [
        ("1.2.3", "a release"),
        ("main-0a1b2c3_x", "dashes and underscores inside"),
        ("V", "one letter"),
        ("a" * 63, "as long as a label value may be"),
    ],
)
def test_a_tag_is_the_version(version: str, reason: str) -> None:
    made = labels.recommended("orders", "event-driven-worker", f"ghcr.io/example/orders:{version}")
    assert made == {
        "app.kubernetes.io/name": "orders",
        "app.kubernetes.io/component": "event-driven-worker",
        "app.kubernetes.io/managed-by": "crossplane",
        "app.kubernetes.io/version": version,
    }, reason


@pytest.mark.parametrize(
    ("image", "reason"),
    [
        ("ghcr.io/example/orders", "no tag"),
        ("registry.example.org:5000/orders", "the port is no tag"),
        ("ghcr.io/example/orders@sha256:" + "0" * 64, "a digest is too long and holds a colon"),
        ("ghcr.io/example/orders:" + "a" * 64, "too long for a label value"),
        ("ghcr.io/example/orders:_nightly", "a label value does not begin with _"),
        ("ghcr.io/example/orders:1.2.", "a label value does not end with a dot"),
        ("ghcr.io/example/orders:1.2-", "a label value does not end with a dash"),
    ],
)
def test_what_is_no_label_value_is_left_out(image: str, reason: str) -> None:
    assert labels.VERSION not in labels.recommended("orders", "event-driven-worker", image), reason


def test_the_version_of_tag_and_digest_is_the_tag() -> None:
    made = labels.recommended("orders", "event-driven-worker", "orders:1.2.3@sha256:" + "0" * 64)
    assert made[labels.VERSION] == "1.2.3"


def test_the_selector_is_name_and_component_alone() -> None:
    assert labels.selector("orders", "event-driven-worker") == {
        "app.kubernetes.io/name": "orders",
        "app.kubernetes.io/component": "event-driven-worker",
    }


def test_every_label_of_ours_is_reserved() -> None:
    assert set(labels.recommended("orders", "event-driven-worker", "orders:1")) == set(labels.RESERVED)
