"""Buurtlogboek: a calm, encrypted log for organisations that stand beside women."""

__version__ = "0.1.0"
