import pytest

from function.apis.infra_binding.endpoints.usage import Total, Usage, total


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        ([], Total(0, "0", "0")),
        ([Usage(what="a")], Total(1, "0", "0")),
        ([Usage(what="a", cpu="100m", memory="100Mi", number=7)], Total(7, "700m", "700Mi")),
        (
            [Usage(what="a", cpu="2", memory="4Gi", number=128), Usage(what="b", cpu="1", memory="2Gi")],
            Total(129, "257", "514Gi"),
        ),
        ([Usage(what="a", cpu="0.5", memory="512Mi", number=3)], Total(3, "1500m", "1.5Gi")),
        ([Usage(what="a", cpu="1", memory="1G")], Total(1, "1", "976562.5Ki")),
        ([Usage(what="a", number=0, cpu="1", memory="1Gi")], Total(0, "0", "0")),
    ],
)
def test_the_sum_of_requests(found: list[Usage], expected: Total) -> None:
    assert total(found) == expected
