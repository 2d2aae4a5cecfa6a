"""The sources of the values of variables in `.infra` files."""

import os
from pathlib import Path

from function.base.variables import Source
from function.check import files
from function.cli.dotenv import read_dotenv

_DEFAULT_FILE = ".env"


def sources(env_file: str | None) -> tuple[Source, ...]:
    """Return the environment, then the named file; without a name, `.env` in the current folder if there is one.

    Raises UnreadableFileError or UnusableFileError.
    """
    environment = Source("environment", os.environ)
    if env_file is None and not Path(_DEFAULT_FILE).is_file():
        return (environment,)
    path = env_file or _DEFAULT_FILE
    name = files.display_name(path)
    return (environment, Source(name, read_dotenv(name, files.content(path))))
