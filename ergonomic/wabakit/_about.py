"""What the package knows of itself."""

VERSION = "0.1.0"
"""That of wabakit, which the build takes from here."""
