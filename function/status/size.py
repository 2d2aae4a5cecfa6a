"""How large a response may become: Crossplane's client refuses more than 4 MiB, whatever a function's flags."""

LARGEST = 4 * 1024 * 1024
WORTH_A_WARNING = LARGEST * 8 // 10
"""3.2 MiB: time to split a composite before an edit of a few lines stops it."""


def too_large(size_bytes: int, largest: int = LARGEST) -> str | None:
    """Return why a response of this size cannot be sent and what to do, or None where it can."""
    if size_bytes <= largest:
        return None
    limit = "Crossplane takes at most 4" if largest == LARGEST else f"the server sends at most {_mebibytes(largest)}"
    return (
        f"the response has {_mebibytes(size_bytes)} MiB, and {limit}. "
        "split the resource into several, or shorten its longest fields; what runs already goes on unchanged"
    )


def advice(size_bytes: int) -> str | None:
    """Return a warning about a response that can be sent but is close to the limit, or None."""
    if not WORTH_A_WARNING < size_bytes <= LARGEST:
        return None
    return (
        f"the response has {_mebibytes(size_bytes)} MiB of the 4 that Crossplane takes. "
        "split the resource into several before it grows further"
    )


def _mebibytes(size_bytes: int) -> str:
    return f"{size_bytes / (1024 * 1024):.1f}"
