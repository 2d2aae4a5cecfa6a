"""What the claims of a workspace say about each other, as `platformctl validate --cross-document` says it."""

from function.check.check_file import CheckedFile
from function.check.cross.facts import Facts, facts, together
from function.check.cross.tree import compared
from function.check.load import LoadedFile
from function.check.verdict import Verdict


class Tree:
    """What each file contributes to the comparison, by its path."""

    def __init__(self) -> None:
        self._facts: dict[str, Facts] = {}
        self.is_whole = False
        """Whether all files of the workspace are known; before, nothing can be said."""

    def learn(self, path: str, loaded: LoadedFile, checked: CheckedFile) -> None:
        """Take in a file that was checked with `linked`, in place of what was known about it."""
        self._facts[path] = facts(loaded, checked)

    def forget(self, path: str) -> None:
        """Remove a file that is gone."""
        self._facts.pop(path, None)

    def compared(self, path: str, loaded: LoadedFile, checked: CheckedFile) -> CheckedFile:
        """Take in a file, and return it with what the other files say about it."""
        self.learn(path, loaded, checked)
        if not self.is_whole:
            return checked
        # in the order in which the command line reads files
        found = together(self._facts[known] for known in sorted(self._facts))
        return compared(Verdict((checked,)), found).files[0]
