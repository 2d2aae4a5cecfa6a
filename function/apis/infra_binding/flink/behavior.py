"""When checkpoints are taken, how many are kept, and how a job restarts: the settings that no storage depends on."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from function.apis.infra_binding.flink.keys import texts
from function.apis.infra_binding.l5 import Binding
from function.apis.infra_binding.units import Duration, PositiveDuration, milliseconds
from function.base.rule import Rule
from function.base.text import Text

MaxCheckpoints = Annotated[int, Field(ge=1, le=1000)]
CheckpointTime = Annotated[
    str,
    Text(
        "^0{0,8}([1-9][0-9]{1,8}ms|[1-9][0-9]{0,8}(s|m|h|d))$",
        meaning="at least 10ms, as in Flink: a number and one of the units ms, s, m, h, d",
        example="30s",
        max_length=11,
    ),
]


class Alignment(Binding):
    """How barriers pass operators."""

    type: Literal["aligned", "unaligned"] | None = None
    """Whether barriers overtake records. Default: aligned."""
    timeout: Duration | None = None
    """Time after which an aligned checkpoint becomes an unaligned one. With 0s, it is unaligned from the start."""


class Behavior(Binding):
    """When checkpoints are taken."""

    rules: ClassVar[tuple[Rule, ...]] = (
        Rule(
            cel="!has(self.alignment) || !has(self.alignment.type) || self.alignment.type != 'unaligned' || "
            "((!has(self.mode) || self.mode == 'exactly_once') && "
            "(!has(self.max_concurrent) || self.max_concurrent == 1))",
            message="unaligned checkpoints require mode: exactly_once and max_concurrent: 1",
            field="alignment.type",
            holds=lambda behavior: (
                behavior.alignment.type != "unaligned"
                or (behavior.mode in (None, "exactly_once") and behavior.max_concurrent in (None, 1))
            ),
        ),
    )

    interval: CheckpointTime | None = None
    """Time between the starts of two checkpoints."""
    min_pause: Duration | None = None
    """Minimum time between the end of a checkpoint and the start of the next one. Default: 0s, no pause."""
    timeout: CheckpointTime | None = None
    """Time after which a checkpoint is given up."""
    max_concurrent: Annotated[int, Field(ge=1, le=100)] | None = None
    """Number of checkpoints at the same time."""
    mode: Literal["exactly_once", "at_least_once"] | None = None
    """How often a record affects the state after a failure. Default: exactly_once."""
    incremental: bool | None = None
    """Whether a checkpoint contains only what has changed. The state backend's own setting has priority."""
    alignment: Alignment = Alignment()
    """How barriers pass operators."""

    def configuration(self) -> dict[str, str]:
        """Return the settings under Flink's names."""
        unaligned = None if self.alignment.type is None else self.alignment.type == "unaligned"
        return texts(
            {
                "execution.checkpointing.interval": self.interval,
                "execution.checkpointing.min-pause": self.min_pause,
                "execution.checkpointing.timeout": self.timeout,
                "execution.checkpointing.max-concurrent-checkpoints": self.max_concurrent,
                "execution.checkpointing.mode": self.mode and self.mode.upper(),
                "execution.checkpointing.incremental": self.incremental,
                "execution.checkpointing.unaligned.enabled": unaligned,
                "execution.checkpointing.aligned-checkpoint-timeout": self.alignment.timeout,
            }
        )


class Retention(Binding):
    """Which checkpoints are kept."""

    max_checkpoints: MaxCheckpoints | None = None
    """Number of completed checkpoints to keep. Default: 1, as in Flink."""
    externalized: Literal["retain_on_cancellation", "delete_on_cancellation"] | None = None
    """What becomes of checkpoints when the job is canceled. Default: they are kept."""

    def configuration(self) -> dict[str, str]:
        """Return the settings under Flink's names; what the operator needs after an upgrade is kept by default."""
        externalized = self.externalized or "retain_on_cancellation"
        return texts(
            {
                "execution.checkpointing.num-retained": self.max_checkpoints,
                "execution.checkpointing.externalized-checkpoint-retention": externalized.upper(),
            }
        )


class Restart(Binding):
    """How a failed job is restarted."""

    rules: ClassVar[tuple[Rule, ...]] = (
        Rule(
            cel="!has(self.strategy) || self.strategy != 'exponential_delay' || !has(self.initial_delay) || "
            "!self.initial_delay.matches('^0+[a-z]+$')",
            message="a delay of 0 cannot grow",
            hint="set initial_delay to at least 1ms, or strategy to fixed_delay",
            field="initial_delay",
            holds=lambda restart: (
                restart.strategy != "exponential_delay"
                or restart.initial_delay is None
                or milliseconds(restart.initial_delay) > 0
            ),
            got=lambda restart: restart.initial_delay,
        ),
    )

    strategy: Literal["exponential_delay", "fixed_delay"]
    """How the time between restarts grows."""
    initial_delay: Duration | None = None
    """Time before the first restart. With fixed_delay, 0s restarts at once."""
    max_delay: PositiveDuration | None = None
    """Maximum time before a restart. A fixed delay does not grow."""
    max_attempts: Annotated[int, Field(ge=1, le=1_000_000)] | None = None
    """How often the job is restarted before it fails."""

    def configuration(self) -> dict[str, str]:
        """Return the settings under Flink's names."""
        kind = self.strategy.replace("_", "-")
        prefix = f"restart-strategy.{kind}"
        if kind == "fixed-delay":
            settings = {f"{prefix}.delay": self.initial_delay, f"{prefix}.attempts": self.max_attempts}
        else:
            settings = {
                f"{prefix}.initial-backoff": self.initial_delay,
                f"{prefix}.max-backoff": self.max_delay,
                f"{prefix}.attempts-before-reset-backoff": self.max_attempts,
            }
        return texts({"restart-strategy.type": kind, **settings})


class Recovery(Binding):
    """What happens after a failure."""

    restart: Restart | None = None
    """How a failed job is restarted. Default: as in Flink."""

    def configuration(self) -> dict[str, str]:
        """Return the settings under Flink's names."""
        return self.restart.configuration() if self.restart else {}
