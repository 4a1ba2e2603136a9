"""Processes of many calls that may take days: bringing a number to CONNECTED, and waiting."""
