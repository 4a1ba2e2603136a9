"""What answers each call, and what these share."""
