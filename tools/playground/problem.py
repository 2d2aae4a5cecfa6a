"""What stops the playground and can be mended by its user."""


class Problem(Exception):
    """The text is one line that says what is wrong and what to do."""
