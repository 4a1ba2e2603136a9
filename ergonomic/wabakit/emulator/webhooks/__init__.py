"""Webhooks: what is told of the world, to whom, and when."""
