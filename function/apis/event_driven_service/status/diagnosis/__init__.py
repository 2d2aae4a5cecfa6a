"""Derives causes from the observed state: one module for each kind of object. Any input is tolerated."""
