from function.apis.infra_binding.member import Made
from function.apis.infra_binding.sections.ledgers.book import Model
from function.base.meta import Meta
from function.platform.config import PlatformConfig
from tests.plug_ins.cases import Cases

CASES = Cases(
    whole={"type": "book", "title": "Sales"},
    changes={"title": "Returns"},
    for_applications=["title"],
    refused=[("title", None), ("title", ""), ("pages", 3), ("type", "scroll")],
)


def test_no_book_is_made() -> None:
    model = Model.model_validate(CASES.whole)
    nothing = Made(unmanaged="books are not made; the book must exist")
    assert model.made("sales", Meta("payments", "shop"), PlatformConfig(), {}) == nothing
    assert model.physical("sales", {}) == "Sales"
