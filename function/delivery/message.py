"""What other programs say in a live object: the one place where their texts are read, and where they are cut."""

from function.base.manifest import Json, text_at

_MOST_READ = 4000
_LONGEST_NAME = 253


def message(reported: Json) -> str:
    """Return the message of a condition or a container's state, or ""; whoever writes it may write megabytes."""
    return text_at(reported, "message")[:_MOST_READ]


def name(live: Json, *path: str) -> str:
    """Return the name at `path`, or ""; no Kubernetes name is longer than what is kept."""
    return text_at(live, *path)[:_LONGEST_NAME]
