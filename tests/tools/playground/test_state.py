"""What is kept between commands, and that one command at a time changes it."""

from pathlib import Path

import pytest

from tools.playground.problem import Problem
from tools.playground.state import Facts, State


@pytest.fixture
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> State:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    return State("playground")


def test_a_second_command_is_rejected_in_one_line(state: State) -> None:
    with state.locked(), pytest.raises(Problem, match=r"^another command is changing the playground playground"):
        state.locked().__enter__()


def test_playgrounds_of_other_names_do_not_hinder_each_other(state: State) -> None:
    with state.locked(), State("another").locked():
        assert state.folder != State("another").folder


def test_the_lock_is_free_after_a_failure(state: State) -> None:
    with pytest.raises(KeyError), state.locked():
        raise KeyError
    with state.locked():
        pass


def test_the_lock_stays_as_long_as_the_playground(state: State) -> None:
    lock = state.folder.with_suffix(".lock")
    state.folder.mkdir(parents=True)
    with state.locked():
        pass
    assert lock.exists()
    with state.locked():
        state.forget()
    assert not lock.exists()


def test_a_lock_that_was_just_removed_is_nobody_s(state: State) -> None:
    with state.locked():
        state.folder.with_suffix(".lock").unlink()
        with state.locked(), pytest.raises(Problem):
            state.locked().__enter__()


def test_only_a_whole_start_leaves_facts(state: State) -> None:
    state.folder.mkdir(parents=True)
    assert state.facts() is None
    state.complete(Facts("100.100.1.2", "claims", keda=True))
    assert state.facts() == Facts("100.100.1.2", "claims", keda=True)


def test_nothing_is_left_of_what_is_forgotten(state: State) -> None:
    (state.folder / "data").mkdir(parents=True)
    state.forget()
    assert not state.folder.exists()
    state.forget()


def test_it_is_kept_in_the_home_folder_without_a_place_for_state(state: State, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", "")
    assert state.folder == Path.home() / ".local" / "state" / "function-event-platform" / "playground"
