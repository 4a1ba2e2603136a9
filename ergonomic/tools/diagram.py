"""The picture and the table of docs/life.md, made from openapi/states.yaml."""

from collections.abc import Iterator
from typing import Any

_REGION, _START = "life", "absent"


def life(chart: dict[str, Any]) -> Iterator[str]:
    """Yield the lines of the picture, then of the table."""
    yield from ("```mermaid", *diagram(chart), "```", "", *table(chart))


def diagram(chart: dict[str, Any]) -> Iterator[str]:
    """Yield the lines of a Mermaid state diagram: one arrow for each pair of states."""
    labels: dict[tuple[str, str], list[str]] = {}
    for start, end, label in arrows(chart):
        labels.setdefault((start, end), []).append(label)
    yield "stateDiagram-v2"
    for name in states(chart):
        if _id(name) not in {name, "[*]"}:
            yield f'    state "{name}" as {_id(name)}'
    for (start, end), names in labels.items():
        yield f"    {_id(start)} --> {_id(end)} : {', '.join(names)}"


def arrows(chart: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Yield where each call and event leads from each state, and how it is labelled."""
    for action in (*chart["calls"], *chart["events"]):
        for row in action.get("leads-to", []):
            if _REGION not in row["to"]:
                continue
            for start in row.get("in", {}).get(_REGION, states(chart)):
                if start not in refused(action):
                    yield start, row["to"][_REGION], _label(action, row)


def table(chart: dict[str, Any]) -> Iterator[str]:
    """Yield the lines of the table of states: what shows each, and which calls only some refuse."""
    there = states(chart).keys() - {_START}
    telling = [call for call in chart["calls"] if not refused(call) >= there]
    yield "| state | shows | meaning | refuses |"
    yield "|---|---|---|---|"
    for name, state in states(chart).items():
        if name not in there:
            continue
        shows = ", ".join(
            str(value) if isinstance(value, str) else f"{field} {value}".lower()
            for field, value in state["shows"].items()
        )
        refusing = [f"`{call['call']}`" for call in telling if name in refused(call)]
        yield f"| {name} | {shows} | {state['meaning']} | {', '.join(refusing)} |"


def states(chart: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Return the states of the region that is drawn, by name."""
    (region,) = (region for region in chart["regions"] if region["name"] == _REGION)
    return {state["name"]: state for state in region["states"]}


def refused(action: dict[str, Any]) -> set[str]:
    """Return the states that refuse a call whatever is sent; none refuses an event."""
    return {
        name
        for row in action.get("refused", [])
        if row.get("in", {}).keys() == {_REGION} and "given" not in row
        for name in row["in"][_REGION]
    }


def _label(action: dict[str, Any], row: dict[str, Any]) -> str:
    if "call" in action:
        return f"{action['call']} ({row['given']})" if "given" in row else str(action["call"])
    return f"{action['event']} ({action['after']})" if "after" in action else str(action["event"])


def _id(name: str) -> str:
    """Return a name that Mermaid takes, which is not one with a hyphen."""
    return "[*]" if name == _START else name.replace("-", "_")
