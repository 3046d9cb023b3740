"""Random programs with nested __try statements.

A program is a tree of tuples whose first element names the statement. All
state is one number, *t, that every statement changes in its own way, so that
the order in which statements ran can be told from it.
"""

import random


class Generator:
    """Makes one function body; helpers are functions that it may call."""

    def __init__(self, seed, helpers=(), wild=False):
        self.random = random.Random(seed)
        self.helpers = list(helpers)
        self.wild = wild  # Also what can't be predicted: user memory, probes.
        self.labels = 0
        self.counters = 0

    def number(self):
        return self.random.randint(1, 97)

    def body(self, depth=4):
        return self.block(depth, {
            "loop": False, "break": False, "leave": False, "labels": [],
            "return": True, "raise": False, "abnormal": False, "code": False,
        })

    def block(self, depth, can):
        count = self.random.randint(1, 4 if depth > 0 else 2)
        label = None
        if self.random.random() < 0.35:
            self.labels += 1
            label = "l%d" % self.labels
        position = self.random.randint(0, count)
        statements = []
        for i in range(count):
            here = can
            if label and i < position:
                here = dict(can, labels=can["labels"] + [label])
            if label and i == position:
                statements.append(("label", label))
            statements.append(self.statement(depth, here))
        if label and position == count:
            statements.append(("label", label))
        return ("block", statements)

    def jumps(self, can):
        kinds = []
        if can["break"]:
            kinds.append("break")
        if can["loop"]:
            kinds.append("continue")
        if can["leave"]:
            kinds.append("leave")
        if can["labels"]:
            kinds.append("goto")
        if can["return"]:
            kinds.append("return")
        if can["raise"]:
            kinds.append("raise")
        return kinds

    def statement(self, depth, can):
        kinds = ["update", "update"]
        jumps = self.jumps(can)
        if depth > 0:
            kinds += ["if", "if", "for", "do", "switch"]
            kinds += ["finally", "finally", "except"]
        if jumps:
            kinds += ["jump", "jump", "jump"]
        if can["abnormal"]:
            kinds.append("abnormal")
        if can["code"]:
            kinds.append("code")
        if self.helpers:
            kinds += ["call", "call"]
        if self.wild:
            kinds += ["probe", "access"]
        return getattr(self, "make_" + self.random.choice(kinds))(depth, can)

    def make_update(self, depth, can):
        return ("update", self.number())

    def make_abnormal(self, depth, can):
        return ("abnormal", self.number(), self.number())

    def make_code(self, depth, can):
        return ("code",)

    def make_probe(self, depth, can):
        return ("probe",)

    def make_access(self, depth, can):
        return ("access",)

    def make_call(self, depth, can):
        forms = ["value", "condition", "statement"]
        if can["return"]:
            forms.append("return")
        form = self.random.choice(forms)
        return ("call", form, self.random.choice(self.helpers))

    def make_jump(self, depth, can):
        kind = self.random.choice(self.jumps(can))
        if kind == "goto":
            jump = ("goto", self.random.choice(can["labels"]))
        elif kind in ("return", "raise"):
            jump = (kind, self.number())
        else:
            jump = (kind,)
        return ("jump", self.random.randint(0, 6), jump)

    def make_if(self, depth, can):
        other = None
        then = self.block(depth - 1, can)
        if self.random.random() < 0.5:
            other = self.block(depth - 1, can)
        return ("if", self.random.randint(0, 6), then, other)

    def loop(self, kind, depth, can):
        self.counters += 1
        inside = dict(can, loop=True)
        inside["break"] = True
        return (kind, "i%d" % self.counters, self.random.randint(1, 2),
                self.block(depth - 1, inside))

    def make_for(self, depth, can):
        return self.loop("for", depth, can)

    def make_do(self, depth, can):
        return self.loop("do", depth, can)

    def make_switch(self, depth, can):
        inside = dict(can)
        inside["break"] = True
        cases = []
        values = self.random.sample(range(4), self.random.randint(1, 3))
        for value in values:
            cases.append((value, self.block(depth - 1, inside),
                          self.random.random() < 0.6))
        if self.random.random() < 0.5:
            cases.append((None, self.block(depth - 1, inside), True))
        return ("switch", self.random.randint(0, 4), cases)

    def make_finally(self, depth, can):
        inside = dict(can, leave=True, abnormal=False)
        inside["raise"] = True
        handler = dict(can, leave=False, loop=False, labels=[], abnormal=True)
        # A jump out of the handler is undefined behaviour.
        handler["return"] = handler["break"] = False
        return ("finally", self.block(depth - 1, inside),
                self.block(depth - 1, handler))

    def make_except(self, depth, can):
        inside = dict(can, leave=True, abnormal=False)
        inside["raise"] = True
        body = self.block(depth - 1, inside)
        # One certain place, so that the handler is reached from nowhere else.
        body = ("block", body[1] + [("jump", self.random.randint(0, 6),
                                     ("raise", self.number()))])
        taken = self.random.choice(["1", "1", "1", "0", "(c & 2) ? 1 : 0",
                                    "(c & 4) ? 1 : 0", "code"])
        return ("except", body, taken,
                self.block(depth - 1, dict(can, code=True)))


