"""Prints "passed failed skipped" over the JUnit files of a build folder."""

import pathlib
import sys
import xml.etree.ElementTree as ElementTree


def main():
    passed = failed = skipped = 0
    for name in ("tests/results.xml", "tests/unit/results.xml"):
        path = pathlib.Path(sys.argv[1], name)
        if not path.exists():
            continue
        for case in ElementTree.parse(path).getroot().iter("testcase"):
            if case.find("failure") is not None or case.find("error") is not None:
                failed += 1
            elif case.find("skipped") is not None:
                # What was not asked for was not skipped.
                skipped += "not selected" not in case.find("skipped").get("message", "")
            else:
                passed += 1
    print(passed, failed, skipped)


if __name__ == "__main__":
    main()
