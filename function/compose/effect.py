"""What has an effect in a compose file, and why the rest has none."""

from collections.abc import Iterator, Mapping

from function.base.manifest import Json

NONE = "this command does not translate it"
"""The reason for a field that nobody has thought of."""


def without(given: Mapping[str, Json], known: Mapping[str, str], about: str = "") -> Iterator[str]:
    """Yield each given field without an effect; `known` are the reasons, "" for fields with one or without meaning."""
    for field in given:
        reason = known.get(field, NONE)
        if reason:
            yield f"{about}{field}: {reason}"
