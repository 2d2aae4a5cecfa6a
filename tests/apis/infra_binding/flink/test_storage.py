import pytest

from function.apis.infra_binding.flink.storage import joined


@pytest.mark.parametrize(
    ("prefix", "expected"),
    [(None, "b"), ("", "b"), ("/", "b"), ("a", "b/a"), ("a/", "b/a"), ("/a/", "b/a"), ("a//b/", "b/a//b")],
)
def test_a_bucket_and_a_prefix_have_one_slash_between_them(prefix: str | None, expected: str) -> None:
    assert joined("b", prefix) == expected
