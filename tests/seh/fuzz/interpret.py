"""Runs the programs of generate.py by the rules of the language.

Every statement gives how it ended: ("next",), a jump, a return or a raise.
"""

MASK = 2 ** 32
NEXT = ("next",)


class Interpreter:
    def __init__(self, functions, c):
        self.functions = functions  # Bodies by name.
        self.c = c
        self.t = 0
        self.abnormal = []
        self.codes = []
        self.active = []  # The __except filters around what runs.

    def call(self, name):
        """Runs a function. \\returns ("return", value) or ("raise", code)."""
        saved = self.abnormal, self.codes, self.active
        self.abnormal, self.codes, self.active = [], [], []
        end = self.run(self.functions[name])
        self.abnormal, self.codes, self.active = saved
        return ("return", 12345) if end == NEXT else end

    def bit(self, position):
        return (self.t >> position) & 1

    def run(self, tree):
        return getattr(self, "run_" + tree[0])(tree)

    def run_block(self, tree):
        end = self.run_statements(tree[1])
        # No destructor runs when an exception passes.
        if end[0] != "raise":
            for statement in reversed(tree[1]):
                if statement[0] == "object":
                    self.t = (self.t * 19 + statement[2]) % MASK
        return end

    def run_object(self, tree):
        return NEXT

    def run_operand(self, tree):
        if self.bit(tree[1]):
            return self.throw(0xC0000000 | tree[2])
        self.t = (self.t * 3 + tree[3]) % MASK
        return NEXT

    def run_statements(self, statements):
        labels = {s[1]: i for i, s in enumerate(statements)
                  if s[0] == "label"}
        i = 0
        while i < len(statements):
            end = self.run(statements[i])
            if end[0] == "goto" and end[1] in labels:
                i = labels[end[1]]
            elif end != NEXT:
                return end
            i += 1
        return NEXT

    def run_label(self, tree):
        return NEXT

    def run_update(self, tree):
        self.t = (self.t * 5 + tree[1]) % MASK
        return NEXT

    def run_abnormal(self, tree):
        if self.abnormal[-1]:
            self.t = (self.t * 7 + tree[1]) % MASK
        else:
            self.t = (self.t * 11 + tree[2]) % MASK
        return NEXT

    def run_code(self, tree):
        self.t = (self.t * 13 + self.codes[-1]) % MASK
        return NEXT

    def run_call(self, tree):
        _, form, name = tree
        before = self.t  # Of "*t * 3u + call": see below.
        if form == "and" and not before & 2:
            return NEXT
        if form == "choice" and not before & 4:
            self.t = (before * 3 + 7) % MASK
            return NEXT
        end = self.call(name)
        if end[0] == "raise":
            return self.throw(end[1])
        if form in ("value", "choice"):
            # The left operand is evaluated first.
            self.t = (before * 3 + end[1]) % MASK
        elif form == "condition" and end[1] & 1:
            self.t = self.t * 17 % MASK
        elif form == "and" and end[1] & 1:
            self.t = self.t * 29 % MASK
        elif form == "return":
            return ("return", (end[1] + 1) % MASK)
        return NEXT

    def run_jump(self, tree):
        return self.run(tree[2]) if self.bit(tree[1]) else NEXT

    def run_goto(self, tree):
        return tree

    def run_leave(self, tree):
        return tree

    def run_break(self, tree):
        return tree

    def run_continue(self, tree):
        return tree

    def run_return(self, tree):
        return ("return", (self.t * 3 + tree[1]) % MASK)

    def run_raise(self, tree):
        return self.throw(0xC0000000 | tree[1])

    def throw(self, code):
        """Runs the filters: they decide before anything is unwound."""
        for handler, taken in reversed(self.active):
            if self.takes(taken, code):
                return ("raise", code, handler)
        return ("raise", code, None)

    def run_if(self, tree):
        if self.bit(tree[1]):
            return self.run(tree[2])
        return self.run(tree[3]) if tree[3] else NEXT

    def run_for(self, tree):
        for _ in range(tree[2]):
            end = self.run(tree[3])
            if end[0] == "break":
                break
            if end[0] not in ("next", "continue"):
                return end
        return NEXT

    run_do = run_for  # Both run at least once.

    def run_switch(self, tree):
        value = (self.t >> tree[1]) & 3
        cases = tree[2]
        values = [case[0] for case in cases]
        if value in values:
            first = values.index(value)
        elif None in values:
            first = values.index(None)
        else:
            return NEXT
        for _, body, breaks in cases[first:]:
            end = self.run(body)
            if end[0] == "break":
                return NEXT
            if end != NEXT:
                return end
            if breaks:
                return NEXT
        return NEXT

    def run_finally(self, tree):
        end = self.run(tree[1])
        if end[0] == "leave":
            end = NEXT
        self.abnormal.append(end != NEXT)
        last = self.run(tree[2])
        self.abnormal.pop()
        return end if last == NEXT else last

    def takes(self, taken, code):
        kind = taken[0]
        if kind == "code":
            return code & 1
        if kind == "argument":
            return self.c & taken[1]
        if kind == "state":
            return self.bit(taken[1])
        if kind == "change":
            self.t = (self.t * 23 + 1) % MASK
            return self.bit(taken[1])
        return kind == "all"

    def run_except(self, tree):
        _, body, taken, handler = tree
        self.active.append((id(tree), taken))
        end = self.run(body)
        self.active.pop()
        if end[0] == "leave":
            return NEXT
        if end[0] != "raise" or end[2] != id(tree):
            return end
        self.codes.append(end[1])
        end = self.run(handler)
        self.codes.pop()
        return end
