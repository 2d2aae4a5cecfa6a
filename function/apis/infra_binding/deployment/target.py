"""What all targets of a deployment have in common."""

from collections.abc import Iterator, Mapping
from typing import Annotated, Any

from function.apis.infra_binding.deployment.compute import Offered
from function.apis.infra_binding.deployment.high_availability import HighAvailability
from function.apis.infra_binding.l5 import Binding
from function.base.marks import MayHoldSecret

PIPELINE = "pipelines run outside the cluster; the document contains it for them"


class Target(Binding):
    """Where processes run."""

    type: str
    """Kind of target."""
    ci_cd: Annotated[dict[str, Any], MayHoldSecret()] = {}
    """The pipeline that delivers the processes, with any content. Nothing runs it; the document contains it."""

    def offered(self) -> Offered:
        """Return what a task manager has."""
        return Offered()

    def configuration(self) -> dict[str, str]:
        """Return the settings of jobs that follow from the target alone, under Flink's names."""
        return {}

    def limits(self, slots: int) -> dict[str, str]:
        """Return the settings that depend on the number of slots of a task manager."""
        return {}

    def high_availability(self) -> HighAvailability | None:
        """Return how a job goes on when its job manager fails, or None if the target does not say."""
        return None

    def identity(self, binding: str) -> dict[str, str]:
        """Return the settings that tell job managers of this binding, such as `shop/cards`, from those of others."""
        return {}

    def files(self) -> Mapping[str, str]:
        """Return further files of the document, by name."""
        return {}

    def unmanaged(self) -> Iterator[tuple[str, str]]:
        """Yield each field that creates nothing, and why."""
        if self.ci_cd:
            yield "ci_cd", PIPELINE
        kept = self.high_availability()
        if kept is not None:
            yield from ((f"ha.{place}", why) for place, why in kept.unmanaged())

    def changed(self) -> Iterator[tuple[str, str]]:
        """Yield each field whose value is not used exactly as written, and what is used instead."""
        yield from ()
