"""One module for each command: its docstring is the one-line help, and `command` is the click command."""
