"""One module per sort of ledger: `book.py` makes `type: book` valid."""

from typing import TYPE_CHECKING

from function.apis.infra_binding.sections.ledgers._section import Ledger
from function.base.discovery import discover, tagged_union

SECTION = "ledgers"
MODELS: dict[str, type[Ledger]] = {name: module.Model for name, module in discover(__name__).items()}

if TYPE_CHECKING:
    AnyLedger = Ledger
else:
    AnyLedger = tagged_union(MODELS)

__all__ = ["MODELS", "SECTION", "AnyLedger", "Ledger"]
