"""The outputs of `platformctl plan`: each module turns a plan into text for standard output."""
