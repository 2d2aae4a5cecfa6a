import pytest

from function.apis.infra_binding.dapr.scoped import unscoped
from function.platform.config import PlatformConfig

REQUIRED = PlatformConfig.model_validate({"policy": {"dapr": {"requireScopes": True}}})


def test_what_everybody_may_use_is_an_error_where_the_platform_asks_for_scopes() -> None:
    (problem,) = unscoped("spec.dapr.components.store", [], REQUIRED)
    assert (problem.code, problem.path, problem.severity) == ("EP486", "spec.dapr.components.store.scopes", "error")
    assert problem.message == (
        "required by PlatformConfig.spec.policy.dapr.requireScopes: without it, every application of the namespace has "
        "access. Hint: list the IDs of the applications that may use it"
    )


@pytest.mark.parametrize(("scopes", "config"), [(["orders"], REQUIRED), ([], PlatformConfig())])
def test_otherwise_it_is_none(scopes: list[str], config: PlatformConfig) -> None:
    assert list(unscoped("spec.dapr.components.store", scopes, config)) == []
