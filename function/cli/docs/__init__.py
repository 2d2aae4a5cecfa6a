"""The commands of `platformctl docs`."""
