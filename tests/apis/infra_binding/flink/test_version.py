import pytest

from function.apis.infra_binding.flink.version import VERSIONS, release, series, since, supported


@pytest.mark.parametrize(
    ("image", "version", "exact"),
    [
        ("company/flink:1.17.1-proc-dsl", "v1_17", "1.17.1"),
        ("company/flink:1.20.1-scala_2.12-java17", "v1_20", "1.20.1"),
        ("flink:2.0.0", "v2_0", "2.0.0"),
        ("flink:v1.19.2", "v1_19", "1.19.2"),
        ("flink:1.20", "v1_20", None),
        ("flink:1.20-java17", "v1_20", None),
        ("flink:1.16.3", "v1_16", "1.16.3"),
        (f"flink:1.20.1@sha256:{'0' * 64}", "v1_20", "1.20.1"),
        ("registry.example.org:5000/flink:2.1.0", "v2_1", "2.1.0"),
        ("registry.example.org:5000/flink", None, None),
        ("company/flink:latest", None, None),
        ("company/flink", None, None),
        ("company/job:20.1", "v20_1", None),
        ("company/job:20260101.1", "v20260101_1", None),
        ("company/job:1.20.1.5", None, None),
        ("company/job:1.2020202020", None, None),
        ("company/job:1.20.2020202020", None, None),
        ("company/job:1.20rc1", None, None),
        ("company/job:release-1.20.1", None, None),
    ],
)
def test_the_version_is_at_the_beginning_of_the_tag(image: str, version: str | None, exact: str | None) -> None:
    assert (series(image), release(image)) == (version, exact)


@pytest.mark.parametrize("version", [None, "v1_16", "v1_21", "v3_0", "v20_1", ""])
def test_what_the_operator_does_not_run_is_not_supported(version: str | None) -> None:
    assert supported(version) is None


def test_all_others_are() -> None:
    assert [supported(version) for version in VERSIONS] == list(VERSIONS)


def test_a_version_that_is_not_known_may_be_an_old_one() -> None:
    assert not since(None, "v1_17")
    assert [version for version in VERSIONS if since(version, "v1_20")] == ["v1_20", "v2_0", "v2_1", "v2_2"]
