#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Pricewright authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Names in unnamed namespaces are one file's within a library of core: its files are compiled several at once, in groups
that a new file shifts. usage: names.py SOURCE DECLARED, the latter the folder that pw_module() writes."""
import pathlib
import re
import sys

source, declared = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
# As the formatter leaves them: what is declared there begins in the first column.
UNNAMED = re.compile(r"^namespace \{$(.*?)^\} // namespace$", re.S | re.M)
TYPE = re.compile(r"^(?:template <[^>]*> )?(?:class|struct|enum class|enum|union) (\w+)(?: final)?(?: : [^{;]*)?\s*\{", re.M)
VALUE = re.compile(r"^(?:inline |static |thread_local )*(?:constexpr|const)\b[^;={(]*?\b(\w+)(?:\[[^\]]*\])?\s*(?:=|\{)", re.M)
FUNCTION = re.compile(r"^(?!return|using|struct|class|enum|namespace|if|for|PW_)[\w:][\w:<>,&*\[\] ]*?[ &*](\w+)(\([^;{]*\))(?: const)?(?: noexcept)? \{", re.M)


def parameters(text):
    """Types alone: a function of another type is another function."""
    parts = re.sub(r"\s*=\s*[^,)]+", "", text[1:-1])
    return ",".join(re.sub(r"\s*\b\w+$", "", part.strip()) for part in re.split(r",(?![^<]*>)", parts))


def names(text):
    for block in UNNAMED.findall(text):
        for pattern in (TYPE, VALUE):
            yield from pattern.findall(block)
        for name, typed in FUNCTION.findall(block):
            yield name + "(" + parameters(typed) + ")"


clashes = looked = 0
for module in sorted(declared.glob("*.txt")):
    seen = {}
    for folder in module.read_text().splitlines()[0].split("|"):
        for file in sorted((source / "core" / folder).glob("*.cpp")):
            for name in set(names(file.read_text())):
                looked += 1
                if seen.setdefault(name, file) != file:
                    clashes += 1
                    print(f"{name} of {file.relative_to(source)} is also in {seen[name].relative_to(source)}")
print(f"{looked} names looked at, {clashes} in two files of a library")
sys.exit(1 if clashes or looked < 100 else 0)
