from function.publish.pages.adaptations import ADAPTATIONS


def test_each_example_has_a_title_of_its_own_and_a_sentence() -> None:
    titles = [adaptation.title for adaptation in ADAPTATIONS]
    assert len(set(titles)) == len(titles)
    assert [adaptation.title for adaptation in ADAPTATIONS if not adaptation.text.endswith(".")] == []


def test_no_example_is_without_settings() -> None:
    assert [adaptation.title for adaptation in ADAPTATIONS if not adaptation.settings] == []
