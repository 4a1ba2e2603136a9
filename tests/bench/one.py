"""Measure one thing in this process, and print the figure.

`python -m tests.bench.one SCENARIO SUBJECT yes|no ADDRESS...`: a function, a class, whether msgspec
may be found, and where the server is.
"""

import sys
from pkgutil import resolve_name


def main(scenario: str, subject: str, fast: str, *addresses: str) -> None:
    """Measure."""
    if fast == "no":
        sys.modules["msgspec"] = None  # type: ignore[assignment]
    sites = resolve_name("tests.bench.scenarios:Sites")
    print(resolve_name(scenario)(resolve_name(subject), sites(*addresses)))


if __name__ == "__main__":
    main(*sys.argv[1:])
