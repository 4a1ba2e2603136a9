"""Modules made from the contract by generated/tools/derive.py; this file alone is written by hand."""
