"""One module for each command: its docstring is the one-line help, its `command` the click command."""
