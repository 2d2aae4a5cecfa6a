"""How a job is replaced by its next version."""

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from function.apis.infra_binding.l5 import Binding
from function.apis.infra_binding.units import Duration
from function.base.text import Text

_ONLY_SAVEPOINT = (
    "the operator stops a job before it starts the next one, so of a strategy only a savepoint has an effect"
)
_OTHER_LIMITS = (
    "how long a savepoint may take is the timeout of the checkpoint, and how long the operator waits for it is one "
    "setting of the operator for all jobs, kubernetes.operator.flink.client.cancel.timeout"
)
Pods = Annotated[int, Field(ge=0, le=1000)]
Criterion = Annotated[
    str,
    Text(
        "^[a-zA-Z][_a-zA-Z0-9]* ?(<|>|<=|>=) ?[0-9]+([.][0-9]+)?(ms|s|m|%)?$",
        meaning="a comparison of a metric with a number",
        example="error_rate < 0.01",
        max_length=128,
    ),
]


class Hook(Binding):
    """Something that is done before or after a job is replaced."""

    action: Literal["savepoint", "verify_health"]
    """What is done."""
    timeout: Duration | None = None
    """How long it may take. It has no effect: Flink and the operator have limits of their own."""


class Hooks(Binding):
    """What is done before and after a job is replaced."""

    pre_upgrade: Annotated[list[Hook], Field(max_length=8)] = []
    """What is done before. A savepoint is the state from which the next version starts."""
    post_upgrade: Annotated[list[Hook], Field(max_length=8)] = []
    """What is done after. It has no effect: the status of the binding says whether the job runs."""

    def unmanaged(self) -> Iterator[tuple[str, str]]:
        """Yield each hook that nothing runs, and what has no effect of a savepoint before."""
        for position, hook in enumerate(self.pre_upgrade):
            place = f"pre_upgrade[{position}]"
            if hook.action != "savepoint":
                yield place, _ONLY_SAVEPOINT
            elif hook.timeout is not None:
                yield f"{place}.timeout", _OTHER_LIMITS
        yield from ((f"post_upgrade[{position}]", _ONLY_SAVEPOINT) for position, _ in enumerate(self.post_upgrade))


class Rolling(Binding):
    """How many pods are replaced at once."""

    max_unavailable: Pods | None = None
    """Pods that may be missing."""
    max_surge: Pods | None = None
    """Further pods that may run."""
    partition: Pods | None = None
    """Number of the first pod that is replaced."""


class Traffic(Binding):
    """How traffic moves to the next version."""

    type: Literal["instant", "gradual"]
    """Whether traffic moves at once."""


class BlueGreen(Binding):
    """Both versions run for a while."""

    switch_traffic_after: Literal["verify_health"] | None = None
    """What must succeed before traffic moves."""
    keep_old_version: Duration | None = None
    """How long the old version stays."""
    traffic: Traffic | None = None
    """How traffic moves to the next version."""


class Step(Binding):
    """A share of the traffic."""

    weight: Annotated[int, Field(ge=0, le=100)]
    """Percentage of the traffic for the next version."""
    duration: Duration | None = None
    """How long the step lasts."""
    metrics: Annotated[list[Criterion], Field(max_length=8)] = []
    """Criteria of the step."""


class Rollback(Binding):
    """Whether the old version returns."""

    enabled: bool | None = None
    """Whether the old version returns."""
    on_metrics_failure: bool | None = None
    """Whether the old version returns if a criterion is not met."""


class Canary(Binding):
    """The next version gets a growing share of the traffic."""

    steps: Annotated[list[Step], Field(max_length=16)] = []
    """The shares."""
    rollback: Rollback = Rollback()
    """Whether the old version returns."""


class Strategy(Binding):
    """How a job is replaced. The operator stops a job and starts the next one, so only a savepoint has an effect."""

    type: Literal["rolling_update", "blue_green", "canary"] | None = None
    """Kind of strategy."""
    rolling: Rolling = Rolling()
    """How many pods are replaced at once."""
    hooks: Hooks = Hooks()
    """What is done before and after a job is replaced."""
    blue_green: BlueGreen = BlueGreen()
    """Both versions run for a while."""
    canary: Canary = Canary()
    """The next version gets a growing share of the traffic."""

    @property
    def takes_savepoint(self) -> bool:
        """Return whether a savepoint is stored before a job is replaced."""
        return any(hook.action == "savepoint" for hook in self.hooks.pre_upgrade)

    def unmanaged(self) -> Iterator[tuple[str, str]]:
        """Yield each field without an effect, and why."""
        written = self.model_dump(exclude_none=True, exclude_defaults=True, exclude={"hooks"})
        yield from ((field, _ONLY_SAVEPOINT) for field in written)
        yield from ((f"hooks.{place}", why) for place, why in self.hooks.unmanaged())
