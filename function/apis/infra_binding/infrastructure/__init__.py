"""The section `infrastructure` of a binding: what runs the processes, and how it is provisioned."""
