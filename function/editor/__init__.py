"""What an editor asks about a text: findings, completions, descriptions, corrections, and where a name is defined.

Nothing here opens a file or knows the protocol of editors; `function.cli.language_server` does.
"""
