"""The page of what five documents name has a test of each row's name, and back."""

import ast
import re
from pathlib import Path

import wabakit
from tests.docs.pages import DOCS, code_words
from tests.docs.test_pages import KINDS

PAGE = DOCS["from-other-documents"]


def test_every_row_has_its_test() -> None:
    """Every row of the table is tested, and every test stands for a row."""
    tests = [
        function.name.removeprefix("test_").replace("_", "-")
        for path in sorted(Path(__file__).parent.glob("test_documents_*.py"))
        for function in ast.parse(path.read_text("utf-8")).body
        if isinstance(function, ast.FunctionDef) and function.name.startswith("test_")
    ]
    assert sorted(row[0] for row in PAGE.rows()) == sorted(tests)


def test_documents_are_named() -> None:
    """Every row says which documents it comes from, and they are named by their titles."""
    titles = {
        "S0": "meta-cloud-api Phone Numbers API",
        "S1": "meta-cloud-api Phone Number API (older)",
        "S2": "Phone Number Management API v23.0",
        "S3": "Client phone numbers (June 2026)",
        "S4": "Embedded signup phone numbers (v21.0)",
    }
    text = " ".join(PAGE.text.split())
    assert [title for sign, title in titles.items() if f"{sign} *{title}*" not in text] == []
    assert [row[0] for row in PAGE.rows() if row[1][:2] not in {*titles, "no"}] == []


def test_every_call_exists() -> None:
    """Every call that a row names is one of a handle, a client, the package or webhooks."""
    homes = [*KINDS.values(), wabakit.Client, wabakit, wabakit.webhooks, wabakit.Field]
    filtered = wabakit.PhoneNumber.account_mode
    called = {
        name
        for row in PAGE.rows()
        for word in code_words(row[2])
        for name in re.findall(r"(\w+)\(", word)
    }
    known = {name for home in [*homes, filtered] for name in dir(home)} | {"list"}
    assert called - known == set()


def test_nothing_is_left_out() -> None:
    """No row sends its reader elsewhere for what the documents describe."""
    assert "not in this package" not in PAGE.text
