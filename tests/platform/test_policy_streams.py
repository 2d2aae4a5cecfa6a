import pytest

from function.platform.policy_streams import within

PREFIXES = {"payments": ["payments.", "card-"], "*": ["public."], "idle": []}


@pytest.mark.parametrize(
    ("namespace", "name"),
    [("payments", "payments.a"), ("payments", "card-x"), ("other", "public.a"), ("idle-2", "public.")],
)
def test_what_a_namespace_owns(namespace: str, name: str) -> None:
    assert within(PREFIXES, namespace, name)
    assert within(None, namespace, "anything")


@pytest.mark.parametrize(
    ("namespace", "name"),
    [
        ("payments", "payment"),
        ("payments", "xpayments.a"),
        ("payments", "public.a"),
        ("other", "payments.a"),
        ("idle", "a"),
    ],
)
def test_what_it_does_not(namespace: str, name: str) -> None:
    assert not within(PREFIXES, namespace, name)


def test_without_a_star_other_namespaces_own_nothing() -> None:
    assert not within({"payments": [""]}, "other", "a")
    assert within({"payments": [""]}, "payments", "a")
