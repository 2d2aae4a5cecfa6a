"""Recognizes keys whose values are credentials, such as `sasl.password` and `awsSecretAccessKey`."""

import re
from functools import lru_cache

_KEPT = 64
"""Characters of the keys whose verdict is kept: documents repeat the same few."""
_WORD = re.compile("[A-Z]+(?![a-z])|[A-Z]?[a-z]+")
"""Digits count for nothing: PASSWORD_2 is a password too."""
_LAST_WORDS = (["pass"], ["psk"], ["pw"], ["pwd"])
"""These are credentials only as whole words: a compass is none."""
_ENDINGS = (
    *("accesskey", "accountkey", "apikey", "authkey", "clientkeydata", "credential", "credentials", "encryptionkey"),
    *("keystorekey", "passcode", "passphrase", "passwd", "password", "privatekey", "secret", "secretkey"),
    *("secretkeybase", "sharedkey", "signingkey", "storagekey", "token", "userinfo"),
)
"""The letters with which such a key ends, whether its words are separated or not."""
_NO_CREDENTIALS = ("notsecret", "pullsecret", "tlssecret")
"""The values of these keys are no secrets, or names of objects of the kind Secret."""
_ELSEWHERE = re.compile(
    r"(?:\$[({]|\{\{|<).*"  # what is filled in later
    r"|\$[A-Z_][A-Z0-9_]*|%s|%\(\w+\)s|%\w+%"
    r"|\?|\$[0-9]{1,3}|:[a-z_]+"  # a parameter of a query
    r"|[*.]+|(?i:true|false|null|none|required|optional)"
    r"|arn:[-:/.\w]+"  # the name of something in AWS
)
_PATH = re.compile(r"(/[-.\w]+){2,}")


def names_credential(key: str) -> bool:
    """Return whether the value of a key is a credential, however its words are separated: `secretKey`, `secret.key`."""
    return _judged_once(key) if len(key) <= _KEPT else _judged(key)


def _judged(key: str) -> bool:
    words = [word.lower() for word in _WORD.findall(key)]
    letters = "".join(words)
    if letters.endswith(_NO_CREDENTIALS):
        return False
    return letters.endswith(_ENDINGS) or words[-1:] in _LAST_WORDS


_judged_once = lru_cache(maxsize=1024)(_judged)


def is_held_elsewhere(value: str) -> bool:
    """Return whether the value of such a key is no credential itself: a variable, a placeholder, a path, a switch."""
    return not value or bool(_ELSEWHERE.fullmatch(value) or _PATH.fullmatch(value))
