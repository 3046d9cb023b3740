//===-- compat/Loader.cpp - loads a module into the right LLVM only -------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Clang's interface for modules has no versions: one of another LLVM fails with
// the name of some symbol, and clang-tidy then goes on without it and succeeds.
// So what users name is this file, which needs nothing of LLVM: it looks at the
// program that it was loaded into, and loads the module proper, which lies in
// the folder "fltcheck" beside it. A wrong program is ended: a gate must not be
// green because it did not look.
//
// FLT_MODULE is the name of both files.
//
//===----------------------------------------------------------------------===//
#include "clang/Basic/Version.inc"
#include <cstdio>
#include <cstdlib>
#include <dlfcn.h>
#include <string>

namespace {

void *Module = nullptr;

/// \returns the major version of the LLVM in this process, or 0 if it can't be
/// told.
unsigned hostVersion() {
  using GetVersion = void (*)(unsigned *, unsigned *, unsigned *);
  unsigned Major = 0, Minor = 0, Patch = 0;
  if (auto Get =
          reinterpret_cast<GetVersion>(dlsym(RTLD_DEFAULT, "LLVMGetVersion")))
    Get(&Major, &Minor, &Patch);
  return Major;
}

[[noreturn]] void refuse(unsigned Host, const char *Why) {
  std::string Needs = "LLVM " + std::to_string(CLANG_VERSION_MAJOR);
  std::string Message = std::string("error: " FLT_MODULE ".so is built for ") +
                        Needs + " and can't be loaded into this program";
  if (Host && Host != CLANG_VERSION_MAJOR)
    Message += ", which is of LLVM " + std::to_string(Host);
  Message += ": take the clang or clang-tidy of " + Needs;
  if (Host && Host != CLANG_VERSION_MAJOR)
    Message += ", or build FltCheck for LLVM " + std::to_string(Host);
  if (Why)
    Message += std::string(" (") + Why + ")";
  std::fputs((Message + "\n").c_str(), stderr);
  std::_Exit(1);
}

/// \returns where the module proper is: beside this file, and not beside a link
/// to it.
std::string modulePath() {
  Dl_info Info;
  if (!dladdr(reinterpret_cast<void *>(&hostVersion), &Info))
    return "fltcheck/" FLT_MODULE ".so";
  std::string Path = Info.dli_fname;
  if (char *Real = realpath(Info.dli_fname, nullptr)) {
    Path = Real;
    std::free(Real);
  }
  return Path.substr(0, Path.rfind('/') + 1) + "fltcheck/" FLT_MODULE ".so";
}

struct Load {
  Load() {
    unsigned Host = hostVersion();
    if (Host && Host != CLANG_VERSION_MAJOR)
      refuse(Host, nullptr);
    Module = dlopen(modulePath().c_str(), RTLD_LAZY | RTLD_GLOBAL);
    if (!Module)
      refuse(Host, dlerror());
  }
} Now;

} // namespace

// What clang asks an analyzer plugin for; clang-tidy does not.
extern "C" const char clang_analyzerAPIVersionString[] = CLANG_VERSION_STRING;

extern "C" void clang_registerCheckers(void *Registry) {
  using Register = void (*)(void *);
  if (auto Forward =
          reinterpret_cast<Register>(dlsym(Module, "clang_registerCheckers")))
    Forward(Registry);
}
