"""The README's table of errors, made from openapi/errors.yaml; derive.py writes it."""

from typing import Any

BEGIN, END = "<!-- errors:begin -->\n", "<!-- errors:end -->"


def with_error_table(text: str, catalogue: dict[str, Any]) -> str:
    """Return the README with its table between the two marks made anew."""
    before, rest = text.split(BEGIN)
    _, after = rest.split(END)
    table = ["| code | name | exception | again | meaning |", "|---|---|---|---|---|"]
    table += [table_row(entry) for entry in catalogue["errors"]]
    summary = f"All {len(catalogue['errors'])} codes and subcodes"
    lines = [f"<details><summary>{summary}</summary>", "", *table, "", "</details>", ""]
    return before + BEGIN + "\n".join(lines) + END + after


def table_row(entry: dict[str, Any]) -> str:
    """Return the row of one error."""
    code = f"{entry['code']}/{entry['subcode']}" if "subcode" in entry else str(entry["code"])
    kind = "Graph" if entry["class"] == "other" else entry["class"].title().replace("-", "")
    cells = [code, entry["name"], f"`{kind}Error`", entry["repeat"], entry["meaning"]]
    return f"| {' | '.join(cells)} |"
