import pytest

from function.base.image import digest, pull_policy, registry_path, repository, tag

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


@pytest.mark.parametrize(
    ("image", "name"),
    [
        ("nginx", "docker.io/library/nginx"),
        (f"nginx:1.27@{SHA}", "docker.io/library/nginx"),
        ("library/nginx", "docker.io/library/nginx"),
        ("docker.io/nginx:1.27", "docker.io/library/nginx"),
        ("docker.io/library/nginx", "docker.io/library/nginx"),
        ("index.docker.io/library/nginx", "docker.io/library/nginx"),
        ("example/orders:1", "docker.io/example/orders"),
        ("ghcr.io/example/orders:1", "ghcr.io/example/orders"),
        ("ghcr.io/orders", "ghcr.io/orders"),
        ("localhost/orders", "localhost/orders"),
        ("localhost:5000/orders:5000", "localhost:5000/orders"),
        ("Registry/orders", "Registry/orders"),
        ("docker.io.example.org/nginx", "docker.io.example.org/nginx"),
    ],
)
def test_a_name_in_full(image: str, name: str) -> None:
    assert repository(image) == name


@pytest.mark.parametrize(
    ("prefix", "full"),
    [
        ("docker.io", "docker.io"),
        ("index.docker.io", "docker.io"),
        ("example", "docker.io/example"),
        ("ghcr.io", "ghcr.io"),
        ("localhost:5000", "localhost:5000"),
    ],
)
def test_the_beginning_of_a_name_in_full(prefix: str, full: str) -> None:
    assert registry_path(prefix) == full
