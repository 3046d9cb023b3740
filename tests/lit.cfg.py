# -*- Python -*-
"""Configuration of lit for FltCheck's tests; see docs/contributing.md."""

import glob
import os
import shutil
import subprocess

import lit.formats

config.name = "FltCheck"
config.test_format = lit.formats.ShTest(True)
config.test_source_root = os.path.dirname(__file__)
config.suffixes = [".c", ".cpp", ".test", ".yaml"]
config.excludes = ["Inputs", "CMakeLists.txt", "bench", "unit"]

tools = config.flt_llvm_tools_dir
lib = os.path.join(config.flt_build_dir, "lib")
bin_dir = os.path.join(config.flt_build_dir, "bin")
source = config.flt_source_dir
include = os.path.join(source, "checker", "include")


def tool(name):
    """The tool of the LLVM that FltCheck was built with."""
    return os.path.join(tools, name)


clang = tool("clang")
resource_dir = subprocess.check_output(
    [clang, "-print-resource-dir"], text=True
).strip()
plugin = os.path.join(lib, "FltAnalyzerPlugin.so")
module = os.path.join(lib, "FltTidyModule.so")
standalone_cfg = os.path.join(include, "standalone.cfg")

clang_tidy_diff = os.path.join(os.path.dirname(tools), "share", "clang",
                               "clang-tidy-diff.py")
# A clang of another LLVM, which must refuse our modules.
other_llvm = next((path for path in
                   ("/usr/lib/llvm-%d/bin" % version
                    for version in (22, 19, 21, 20)
                    if version != config.flt_llvm_major)
                   if os.path.exists(os.path.join(path, "clang-tidy"))), None)

# The frontend without the driver, as LLVM's own analyzer tests use it: the
# flags are those of standalone.cfg.
analyze_cc1 = " ".join([
    clang, "-cc1",
    "-triple x86_64-pc-windows-msvc -fms-extensions -fms-compatibility",
    "-fms-compatibility-version=19.40 -fwchar-type=short -fno-signed-wchar",
    "-resource-dir", resource_dir,
    "-internal-isystem", include,
    "-internal-isystem", os.path.join(resource_dir, "include"),
    "-nostdsysteminc",
    "-D_AMD64_ -DAMD64 -D_WIN64 -D_KERNEL_MODE=1 -DNTDDI_VERSION=0x0A000010",
    "-D_WIN32_WINNT=0x0A00 -DWINVER=0x0A00 -DPOOL_NX_OPTIN=1",
    "-w",
    "-load", plugin,
    "-analyze -setup-static-analyzer",
    "-analyzer-config", "'silence-checkers=core;apiModeling;unix'",
])
# All checks with every note, checked by -verify.
verify = " ".join([
    analyze_cc1,
    "-analyzer-checker=core,flt -analyzer-output=text -verify",
])

config.substitutions += [
    ("%clang_analyze_cc1", analyze_cc1),
    ("%flt_verify", verify),
    ("%clang-apply-replacements", tool("clang-apply-replacements")),
    ("%clang-tidy-diff", clang_tidy_diff),
    ("%clang-tidy", tool("clang-tidy")),
    ("%clangxx", tool("clang++")),
    ("%clang", clang),
    ("%run-clang-tidy", tool("run-clang-tidy")),
    ("%flt-tidy", os.path.join(bin_dir, "flt-tidy")),
    ("%fltcheck", os.path.join(bin_dir, "fltcheck")),
    ("%plugin", plugin),
    ("%resource_dir", resource_dir),
    ("%module", module),
    ("%standalone_cfg", standalone_cfg),
    ("%flt_include", include),
    ("%flt_source", source),
    ("%flt_build", config.flt_build_dir),
    ("%llvm_tools", tools),
    ("%python", '"%s"' % shutil.which("python3")),
]

config.environment["PATH"] = os.pathsep.join(
    [tools, bin_dir, config.environment["PATH"]]
)
config.environment["LC_ALL"] = "C.UTF-8"

config.available_features.add("llvm-%d" % config.flt_llvm_major)
# Another version formats otherwise.
if config.flt_llvm_major == 22 and os.path.exists(tool("clang-format")):
    config.available_features.add("clang-format")
if config.flt_lsp:
    config.available_features.add("lsp")
if other_llvm:
    config.available_features.add("other-llvm")
    config.substitutions.append(("%other_llvm", other_llvm))
# The flavour of mingw-w64 that has std::mutex.
if glob.glob("/usr/lib/gcc/x86_64-w64-mingw32/*posix/include/c++"):
    config.available_features.add("mingw")
for feature, program in [
    ("fltcheck", os.path.join(bin_dir, "fltcheck")),
    ("ninja", "ninja"),
    ("pre-commit", "pre-commit"),
    ("npm", "npm"),
    ("chromium", "chromium"),
    ("git", "git"),
    ("nvim", "nvim"),
    ("emacs", "emacs"),
    ("node", "node"),
]:
    if shutil.which(program):
        config.available_features.add(feature)
if hasattr(os, "geteuid") and os.geteuid() == 0:
    config.available_features.add("root")
