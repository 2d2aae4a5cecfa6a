from tools.fuzz.choices import Choices


def test_bytes_choose_and_none_left_chooses_the_first() -> None:
    choices = Choices(b"\x02\x05")
    assert [choices.left, choices.pick("abc"), choices.number(4), choices.left, choices.pick("abc")] == [
        *(True, "c", 1, False, "a"),
    ]


def test_many_options_take_two_bytes() -> None:
    assert Choices(b"\x01\x02").number(256) == 1
    assert Choices(b"\x01\x02").number(257) == 258 % 257
    assert Choices(b"\x01").number(65_536) == 1
