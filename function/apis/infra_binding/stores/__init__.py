"""The settings of clients of stores."""
