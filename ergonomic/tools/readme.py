"""The README as package indexes show it, where no link into the tree works; run by the build.

It leads to the published site instead, whose address stands in `wabakit/_about.py`.
"""

import re
from pathlib import Path
from typing import Any

from hatchling.metadata.plugin.interface import MetadataHookInterface

PAGES = {
    "docs/index.md": "",
    "openapi/README.md": "contract/",
    "ergonomic/wabakit/emulator/README.md": "emulator/",
    "CHANGELOG.md": "changelog/",
    ".github/CONTRIBUTING.md": "contributing/",
    ".github/SECURITY.md": "security/",
    ".github/VERSIONS.md": "promises/",
    ".github/emulator.png": "assets/emulator.png",
    "tests/README.md": "tests/",
}
"""Where the site has what the README leads to; a page of docs/ is there under its name."""

_LINK = re.compile(r"\]\((?!https:)([^)]+)\)")
_SITE = re.compile(r'^SITE = "(.+)"$', re.MULTILINE)


def published(root: Path) -> str:
    """Return the text of the README with addresses in place of paths."""
    (site,) = _SITE.findall((root / "ergonomic/wabakit/_about.py").read_text("utf-8"))

    def address(match: re.Match[str]) -> str:
        path = match[1]
        page = path.removeprefix("docs/").removesuffix(".md") + "/"
        return f"]({site}{PAGES.get(path, page)})"

    return _LINK.sub(address, (root / "README.md").read_text("utf-8"))


class ReadmeHook(MetadataHookInterface):
    """Gives the build the text."""

    def update(self, metadata: dict[str, Any]) -> None:
        """Set the README among the metadata of the package."""
        text = published(Path(self.root))
        metadata["readme"] = {"content-type": "text/markdown", "text": text}
