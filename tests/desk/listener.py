# SPDX-FileCopyrightText: The Pricewright authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a screen reader hears of the program: for hear-the-window."""
import subprocess
import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402

ROLES = Atspi.Role
# What one acts on or reads: each must say what it is.
CONTROLS = {ROLES.PUSH_BUTTON, ROLES.CHECK_BOX, ROLES.RADIO_BUTTON, ROLES.COMBO_BOX, ROLES.ENTRY, ROLES.TEXT, ROLES.TABLE,
            ROLES.TREE_TABLE, ROLES.LIST, ROLES.SPIN_BUTTON, ROLES.TOGGLE_BUTTON, ROLES.PASSWORD_TEXT}
MOST_CHILDREN = 60  # of a table: the rest are rows like them


def until(what, seconds=20):
    """Events of the other process take their time; the limit is only ever reached where something is broken."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        found = what()
        if found:
            return found
        subprocess.run(["sleep", "0.1"], check=False)
    return None


def program():
    desktop = Atspi.get_desktop(0)
    for i in range(desktop.get_child_count()):
        app = desktop.get_child_at_index(i)
        if app and "pricewright" in (app.get_name() or "").lower():
            return app
    return None


def walk(node, depth=0):
    """Every object in view, with its role and name."""
    try:
        states = node.get_state_set()
        if depth > 1 and not states.contains(Atspi.StateType.SHOWING):
            return
        yield node
        for i in range(min(node.get_child_count(), MOST_CHILDREN)):
            child = node.get_child_at_index(i)
            if child:
                yield from walk(child, depth + 1)
    except gi.repository.GLib.Error:
        return  # it went away while it was looked at


def focused(app):
    """The innermost: the cell rather than its table."""
    found = None
    for node in walk(app):
        if node.get_state_set().contains(Atspi.StateType.FOCUSED) and node.get_role() != ROLES.FRAME:
            found = node
    return found


def place(node):
    """What it says and where it stands: the same product is in many rows."""
    return (node.get_name(), node.get_index_in_parent()) if node.get_name() else None


def key(name):
    subprocess.run(["xdotool", "key", "--clearmodifiers", name], check=True)


def fail(text):
    print("FAILED: " + text, file=sys.stderr)
    sys.exit(1)


def named(app, roles, name):
    return next((n for n in walk(app) if n.get_role() in roles and name in (n.get_name() or "")), None)


def main():
    app = until(program) or fail("the program is not on the bus")
    pages = [("alt+1", "Today"), ("alt+2", "Approvals"), ("alt+3", "Catalogue"), ("alt+7", "Rules"),
             ("alt+9", "Publications"), ("alt+0", "Audit"), ("ctrl+i", "Import"), ("ctrl+shift+k", "Costs"),
             ("ctrl+shift+p", "Promotions"), ("ctrl+shift+g", "Targets"), ("alt+4", "Scenarios"),
             ("ctrl+shift+m", "Models"), ("ctrl+comma", "Settings")]
    heard = silent = 0
    for keys, page in pages:
        key(keys)
        shown = until(lambda: named(app, {ROLES.FILLER, ROLES.PANEL, ROLES.FRAME, ROLES.UNKNOWN}, page))
        if not shown:
            fail("%s does not open, or does not say its name" % page)
        if not until(lambda: focused(app)):
            fail("nothing has the focus on %s" % page)
        for node in walk(app):
            if node.get_role() in CONTROLS:
                heard += 1
                if not (node.get_name() or "").strip() and not (node.get_description() or "").strip():
                    silent += 1
                    print("says nothing: a %s on %s" % (node.get_role_name(), page), file=sys.stderr)
    if silent:
        fail("%d of %d controls say nothing" % (silent, heard))
    if heard < 100:
        fail("only %d controls were heard" % heard)

    # The queue: its cells are read, and the focus moves with a key.
    key("alt+2")
    tables = {ROLES.TABLE, ROLES.TREE_TABLE}
    queue = until(lambda: next((n for n in walk(app) if n.get_role() in tables and n.get_child_count() > 20), None))
    if not queue:
        fail("the queue is no table")
    words = [queue.get_child_at_index(i).get_name() for i in range(min(60, queue.get_child_count()))]
    if sum(1 for w in words if w) < 30 or not any("OJ-" in (w or "") for w in words):
        fail("the queue's cells say: %s" % words[:12])
    first = place(until(lambda: focused(app)) or fail("no focus in the queue"))
    key("j")
    if not until(lambda: place(focused(app) or app) not in (None, first), 10):
        fail("the focus does not move: %s" % (first,))

    # A button is pressed by its action: the navigation leads to another page.
    entry = until(lambda: named(app, {ROLES.PUSH_BUTTON, ROLES.TOGGLE_BUTTON, ROLES.RADIO_BUTTON, ROLES.CHECK_BOX}, "Catalogue"))
    if not entry:
        fail("the navigation's entry is not heard")
    action = entry.get_action_iface()
    names = [Atspi.Action.get_action_name(action, i) for i in range(Atspi.Action.get_n_actions(action))]
    press = next((i for i, n in enumerate(names) if n.lower() in ("press", "click")), None)
    if press is None:
        fail("the entry has no action to press: %s" % names)
    Atspi.Action.do_action(action, press)
    if not until(lambda: named(app, {ROLES.FILLER, ROLES.PANEL, ROLES.FRAME, ROLES.UNKNOWN}, "Catalogue")):
        fail("the action opens nothing")
    print("%d controls on %d pages say what they are; queue and actions are heard" % (heard, len(pages)))


main()
