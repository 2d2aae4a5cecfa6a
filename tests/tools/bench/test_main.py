import sys

import pytest

from tools.bench.__main__ import main


@pytest.mark.parametrize("options", [["--rounds", "many"], ["--fast"], ["--calls"]])
def test_what_is_no_option_is_refused(
    options: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["bench", *options])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 2
    assert "usage: bench" in capsys.readouterr().err
