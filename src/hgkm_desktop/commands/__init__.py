"""The command line's verbs: the same services as the window, no second logic."""
