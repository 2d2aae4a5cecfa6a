"""Size limit of a response: Crossplane's client rejects more than 4 MiB, whatever the function's flags."""

from function.base.problems import describe

LARGEST = 4 * 1024 * 1024
WORTH_A_WARNING = LARGEST * 8 // 10
"""3.2 MiB: early enough to split a composite before a small edit exceeds the limit."""


def too_large(size_bytes: int, largest: int = LARGEST) -> str | None:
    """Return why a response of this size cannot be sent and what to do, or None if it can."""
    if size_bytes <= largest:
        return None
    limit = "Crossplane accepts at most 4" if largest == LARGEST else f"the server sends at most {_mebibytes(largest)}"
    return describe(
        f"the response is {_mebibytes(size_bytes)} MiB, but {limit} MiB",
        hint="split the resource into several, or shorten its longest fields; running resources stay unchanged",
    )


def advice(size_bytes: int) -> str | None:
    """Return a warning about a response that can be sent but is close to the limit, or None."""
    if not WORTH_A_WARNING < size_bytes <= LARGEST:
        return None
    return describe(
        f"the response is {_mebibytes(size_bytes)} MiB, close to Crossplane's limit of 4 MiB",
        hint="split the resource into several before it grows further",
    )


def _mebibytes(size_bytes: int) -> str:
    return f"{size_bytes / (1024 * 1024):.1f}"
