#!/bin/sh
# Builds FltCheck and runs every test, against LLVM 22 and 19. The last line
# counts tests. FLT_LLVM_VERSIONS="22" runs only those.
. "$(dirname -- "$0")/bootstrap.sh"

versions=${FLT_LLVM_VERSIONS:-22 19}
packages="$FLT_BUILD_PACKAGES git pre-commit"
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
  ctest --test-dir "$FLT_SOURCE/build/llvm-$version" --output-on-failure ||
    true # The count below tells.
  [ -f "$results" ] || fail "the tests of LLVM $version did not run (see above)"
  set -- $(python3 "$FLT_SOURCE/cmake/count_tests.py" \
    "$FLT_SOURCE/build/llvm-$version")
  passed=$((passed + $1))
  failed=$((failed + $2))
  skipped=$((skipped + $3))
done

echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
