from function.apis.infra_binding.member import Unmanaged
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
    assert isinstance(model.made("sales", Meta("payments", "shop"), PlatformConfig(), {}), Unmanaged)
    assert model.physical("sales", {}) == "Sales"
