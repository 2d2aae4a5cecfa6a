"""The parts of the control plane, one module each, in the order that `up` starts them."""
