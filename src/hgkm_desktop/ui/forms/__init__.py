"""The parts of a form: a dialog that loses nothing, and the fields several views use."""
