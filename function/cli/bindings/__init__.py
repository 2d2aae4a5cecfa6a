"""One module for each command below `platformctl bindings`, as in `commands`."""
