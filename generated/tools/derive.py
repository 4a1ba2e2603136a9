"""Make what the contract says and the generator cannot see; with `--check`, compare it instead.

From openapi/phone_numbers.yaml and openapi/errors.yaml come `wabakit/_contract.py`, which the
curated client imports, `wabakit/_made/nodes.py`, what it reads, `wabakit/_made/bounds.py`, what
requests may hold, `wabakit/_params.py`, the shapes of what its users send as mappings, and
openapi/errors.json and states.json, for those who read no YAML. The emulator, which shares no code
with the client, has contract and catalogue as JSON beside it.
"""

import json
from pathlib import Path
from typing import Any

from generated.tools.bounds import bounds_module
from generated.tools.constants import contract_module
from generated.tools.nodes import nodes_module
from generated.tools.params import params_module
from openapi.tools import made
from openapi.tools.yamltext import read

OPENAPI = made.ROOT / "openapi"
MODULE = made.ROOT / "ergonomic/wabakit/_contract.py"
PARAMS = MODULE.with_name("_params.py")
BOUNDS, NODES = MODULE.parent / "_made/bounds.py", MODULE.parent / "_made/nodes.py"
CATALOGUE = OPENAPI / "errors.json"
STATES = OPENAPI / "states.json"
EMULATOR = MODULE.parent / "emulator"


def derive() -> dict[Path, str]:
    """Return the text of the made files by their path."""
    contract, catalogue = read(OPENAPI / "phone_numbers.yaml"), read(OPENAPI / "errors.yaml")
    control, states = read(EMULATOR / "control.yaml"), read(OPENAPI / "states.yaml")
    return {
        MODULE: contract_module(contract, catalogue),
        PARAMS: params_module(contract),
        BOUNDS: bounds_module(contract),
        NODES: nodes_module(contract),
        CATALOGUE: as_json(catalogue),
        STATES: as_json(states),
        EMULATOR / "errors.json": as_json(catalogue),
        EMULATOR / "contract.json": as_json(contract),
        EMULATOR / "control.json": as_json(control),
    }


def as_json(document: dict[str, Any]) -> str:
    """Return a document as JSON; dates become text."""
    return json.dumps(document, indent=2, ensure_ascii=False, default=str) + "\n"


if __name__ == "__main__":
    made_files = derive()
    made.main(made_files, made_files, "make generate")
