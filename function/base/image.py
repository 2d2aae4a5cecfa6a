"""Parts of an image reference, as the grammar of the distribution project defines them (reference.Parse)."""


def digest(image: str) -> str:
    """Return the digest (sha256:…), or "" if there is none."""
    return image.partition("@")[2]


def tag(image: str) -> str:
    """Return the tag, or "" if there is none; a registry's port is not a tag."""
    return image.partition("@")[0].rpartition("/")[2].partition(":")[2]


def pull_policy(image: str) -> str:
    """Return the default policy of Kubernetes: Always for latest or no tag, IfNotPresent for anything pinned.

    The policy is set explicitly because the API server sets the default only once: after a change from latest to a
    tag, Always would remain.
    """
    return "Always" if not digest(image) and tag(image) in ("", "latest") else "IfNotPresent"
