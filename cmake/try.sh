#!/bin/sh
# Builds FltCheck and runs it over the example driver. First run: some minutes,
# most of them compiling; second run: seconds.
. "$(dirname -- "$0")/bootstrap.sh"

version=${FLT_LLVM_VERSION:-22}
# shellcheck disable=SC2046,SC2086
install_packages $FLT_BUILD_PACKAGES $(llvm_packages "$version")
build "$version" flt-tidy

echo
echo "FltCheck over docs/example, a small minifilter with eight planted bugs:"
echo
cd "$FLT_SOURCE/docs/example"
# Findings are the point here, so they are no failure.
"$FLT_SOURCE/build/llvm-$version/bin/flt-tidy" --quiet \
  --checks='-*,flt-*' ./*.c -- --config="$FLT_SOURCE/checker/include/standalone.cfg" ||
  fail "flt-tidy failed (see above)"