def used_labels(tree, into=None):
    into = set() if into is None else into
    if isinstance(tree, tuple):
        if tree and tree[0] == "goto":
            into.add(tree[1])
        for part in tree:
            used_labels(part, into)
    elif isinstance(tree, list):
        for part in tree:
            used_labels(part, into)
    return into


class Printer:
    """Writes a tree as C."""

    def __init__(self, tree):
        self.used = used_labels(tree)
        self.variables = []
        self.lines = []
        self.write(tree, 1)

    def line(self, indent, text):
        self.lines.append("  " * indent + text)

    def write(self, tree, indent):
        getattr(self, "write_" + tree[0])(tree, indent)

    def write_block(self, tree, indent):
        self.line(indent, "{")
        for statement in tree[1]:
            self.write(statement, indent + 1)
        self.line(indent, "}")

    def write_label(self, tree, indent):
        if tree[1] in self.used:
            self.line(indent, tree[1] + ": ;")

    def write_update(self, tree, indent):
        self.line(indent, "*t = *t * 5u + %du;" % tree[1])

    def write_abnormal(self, tree, indent):
        self.line(indent, "if (AbnormalTermination()) *t = *t * 7u + %du; "
                          "else *t = *t * 11u + %du;" % tree[1:])

    def write_code(self, tree, indent):
        self.line(indent, "*t = *t * 13u + (unsigned)GetExceptionCode();")

    def write_probe(self, tree, indent):
        self.line(indent, "ProbeForRead(user, 4, 1);")

    def write_access(self, tree, indent):
        self.line(indent, "if (*user) *t += *user;")

    def write_call(self, tree, indent):
        _, form, name = tree
        call = "%s(t, c)" % name
        self.line(indent, {
            "value": "*t = *t * 3u + %s;" % call,
            "condition": "if (%s & 1u) *t = *t * 17u;" % call,
            "statement": "%s;" % call,
            "return": "return %s + 1u;" % call,
        }[form])

    def write_jump(self, tree, indent):
        self.line(indent, "if ((*t >> %d) & 1u)" % tree[1])
        self.write(tree[2], indent + 1)

    def write_goto(self, tree, indent):
        self.line(indent, "goto %s;" % tree[1])

    def write_return(self, tree, indent):
        self.line(indent, "return *t * 3u + %du;" % tree[1])

    def write_raise(self, tree, indent):
        self.line(indent, "ExRaiseStatus((long)(0xC0000000 | %d));" % tree[1])

    def write_leave(self, tree, indent):
        self.line(indent, "__leave;")

    def write_break(self, tree, indent):
        self.line(indent, "break;")

    def write_continue(self, tree, indent):
        self.line(indent, "continue;")

    def write_if(self, tree, indent):
        self.line(indent, "if ((*t >> %d) & 1u)" % tree[1])
        self.write(tree[2], indent)
        if tree[3]:
            self.line(indent, "else")
            self.write(tree[3], indent)

    def write_for(self, tree, indent):
        _, name, count, body = tree
        self.variables.append(name)
        self.line(indent, "for ({0} = 0; {0} < {1}; ++{0})".format(name, count))
        self.write(body, indent)

    def write_do(self, tree, indent):
        _, name, count, body = tree
        self.variables.append(name)
        self.line(indent, "%s = 0; do" % name)
        self.write(body, indent)
        self.line(indent, "while (++%s < %d);" % (name, count))

    def write_switch(self, tree, indent):
        self.line(indent, "switch ((*t >> %d) & 3u) {" % tree[1])
        for value, body, breaks in tree[2]:
            self.line(indent, "default:" if value is None
                      else "case %d:" % value)
            self.write(body, indent + 1)
            if breaks:
                self.line(indent + 1, "break;")
        self.line(indent, "}")

    def write_finally(self, tree, indent):
        self.line(indent, "__try")
        self.write(tree[1], indent)
        self.line(indent, "__finally")
        self.write(tree[2], indent)

    def write_except(self, tree, indent):
        _, body, taken, handler = tree
        if taken == "code":
            taken = "(GetExceptionCode() & 1) ? 1 : 0"
        self.line(indent, "__try")
        self.write(body, indent)
        self.line(indent, "__except (%s)" % taken)
        self.write(handler, indent)


def function(name, tree, wild=False):
    """C source of a function with the body \\p tree."""
    printer = Printer(tree)
    head = ["static unsigned %s(unsigned *t, int c) {" % name]
    if wild:
        head.append("  char *user = GetUserPointer();")
    head += ["  int %s;" % v for v in printer.variables]
    return "\n".join(head + printer.lines + ["  return 12345u;", "}", ""])
