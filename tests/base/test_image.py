import pytest

from function.base.image import digest, pull_policy, tag

SHA = "sha256:" + "0" * 64


@pytest.mark.parametrize(
    ("image", "expected_tag", "expected_digest", "policy"),
    [
        ("ghcr.io/example/orders:1.2.3", "1.2.3", "", "IfNotPresent"),
        (f"ghcr.io/example/orders@{SHA}", "", SHA, "IfNotPresent"),
        (f"ghcr.io/example/orders:1.2.3@{SHA}", "1.2.3", SHA, "IfNotPresent"),
        (f"ghcr.io/example/orders:latest@{SHA}", "latest", SHA, "IfNotPresent"),
        ("registry.example.org:5000/orders:1.2.3", "1.2.3", "", "IfNotPresent"),
        ("registry.example.org:5000/orders", "", "", "Always"),
        (f"registry.example.org:5000/orders@{SHA}", "", SHA, "IfNotPresent"),
        ("orders", "", "", "Always"),
        ("orders:latest", "latest", "", "Always"),
        ("orders:latest-alpine", "latest-alpine", "", "IfNotPresent"),
        ("latest", "", "", "Always"),
        ("localhost:5000/team/orders:v1", "v1", "", "IfNotPresent"),
    ],
)
def test_the_parts_of_a_reference(image: str, expected_tag: str, expected_digest: str, policy: str) -> None:
    assert (tag(image), digest(image), pull_policy(image)) == (expected_tag, expected_digest, policy)
