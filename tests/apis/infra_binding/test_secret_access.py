import pytest

from function.apis.infra_binding.secret_access import Setting, violations


def setting(
    given: str | None = None, own: str | None = None, allowed: tuple[str, ...] = (), required: str = ""
) -> Setting:
    return Setting(
        field="vault.address", given=given, own=own, allowed=allowed, policy="p.addresses", required=required
    )


def found(*settings: Setting) -> list[tuple[str, str, str | None]]:
    return [(problem.path, problem.code, problem.setting) for problem in violations("db", settings)]


BREACH = [("db.vault.address", "EP224", "PlatformConfig.spec.policy.p.addresses")]


@pytest.mark.parametrize(
    "given", ["https://evil", "https://v.evil.org", "https://v:8200", "https://v/x", "https://V", "/"]
)
@pytest.mark.parametrize(
    ("own", "allowed"), [(None, ()), ("https://v", ()), (None, ("https://v",)), ("https://v", ("w",))]
)
def test_what_the_platform_neither_uses_nor_lists_is_refused(
    given: str, own: str | None, allowed: tuple[str, ...]
) -> None:
    assert found(setting(given, own, allowed)) == BREACH


@pytest.mark.parametrize("given", ["https://v", "https://v/"])
@pytest.mark.parametrize(("own", "allowed"), [("https://v", ()), ("https://v/", ()), (None, ("w", "https://v/"))])
def test_what_it_uses_or_lists_may_be_said(given: str, own: str | None, allowed: tuple[str, ...]) -> None:
    assert found(setting(given, own, allowed, required="vault.address")) == []


def test_what_is_not_said_is_the_platforms() -> None:
    assert found(setting(own="https://v", required="vault.address"), setting(), setting(own="https://v")) == []
    assert (setting("a", "b").value, setting(own="b").value, setting().value) == ("a", "b", None)


def test_what_nobody_says_is_missing_if_it_is_required() -> None:
    assert found(setting(required="vault.address"), setting(required="aws.region")) == [
        ("db.vault.address", "EP412", "PlatformConfig.spec.vault.address"),
        ("db.vault.address", "EP412", "PlatformConfig.spec.aws.region"),
    ]


def test_one_that_is_listed_does_not_allow_another_setting() -> None:
    assert found(setting("a", allowed=("a",)), setting("b", allowed=("a",))) == BREACH
