"""The parts of the control plane, one module each."""
