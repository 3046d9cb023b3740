"""Cases of harmless.py: a function's text, and whether a return right after the
last acquisition in it is harmless."""

import re

from harmless import is_harmless_return

CASES = [
    (False, "Acquire( C, Vcb ); Release( C, Vcb );"),
    (True, "__try { AcquireExclusive( C, Vcb ); } __finally { Release( C, Vcb ); }"),
    (True, "try { AcquireShared( C, F, TRUE ); } finally {"
           " if (F != NULL) { Release( C, F ); } }"),
    # A flag that is not set yet, another lock, an __except, a comment.
    (False, "try { Acquire( C, Vcb ); Held = TRUE; } finally {"
            " if (Held) Release( C, Vcb ); }"),
    (False, "try { Acquire( C, Vcb ); } finally { Release( C, Fcb ); }"),
    (False, "try { Acquire( C, Vcb ); } except (1) { Release( C, Vcb ); }"),
    (False, "try { Acquire( C, Vcb ); } finally { /* Release( C, Vcb ); */ }"),
    (False, "Acquire( C, Vcb ); try { f(); } finally { Release( C, Vcb ); }"
            " Acquire( C, Vcb );"),
    # The caller's lock, dropped and taken again.
    (True, "ASSERT( IsAcquired( Vcb ) ); Release( C, Vcb ); Wait();"
           " AcquireExclusive( C, Vcb );"),
    (False, "Acquire( C, Vcb ); Release( C, Vcb ); Acquire( C, Vcb );"),
    (False, "Release( C, Vcb ); Acquire( C, Global ); Acquire( C, Vcb );"),
    (False, "Release( C, Vcb ); Vcb = Next->Vcb; Acquire( C, Vcb );"),
]

for expected, body in CASES:
    text = "VOID f()\n{\n%s\n}\n" % body
    last = list(re.finditer(r"\bAcquire\w*\([^)]*\);", text))[-1]
    got = is_harmless_return(text, last.start(), last.end())
    assert got == expected, body
