"""Equal bytes from every process: sets and hashes differ between processes, answers must not."""

import hashlib
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

from function.fn import answer
from tests.test_cases import served
from tools import golden
from tools.compare.requests import generated


def digests() -> list[str]:
    """Return a digest of the answer to every example and case, on the wire and as text."""
    found = []
    for folder in [*golden.folders(golden.EXAMPLES), *golden.folders(golden.CASES)]:
        wire, text = answer(served(folder))[0], "".join(golden.expected(folder)).encode()
        found.append(f"{folder.name} {hashlib.sha256(wire).hexdigest()} {hashlib.sha256(text).hexdigest()}")
    return found


def in_another_process(seed: str) -> list[str]:
    """Return the digests as a process with another hash seed has them."""
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    run = subprocess.run([sys.executable, __file__], env=environment, capture_output=True, check=True, text=True)
    return run.stdout.splitlines()


def in_a_new_process(requests: list[bytes]) -> list[bytes]:
    """Return the answers of a process that has answered nothing else, one for each request."""
    found = []
    for data in requests:
        script = (
            "import sys; from function.fn import answer; sys.stdout.buffer.write(answer(sys.stdin.buffer.read())[0])"
        )
        run = subprocess.run([sys.executable, "-c", script], input=data, capture_output=True, check=True)
        found.append(run.stdout)
    return found


def test_hash_seed_means_nothing() -> None:
    with ThreadPoolExecutor() as both:
        first, second = both.map(in_another_process, ("1", "4242"))
    assert len(first) > 20
    assert first == second


def test_twice_in_one_process_is_the_same() -> None:
    assert digests() == digests()


def test_what_was_answered_before_means_nothing() -> None:
    """Whatever is kept between calls is kept by its content."""
    requests = list(generated(150, seed=7))
    first = [answer(data)[0] for data in requests]
    assert [answer(data)[0] for data in reversed(requests)] == first[::-1]
    assert first[-3:] == in_a_new_process(requests[-3:])


if __name__ == "__main__":
    print("\n".join(digests()))
