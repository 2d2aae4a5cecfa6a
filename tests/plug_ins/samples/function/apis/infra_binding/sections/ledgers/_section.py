"""What all ledgers have in common."""

from function.apis.infra_binding.member import Member


class Ledger(Member):
    """A list of what was done."""

    singular = "ledger"
