#!/bin/sh
# Builds FltCheck and tests it against LLVM 22 and 19; FLT_LLVM_VERSIONS names
# others, such as one alone. What does not depend on the LLVM (reports, the cache,
# git, Visual Studio projects, packages, the documentation) is tested with the first one
# only.
# The last line counts tests.
. "$(dirname -- "$0")/bootstrap.sh"

versions=${FLT_LLVM_VERSIONS:-22 19}
tested_once='output/|docs/|packaging/|vscode/|driver/(?!cross-file|exit-status|faults|ninja)'
packages="$FLT_BUILD_PACKAGES git pre-commit libgtest-dev ${FLT_EXTRA_PACKAGES:-}"
for version in $versions; do
  packages="$packages $(llvm_packages "$version")"
done
# lit and its tools come with 22 whatever is tested.
# shellcheck disable=SC2086
install_packages $packages

passed=0
failed=0
skipped=0
for version in $versions; do
  build "$version"
  results="$FLT_SOURCE/build/llvm-$version/tests/results.xml"
  rm -f "$results"
  echo "Testing against LLVM $version"
  broken=0
  # shellcheck disable=SC2086
  set -- $versions
  [ "$version" = "$1" ] || export LIT_FILTER_OUT="$tested_once"
  ctest --test-dir "$FLT_SOURCE/build/llvm-$version" --output-on-failure ||
    broken=1
  [ -f "$results" ] || fail "the tests of LLVM $version did not run (see above)"
  set -- $(python3 "$FLT_SOURCE/cmake/count_tests.py" \
    "$FLT_SOURCE/build/llvm-$version")
  passed=$((passed + $1))
  failed=$((failed + $2))
  skipped=$((skipped + $3))
  # A runner that fails without a failed test has crashed.
  [ "$broken" -eq 0 ] || [ "$2" -gt 0 ] || failed=$((failed + 1))
done

echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
