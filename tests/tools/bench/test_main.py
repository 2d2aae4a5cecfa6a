import subprocess
import sys

import pytest


@pytest.mark.parametrize("options", [["--rounds", "many"], ["--fast"], ["--calls"]])
def test_what_is_no_option_is_refused(options: list[str]) -> None:
    done = subprocess.run([sys.executable, "-m", "tools.bench", *options], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "usage: bench" in done.stderr
