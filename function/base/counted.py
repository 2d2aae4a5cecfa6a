"""Numbers with what they count."""


def counted(number: int, one: str, more: str = "") -> str:
    """Return a number with the text for one thing, or else for more of them: `1 error`, `0 errors`."""
    return f"{number} {one if number == 1 else more or f'{one}s'}"
