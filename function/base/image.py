"""Parts of an image reference, as the grammar of the distribution project defines them (reference.Parse)."""

_DOCKER_HUB = "docker.io"
_DOCKER_HUB_NAMES = (_DOCKER_HUB, "index.docker.io")


def digest(image: str) -> str:
    """Return the digest (sha256:…), or "" if there is none."""
    return image.partition("@")[2]


def tag(image: str) -> str:
    """Return the tag, or "" if there is none; a registry's port is not a tag."""
    return image.partition("@")[0].rpartition("/")[2].partition(":")[2]


def repository(image: str) -> str:
    """Return the full name without tag and digest: nginx is docker.io/library/nginx."""
    name = image.partition("@")[0]
    name = name.removesuffix(f":{tag(image)}") if tag(image) else name
    full = registry_path(name)
    path = full.removeprefix(f"{_DOCKER_HUB}/")
    return full if path == full or "/" in path else f"{_DOCKER_HUB}/library/{path}"


def registry_path(path: str) -> str:
    """Return a repository, or the beginning of one, with its registry, which is Docker Hub if none is named."""
    first, slash, rest = path.partition("/")
    if first in _DOCKER_HUB_NAMES:
        return f"{_DOCKER_HUB}{slash}{rest}"
    names_registry = first == "localhost" or "." in first or ":" in first or first != first.lower()
    return path if names_registry else f"{_DOCKER_HUB}/{path}"


def pull_policy(image: str) -> str:
    """Return the default policy of Kubernetes: Always for latest or no tag, IfNotPresent for anything pinned.

    The policy is set explicitly because the API server sets the default only once: after a change from latest to a
    tag, Always would remain.
    """
    return "Always" if not digest(image) and tag(image) in ("", "latest") else "IfNotPresent"
