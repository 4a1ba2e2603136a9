"""What the package knows of itself."""

VERSION = "0.1.0"
"""That of wabakit, which the build takes from here."""

SITE = "https://wabakit.example/"
"""Where the documentation is published: the one place to put the real address into."""
