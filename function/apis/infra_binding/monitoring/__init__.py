"""The section `monitoring`: metrics, traces, logs, and alerts of the processes of a binding."""
