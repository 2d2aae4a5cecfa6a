import pytest

from function.apis.infra_binding.named import got


@pytest.mark.parametrize(
    ("name", "known", "text"),
    [
        ("kafka_usr", ["kafka_user", "db"], "'kafka_usr'; did you mean 'kafka_user'?"),
        ("other", ["kafka_user"], "'other'"),
        ("other", [], "'other'"),
    ],
)
def test_a_similar_name_is_suggested(name: str, known: list[str], text: str) -> None:
    assert got(name, known) == text
