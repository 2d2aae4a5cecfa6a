"""Where the processes of a binding run: the section `deployment`."""
