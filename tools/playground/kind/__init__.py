"""The playground on kind, for machines with a container engine: nothing is a bare process, and no root is needed."""
