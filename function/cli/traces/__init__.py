"""The outputs of `platformctl status`: each module turns a trace into text for standard output."""
