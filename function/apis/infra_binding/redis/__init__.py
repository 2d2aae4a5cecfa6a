"""Redis that a binding runs: its configuration and its pod."""
