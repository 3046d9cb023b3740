"""Tells which inserted returns are no defects, from the text alone.

A return right after an acquisition does no harm where a __finally releases the
lock anyway, or where the function has dropped its caller's lock and takes it
again: it returns as it was entered.
"""

import re

ACQUIRE = r"\w*Acquire(?!d)\w*"
MODE = re.compile(r"StarveExclusive|WaitForEx\w*|Exclusive|Shared")


def blank_comments(text):
    """The text with comments and strings blanked; offsets stay."""
    return re.sub(r'//[^\n]*|/\*.*?\*/|"(?:\\.|[^"\\\n])*"',
                  lambda m: re.sub(r"[^\n]", " ", m.group()), text,
                  flags=re.DOTALL)


def closing(text, at, pair="{}"):
    """Offset of the bracket that closes the one at `at`, or the end."""
    depth = 0
    for i in range(at, len(text)):
        if text[i] in pair:
            depth += 1 if text[i] == pair[0] else -1
            if depth == 0:
                return i
    return len(text)


def split_call(call):
    """(name, arguments) of `name( a, b )`."""
    name, rest = call.split("(", 1)
    arguments = rest[: closing("(" + rest, 0, "()") - 1]
    return name.strip(), [" ".join(a.split()) for a in arguments.split(",")]


def lock_of(call):
    """(stem of the name, lock) of an acquisition or a release."""
    name, arguments = split_call(call)
    kept = [a for a in arguments if a not in ("TRUE", "FALSE")]
    stem = MODE.sub("", name).replace("Acquire", "Release")
    return stem, (kept or [""])[-1]


def events(text, begin, end, stem, lock):
    """(offset, is a release) of the calls between that are about the lock."""
    pattern = re.compile(r"\b(?:%s|\w*Release\w*)\s*\(" % ACQUIRE)
    for match in pattern.finditer(text, begin, end):
        call = text[match.start(): closing(text, match.end() - 1, "()") + 1]
        if lock_of(call) == (stem, lock):
            yield match.start(), "Release" in match.group()


def conditions(text, begin, at):
    """The conditions under which control gets from `begin` to `at`."""
    open_blocks = []
    for i in range(begin, at):
        if text[i] == "{":
            open_blocks.append(i)
        elif text[i] == "}" and open_blocks:
            open_blocks.pop()
    for place in open_blocks + [at]:
        start = max(text.rfind(c, begin, place) for c in ";{}")
        header = text[max(start, begin - 1) + 1: place]
        if re.search(r"\b(?:if|else|while|for|switch)\b", header):
            yield header


def is_released_by_finally(text, begin, stem, lock):
    for match in re.finditer(r"\b(?:__)?try\s*\{", text[:begin]):
        end = closing(text, match.end() - 1)
        handler = re.compile(r"\s*(?:__)?finally\s*\{").match(text, end + 1)
        if end < begin or not handler:
            continue
        last = closing(text, handler.end() - 1)
        word = re.compile(r"(?<!\w)%s(?!\w)" % re.escape(lock))
        for at, is_release in events(text, handler.end(), last, stem, lock):
            # Under no condition, or one that asks whether there is a lock.
            if is_release and all(word.search(c) for c in
                                  conditions(text, handler.end(), at)):
                return True
    return False


def is_taken_again(text, begin, stem, lock):
    function = [m.start() for m in re.finditer(r"^\{", text[:begin], re.M)]
    start = (function or [0])[-1]
    before = list(events(text, start, begin, stem, lock))
    if not before or not before[0][1] or not before[-1][1]:
        return False
    # Nothing else is acquired, and it is the same lock by another name neither.
    since = text[before[-1][0]: begin]
    base = re.search(r"\w+", lock)
    return not (re.search(ACQUIRE + r"\s*\(",
                          text[start: before[0][0]] + since)
                or base and re.search(r"\b%s\s*=[^=]" % base.group(), since))


def is_harmless_return(text, begin, end):
    """Whether a return right after the acquisition text[begin:end] is none."""
    stem, lock = lock_of(text[begin:end].replace("(VOID)", "", 1))
    text = blank_comments(text)
    return (is_released_by_finally(text, begin, stem, lock)
            or is_taken_again(text, begin, stem, lock))
