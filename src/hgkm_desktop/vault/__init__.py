"""Keeps it safe: keys, this computer's secret, the encrypted file, sealed fields, the log."""
