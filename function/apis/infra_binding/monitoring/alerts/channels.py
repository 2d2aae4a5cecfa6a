"""The channels of an alert as labels, by which Alertmanager chooses receivers."""

from collections.abc import Iterable
from typing import Annotated

from function.base.text import Text

_NAME = "[a-zA-Z0-9]([-_.a-zA-Z0-9]*[a-zA-Z0-9])?"
Channel = Annotated[
    str,
    Text(
        f"^[a-z][a-z0-9]*://{_NAME}$",
        meaning="the kind of a channel and its name there, without credentials",
        example="slack://payments-alerts",
        max_length=128,
    ),
]
ChannelName = Annotated[
    str,
    Text(
        f"^{_NAME}$",
        meaning="letters, digits, '-', '_' and '.', starting and ending with a letter or digit",
        example="payments-alerts",
        max_length=100,
    ),
]
OWNER = "receivers"
"""The label of alerts that a receiver of their own binding gets; its value is the name of the binding."""
_BETWEEN = ","


def channel_labels(channels: Iterable[str]) -> dict[str, str]:
    """Return a label for each kind of channel, sorted: `notify_slack: a,b` for slack://a and slack://b."""
    names: dict[str, set[str]] = {}
    for channel in channels:
        kind, _, name = channel.partition("://")
        names.setdefault(label(kind), set()).add(name)
    return {key: _BETWEEN.join(sorted(found)) for key, found in sorted(names.items())}


def label(kind: str) -> str:
    """Return the label for the channels of a kind."""
    return f"notify_{kind}"


def pattern(name: str) -> str:
    """Return the regular expression of label values that contain a channel; Alertmanager matches whole values."""
    literal = name.replace(".", "[.]")
    return f"(.*{_BETWEEN})?{literal}({_BETWEEN}.*)?"
