import os

from function.server.lines import Lines


def dropped(count: int) -> str:
    return f"dropped {count}"


def filled() -> tuple[int, int, int]:
    """Return the ends of a pipe that takes no more, and how much it holds."""
    reader, writer = os.pipe()
    os.set_blocking(writer, False)
    held = 0
    try:
        while True:
            held += os.write(writer, b"x" * 4096)
    except BlockingIOError:
        os.set_blocking(writer, True)
    return reader, writer, held


def test_lines_are_written_in_order() -> None:
    reader, writer = os.pipe()
    lines = Lines(writer, dropped)
    for number in range(100):
        lines.put(str(number))
    lines.close()
    os.close(writer)
    with os.fdopen(reader) as written:
        assert written.read().split() == [str(number) for number in range(100)]


def test_a_line_of_any_text_is_written() -> None:
    reader, writer = os.pipe()
    lines = Lines(writer, dropped)
    lines.put("\ud800 é")
    lines.close()
    os.close(writer)
    with os.fdopen(reader, encoding="utf-8") as written:
        assert written.read() == "\\ud800 é\n"


def test_a_reader_that_does_not_read_keeps_nobody_and_learns_how_many_lines_it_missed() -> None:
    reader, writer, held = filled()
    lines = Lines(writer, dropped)
    for number in range(5000):
        lines.put(str(number))
    assert len(os.read(reader, held)) == held
    with os.fdopen(reader) as output:
        first = output.readline()
        lines.close()
        os.close(writer)
        found = [first, *output.readlines()]
    counts = [int(line.removeprefix("dropped ")) for line in found if line.startswith("dropped ")]
    assert sum(counts) + len(found) - len(counts) == 5000
    assert sum(counts) >= 3999


def test_nobody_notices_that_there_is_no_reader() -> None:
    reader, writer = os.pipe()
    os.close(reader)
    lines = Lines(writer, dropped)
    for _ in range(3):
        lines.put("text")
    lines.close()
    os.close(writer)


def test_the_end_does_not_wait_for_a_reader_that_does_not_read() -> None:
    reader, writer, _ = filled()
    lines = Lines(writer, dropped)
    for _ in range(2000):
        lines.put("text")
    lines.close()
    os.close(reader)  # which ends the thread's write


def test_a_descriptor_that_does_not_block_is_waited_for() -> None:
    reader, writer, held = filled()
    os.set_blocking(writer, False)
    lines = Lines(writer, dropped)
    lines.put("text")
    assert len(os.read(reader, held)) == held
    assert os.read(reader, 100) == b"text\n"
    lines.close()
    os.close(writer)
    os.close(reader)
