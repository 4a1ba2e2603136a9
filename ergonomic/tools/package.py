"""The archives that were built: what the wheel holds, and that the sources make the same.

    python -m ergonomic.tools.package DIST MOST

Ends with 1 if the wheel has more than MOST bytes or the source archive makes another one.
"""

import subprocess
import sys
import sysconfig
import tarfile
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZipFile

from wabakit._about import VERSION

_NAME = f"wabakit-{VERSION}"
_WHEEL = f"{_NAME}-py3-none-any.whl"
_HATCHLING = Path(sysconfig.get_path("scripts"), "hatchling")


def rooms(wheel: Path) -> Counter[str]:
    """Return how many bytes of a wheel each folder takes, modules of its own first of all."""
    found: Counter[str] = Counter()
    with ZipFile(wheel) as archive:
        for entry in archive.infolist():
            found["/".join(entry.filename.split("/")[:-1][:2])] += entry.compress_size
        found["names and places of files"] = wheel.stat().st_size - found.total()
    return found


def rebuilt(sources: Path) -> bytes:
    """Return the wheel that a source archive makes."""
    with TemporaryDirectory() as folder:
        with tarfile.open(sources) as packed:
            packed.extractall(folder, filter="data")
        place = Path(folder, _NAME)
        subprocess.run(
            [_HATCHLING, "build", "-t", "wheel"], cwd=place, check=True, capture_output=True
        )
        return (place / "dist" / _WHEEL).read_bytes()


def main(dist: str, most: str) -> int:
    """Print the rooms of the wheel, largest first, and what is wrong with the archives."""
    wheel = Path(dist, _WHEEL)
    for room, size in rooms(wheel).most_common():
        print(f"{size:>9,}  {room}")
    size = wheel.stat().st_size
    print(f"{size:>9,}  in all, of {int(most):,} that it may have")
    same = rebuilt(Path(dist, f"{_NAME}.tar.gz")) == wheel.read_bytes()
    print(f"The source archive makes {'the same' if same else 'another'} wheel")
    return 0 if same and size <= int(most) else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
