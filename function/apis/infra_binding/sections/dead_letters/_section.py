"""What all destinations of events that cannot be processed have in common."""

from function.apis.infra_binding.member import Member


class DeadLetter(Member):
    """A destination of events that cannot be processed."""

    singular = "dead-letter"

    include_metadata: bool | None = None
    """Whether the application adds where the event came from and what failed. Default: the application's."""
