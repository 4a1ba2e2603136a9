"""An extension of griffe, which reads the package for the reference: what is shown of it.

Of a method that takes `**listing: Unpack[Listing]` each keyword stands in the signature, in those
of overloads as well, and its text once, where the docstring has it. Of an attribute that is
declared by `attrs.field` its default is shown.
"""

from typing import Any

import griffe  # by its names, for an extension that is imported is one more that is applied


class Shown(griffe.UnpackTypedDictExtension):
    """As griffe's own, which tells of every keyword again, without a text."""

    def on_function(self, *, func: griffe.Function, **kwargs: Any) -> None:
        """Let keywords be told as other arguments are."""
        super().on_function(func=func, **kwargs)
        for overload in func.overloads or ():
            super().on_function(func=overload, **kwargs)
        for section in func.docstring.parsed if func.docstring else ():
            if isinstance(section, griffe.DocstringSectionParameters):
                section.value[:] = once(section.value)

    def on_attribute(self, *, attr: griffe.Attribute, **_: Any) -> None:
        """Show what an attribute is by itself, not how that is declared."""
        declared = attr.value
        if isinstance(declared, griffe.ExprCall) and str(declared.function) == "attrs.field":
            given = [x for x in declared.arguments if isinstance(x, griffe.ExprKeyword)]
            attr.value = next((x.value for x in given if x.name == "default"), None)


def once(told: list[griffe.DocstringParameter]) -> list[griffe.DocstringParameter]:
    """Return the arguments that have a text, each with its type, which may stand elsewhere."""
    types = {argument.name: argument.annotation for argument in told if argument.annotation}
    found = [argument for argument in told if argument.description]
    for argument in found:
        argument.annotation = types.get(argument.name)
    return found
