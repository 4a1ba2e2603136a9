"""Modules made from the contract by ergonomic/derive.py; this file alone is written by hand."""
