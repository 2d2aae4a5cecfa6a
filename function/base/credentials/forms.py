"""Recognizes credentials by their form, whatever their key: each form is certain."""

import re

from function.base.credentials.keys import is_held_elsewhere, names_credential

_KNOWN = (
    re.compile("PRIVATE KEY(?: BLOCK)?-----"),
    re.compile(r"://[^\s/:@]{0,256}:(?![$%<{])[^\s/@]{1,256}@"),  # a password in an address
    re.compile(r":(?![$%<{])[^\s/:@]{1,256}@(?:tcp|unix)\("),  # an address of MySQL
    re.compile(r"[?&]sig=(?![$%<{])[^&\s]{16}"),  # a signed address of Azure
    re.compile(r"\b[Bb](?:asic|earer) (?=[^\s]{0,256}[0-9])[-._~+/=0-9A-Za-z]{16}"),
    re.compile(r"\b(AKIA|ASIA)[0-9A-Z]{16}\b"),  # AWS
    re.compile(r"\bAIza[-_0-9A-Za-z]{35}\b"),  # Google
    re.compile(r"\bya29\.[-_0-9A-Za-z]{20,}"),
    re.compile(r"\bgh[oprsu]_[0-9A-Za-z]{36}"),  # GitHub
    re.compile(r"\bgithub_pat_[_0-9A-Za-z]{22,}"),
    re.compile(r"\bglpat-[-_0-9A-Za-z]{20}"),  # GitLab
    re.compile(r"\bdckr_pat_[-_0-9A-Za-z]{20}"),  # Docker
    re.compile(r"\bxox[abeoprs]-[-0-9A-Za-z]{10,}"),  # Slack
    re.compile(r"\b[rs]k_live_[0-9A-Za-z]{16,}"),  # Stripe
    re.compile(r"\bhv[bs]\.[-_0-9A-Za-z]{20,}"),  # Vault
    re.compile(r"\bnpm_[0-9A-Za-z]{36}\b"),
    re.compile(r"\bpypi-[-_0-9A-Za-z]{50}"),
    re.compile(r"\bSG\.[-_0-9A-Za-z]{16,32}\.[-_0-9A-Za-z]{16,64}"),  # SendGrid
    re.compile(r"\beyJ[-_0-9A-Za-z]{10,2000}\.eyJ[-_0-9A-Za-z]{10,2000}\."),  # a JSON Web Token
    re.compile(r"\bS[ACNOUX][A-Z2-7]{56}\b"),  # a seed of NATS
    re.compile(r"\bAGE-SECRET-KEY-1[0-9A-Z]{50}"),
)
_PARTS = re.compile(
    "PRIVATE KEY|://|[=@\"']|(?:asic|earer) |A[KS]IA|AIza|ya29[.]|gh[oprsu]_|github_pat_|glpat-|dckr_pat_|xox|k_live_"
    "|hv[bs][.]|npm_|pypi-|SG[.]|eyJ|S[ACNOUX][A-Z2-7]{56}|AGE-SECRET"
)
"""What every form has one of: nearly all texts have none, and are passed in a fraction of the time."""
_ADDRESS_KEY = re.compile(r"(?i)(?:address(?:es)?|brokers|endpoints?|hosts?|points|servers?|ur[il]s?)$")
"""The keys of addresses: the user and the password before an @ need no port after it."""
_NO_SCHEME = re.compile(
    r"(?:^|[\s,;\"'=])(?!(?:acct|mailto|sips?|xmpp):)[^\s/:@,;\"'=]{0,256}:(?![$%<{])[^\s/:@,;\"'=]{1,256}"
    r"@(?!sha(?:256|512):)[-.\[\]0-9A-Za-z]{1,256}(?P<port>:[0-9])?"
)
"""user:password@host without a scheme, which is also the form of a group `a:b@c`: the port tells them apart."""
_PROSE = ("condition", "description", "message", "reason", "summary", "title")
"""The keys of texts in which = with blanks around it assigns nothing."""
_QUERIES = ("expr", "query")
"""The keys of texts in which = compares."""
_ASSIGNED = re.compile(
    r"(?<![-.\w])(?P<key>[-.\w]+)"
    r"(?:[\"']?(?P<blank>[ \t]{0,8})=(?!=)[ \t]{0,8}|\\?[\"']\s{0,8}:\s{0,8}(?=\\?[\"']))"  # also "key": "value"
    r"(?:\\?[\"'])?(?P<value>[^\s\"';,&\\]*)"
)


def is_credential(text: str, key: str = "") -> bool:
    """Return whether the text contains a credential of a known form; a reference such as $(PASSWORD) is none.

    `key` is the key of the text, if it has one: what is certain in an address may be a name elsewhere.
    """
    if not _PARTS.search(text):
        return False
    if any(pattern.search(text) for pattern in _KNOWN) or _in_address(text, key):
        return True
    return any(_is_assigned(found, key) for found in _ASSIGNED.finditer(text))


def _in_address(text: str, key: str) -> bool:
    if "@" not in text:
        return False
    address = _ADDRESS_KEY.search(key) is not None
    return any(address or found["port"] for found in _NO_SCHEME.finditer(text))


def _is_assigned(found: re.Match[str], key: str) -> bool:
    if key in _QUERIES or (found["blank"] and key in _PROSE):
        return False
    return names_credential(found["key"]) and not is_held_elsewhere(found["value"])
