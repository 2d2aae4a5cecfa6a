"""Preflights that cannot run, or that the platform does not allow."""

from collections.abc import Iterator

from function.apis.breach import breach
from function.apis.infra_binding.preflight.job import Preflight
from function.base.problems import Problem, describe, join
from function.platform.config import PlatformConfig

_PATH = "spec.preflight"
_IMAGE = "PlatformConfig.spec.preflight.image"


def problems(preflight: Preflight | None, config: PlatformConfig) -> Iterator[Problem]:
    """Yield what is wrong with the preflight of a binding, if it has one."""
    if preflight is None:
        return
    refused = [kind for kind in preflight.plan.kinds if kind not in config.policy.preflight]
    for kind in refused:
        yield breach(join(_PATH, "checks"), describe("runs checks in a Job", got=f"'{kind}'"), "preflight")
    if not refused and config.preflight.image is None:
        message = describe(f"needs {_IMAGE}", hint="ask the platform team to set it, or remove the field")
        yield Problem(path=_PATH, message=message, code="EP475", setting=_IMAGE)
    if not preflight.plan.targets:
        message = describe("has nothing that it can check; status.preflight says why", hint="remove the field")
        yield Problem(path=_PATH, message=message, code="EP476", severity="warning")
