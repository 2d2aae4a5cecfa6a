"""What the environment says about the output: the format, and whether it has colors."""

from collections.abc import Mapping

COLOR = ("auto", "always", "never")


def format_name(environment: Mapping[str, str], *, terminal: bool) -> str:
    """Return the format to use if the user names none."""
    if environment.get("GITHUB_ACTIONS") == "true":
        return "github"
    return "full" if terminal else "concise"


def colored(choice: str, environment: Mapping[str, str]) -> bool | None:
    """Return whether to print colors; None stands for "on a terminal"."""
    if choice != "auto":
        return choice == "always"
    return False if environment.get("NO_COLOR") or environment.get("TERM") == "dumb" else None
