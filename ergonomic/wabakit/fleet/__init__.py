"""Many accounts at a time: their numbers as one stream, and numbers onboarded by a list."""
