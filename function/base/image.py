"""What an image reference says, by the grammar of the distribution project (reference.Parse)."""


def digest(image: str) -> str:
    """Return the digest (sha256:…), or "" where there is none."""
    return image.partition("@")[2]


def tag(image: str) -> str:
    """Return the tag, or "" where there is none; a registry's port is no tag."""
    return image.partition("@")[0].rpartition("/")[2].partition(":")[2]


def pull_policy(image: str) -> str:
    """Return the policy Kubernetes would choose: Always for latest or no tag, IfNotPresent for anything pinned.

    It is written out because the API server sets it once: after a move from latest to a tag, Always would stay.
    """
    return "Always" if not digest(image) and tag(image) in ("", "latest") else "IfNotPresent"
