from pathlib import Path

import pytest

from tools.bench.installed import installed
from tools.playground.problem import Problem


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(Problem, match=r"the function cannot be installed: .*file"):
        installed(tmp_path / "file" / "venv")
