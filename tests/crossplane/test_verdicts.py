"""The API server's own code says about each case what the record of verdicts contains."""

from collections.abc import Mapping
from pathlib import Path

from tests.verdicts.cases import cases
from tests.verdicts.judges import of_admission
from tests.verdicts.record import recorded


def test_the_api_server_says_what_is_recorded(programs: Mapping[str, Path], tmp_path: Path) -> None:
    found = of_admission(cases(), programs["xrdcheck"], tmp_path)
    expected = {name: admission for name, (admission, _, _) in recorded().items()}
    assert found == expected, "run `make verdicts`, and review the difference"
