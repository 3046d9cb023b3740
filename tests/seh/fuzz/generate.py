"""Random programs with nested __try statements.

A program is a tree of tuples whose first element names the statement. All
state is one number, *t, that every statement changes in its own way, so that
the order in which statements ran can be told from it.
"""

import random

from printer import ACCESSES


class Generator:
    """Makes one function body; helpers are functions that it may call."""

    def __init__(self, seed, helpers=(), wild=False, objects=False):
        self.random = random.Random(seed)
        self.helpers = list(helpers)
        self.wild = wild  # Also what can't be predicted: user memory, probes.
        self.objects = objects and self.random.random() < 0.5
        # A filter runs after the __finally blocks of functions that were called,
        # and where objects are about after all: it must not see the difference.
        self.free_filters = not self.helpers and not self.objects
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
        if self.objects and self.random.random() < 0.3:
            # First, so that no goto enters its scope.
            self.counters += 1
            statements.append(("object", "s%d" % self.counters, self.number()))
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
        if can["raise"]:
            kinds.append("operand")
        if can["abnormal"]:
            kinds.append("abnormal")
        if can["code"]:
            kinds.append("code")
        if self.helpers:
            kinds += ["call", "call"]
        if self.wild:
            kinds += ["probe", "access", "access"]
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
        return ("access", self.random.randrange(ACCESSES))

    def make_operand(self, depth, can):
        return ("operand", self.random.randint(0, 6), self.number(),
                self.number())

    def make_call(self, depth, can):
        forms = ["value", "condition", "statement", "and", "choice"]
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
        handler = dict(can, abnormal=True)
        if self.random.random() < 0.7:
            # A jump out of the handler is rare. It takes the place of whatever
            # was on its way.
            handler.update(leave=False, loop=False, labels=[])
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
        return ("except", body, self.filter(),
                self.block(depth - 1, dict(can, code=True)))

    def filter(self):
        kinds = ["all", "all", "all", "none", "argument", "code"]
        if self.free_filters:
            kinds += ["state", "state", "change", "change"]
        kind = self.random.choice(kinds)
        if kind == "argument":
            return (kind, self.random.choice([2, 4]))
        if kind == "state":
            return (kind, self.random.randint(0, 6))
        if kind == "change":
            return (kind, self.random.randint(0, 6), self.number())
        return (kind,)
