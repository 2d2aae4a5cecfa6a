"""The playground on kind, for machines with a container engine. It does not need root."""
