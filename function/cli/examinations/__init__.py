"""The outputs of `platformctl doctor`: each module turns a report into text for standard output."""
