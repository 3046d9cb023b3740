"""Writes the programs of generate.py as C and C++."""

# Accesses to user memory; the number picks one.
ACCESS_FORMS = [
    "if (*user) *t += *user;",
    "if (c && *user == 1) *t += 2u;",
    "*t += c ? user[c] : 3;",
    "while (user[*t & 7u] != 0) *t += 1u;",
    "for (; c && *user; ) { *t += *user; break; }",
    "ProbeForRead(user, 4, 1), *t += *user;",
    "do { *t += 1u; } while (*user++ == 1);",
    "switch (*user) { case 1: *t += 1u; break; default: *t += 2u; }",
    "memcpy(t, user, 4);",
    "{ struct Record *r = (struct Record *)user; *t += r->a + r->b[c & 3]; }",
    "{ char copy = *user, *p = user + copy; *p = copy; }",
]
ACCESSES = len(ACCESS_FORMS)

FILTERS = {
    "all": "1",
    "none": "0",
    "argument": "(c & %d) ? 1 : 0",
    "code": "(GetExceptionCode() & 1) ? 1 : 0",
    "state": "((*t >> %d) & 1u) ? 1 : 0",
    "change": "(*t = *t * 23u + 1u, (*t >> %d) & 1u) ? 1 : %d * 0",
}

# Head and end of a function, and how it is called. All but the first are C++.
STYLES = {
    "plain": ("static unsigned %s(unsigned *t, int c) {", "}", "%s"),
    "template": ("template <class T> static unsigned %s(T *t, int c) {", "}",
                 "%s<unsigned>"),
    "method": ("struct S_%s { static unsigned run(unsigned *t, int c) {",
               "}};", "S_%s::run"),
    "lambda": ("static const auto %s = [](unsigned *t, int c) -> unsigned {",
               "};", "%s"),
}


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

    def __init__(self, tree, callees):
        self.callees = callees  # How functions are called, by name.
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
        self.line(indent, ACCESS_FORMS[tree[1]])

    def write_object(self, tree, indent):
        self.line(indent, "Scope %s(t, %du);" % tree[1:])

    def write_operand(self, tree, indent):
        self.line(indent, "*t = *t * 3u + (((*t >> %d) & 1u) ? "
                          "(ExRaiseStatus((long)(0xC0000000 | %d)), 1u) : %du);"
                  % tree[1:])

    def write_call(self, tree, indent):
        _, form, name = tree
        call = "%s(t, c)" % self.callees.get(name, name)
        self.line(indent, {
            "value": "*t = *t * 3u + %s;" % call,
            "condition": "if (%s & 1u) *t = *t * 17u;" % call,
            "statement": "%s;" % call,
            "and": "if ((*t & 2u) && (%s & 1u)) *t = *t * 29u;" % call,
            "choice": "*t = *t * 3u + ((*t & 4u) ? %s : 7u);" % call,
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
        taken = FILTERS[taken[0]] % taken[1:]
        self.line(indent, "__try")
        self.write(body, indent)
        self.line(indent, "__except (%s)" % taken)
        self.write(handler, indent)


def function(name, tree, wild=False, style="plain", callees=None):
    """C source of a function with the body \p tree."""
    printer = Printer(tree, callees or {})
    head = [STYLES[style][0] % name]
    if wild:
        head.append("  char *user = GetUserPointer();")
    head += ["  int %s;" % v for v in printer.variables]
    return "\n".join(head + printer.lines
                     + ["  return 12345u;", STYLES[style][1], ""])
