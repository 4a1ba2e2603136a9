"""Make what the contract says and the generator cannot see; with `--check`, compare it instead.

From openapi/ come the modules of `wabakit/_made`, a maker each. The contract, the catalogue and
states.yaml become JSON in `wabakit/contract`, for `wabakit.contract`, for the emulator, which
shares these data but no code with the client, and for those who read no YAML.
"""

import json
from pathlib import Path
from typing import Any

from generated.tools.bounds import bounds_module
from generated.tools.chart import chart_module
from generated.tools.effects import effects_module
from generated.tools.errors import errors_module
from generated.tools.events import events_module
from generated.tools.handles import handles_module
from generated.tools.inventory import inventory_module
from generated.tools.nodes import nodes_module
from generated.tools.operations import operations_module
from generated.tools.params import params_module
from generated.tools.public import public_module
from generated.tools.versions import versions_module
from generated.tools.words import words_module
from openapi.tools import made
from openapi.tools.yamltext import read

OPENAPI = made.ROOT / "openapi"
PACKAGE = made.ROOT / "ergonomic/wabakit"
MADE, CONTRACT, EMULATOR = (PACKAGE / name for name in ("_made", "contract", "emulator"))
MODULES = {
    "bounds": bounds_module,
    "events": events_module,
    "nodes": nodes_module,
    "operations": operations_module,
    "params": params_module,
    "public": public_module,
    "versions": versions_module,
    "words": words_module,
}


def derive() -> dict[Path, str]:
    """Return the text of the made files by their path."""
    contract, catalogue = read(OPENAPI / "phone_numbers.yaml"), read(OPENAPI / "errors.yaml")
    control, states = read(EMULATOR / "control.yaml"), read(OPENAPI / "states.yaml")
    return {
        **{MADE / f"{name}.py": module(contract) for name, module in MODULES.items()},
        MADE / "chart.py": chart_module(states, catalogue),
        MADE / "effects.py": effects_module(contract, states),
        MADE / "errors.py": errors_module(catalogue),
        MADE / "inventory.py": inventory_module(contract, states),
        MADE / "_async/handles.py": handles_module(contract),
        CONTRACT / "phone_numbers.json": as_json(contract),
        CONTRACT / "errors.json": as_json(catalogue),
        CONTRACT / "states.json": as_json(states),
        EMULATOR / "control.json": as_json(control),
    }


def as_json(document: dict[str, Any]) -> str:
    """Return a document as JSON; dates become text."""
    return json.dumps(document, indent=2, ensure_ascii=False, default=str) + "\n"


if __name__ == "__main__":
    made_files = derive()
    made.main(made_files, made_files, "make generate")
