"""The APIs: one folder for each, discovered automatically, and what they have in common."""
