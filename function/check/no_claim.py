"""Folders in which there is nothing to check, probably because their path is wrong."""

from collections.abc import Iterable, Iterator, Mapping

from function.base.counted import counted
from function.base.problems import describe
from function.check.check_file import CheckedFile
from function.check.files import display_name, is_below
from function.check.finding import Finding
from function.yaml.node import Range


def without_claim(folders: Iterable[str], files: Mapping[str, CheckedFile]) -> Iterator[Finding]:
    """Yield an error for each folder without a resource of ours below it; `files` are all that were checked, by path.

    A file that is not YAML may contain one, and its own error is enough.
    """
    for folder in dict.fromkeys(folders):
        found = [file for path, file in files.items() if is_below(path, folder)]
        if not any(file.resources or file.unreadable for file in found):
            skipped = sum(file.skipped for file in found)
            message = describe(
                "the folder contains no claim",
                got=f"{counted(len(found), 'file')} with {counted(skipped, 'other resource')}",
                hint="correct the path, add --platform-config if you have kinds of your own, or add --allow-empty",
            )
            yield Finding(
                code="EP601",
                severity="error",
                message=message,
                file=display_name(folder),
                document=None,
                range=Range(1, 1, 1, 2),
            )
