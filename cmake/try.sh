#!/bin/sh
# Builds FltCheck and runs it over the example driver. First run: some minutes,
# most of them compiling; second run: seconds.
. "$(dirname -- "$0")/bootstrap.sh"

version=${FLT_LLVM_VERSION:-22}
# shellcheck disable=SC2046,SC2086
install_packages $FLT_BUILD_PACKAGES $(llvm_packages "$version")
# All that README and the quick start say is there, and no tests.
build "$version" fltcheck flt-tidy FltTidyModule FltAnalyzerPlugin

echo
echo "fltcheck over docs/example, a small minifilter with planted bugs:"
echo
status=0
"$FLT_SOURCE/build/llvm-$version/bin/fltcheck" --quiet \
  "$FLT_SOURCE/docs/example" || status=$?
# Findings are the point here, so they are no failure; anything else is.
[ "$status" -eq 1 ] || fail "fltcheck did not find the planted bugs (see above)"
echo
echo "The tools are in build/llvm-$version/bin, the modules in build/llvm-$version/lib."
