# Finds the Clang that FltCheck is built against, or says in one sentence what
# is missing. FLT_LLVM_VERSION picks one; otherwise the newest supported wins.

set(FLT_SUPPORTED_LLVM_VERSIONS 22 19)
set(FLT_LLVM_VERSION "" CACHE STRING "LLVM major version to build against (22 or 19)")

if(FLT_LLVM_VERSION)
  set(_flt_candidates ${FLT_LLVM_VERSION})
else()
  set(_flt_candidates ${FLT_SUPPORTED_LLVM_VERSIONS})
endif()

foreach(_version IN LISTS _flt_candidates)
  if(NOT _version IN_LIST FLT_SUPPORTED_LLVM_VERSIONS)
    message(FATAL_ERROR "FltCheck supports LLVM 22 and 19, not '${_version}': "
      "set FLT_LLVM_VERSION to one of these.")
  endif()
  # Clang ships no version file, so the version is compared after loading.
  find_package(Clang QUIET CONFIG
    HINTS "/usr/lib/llvm-${_version}/lib/cmake/clang")
  if(Clang_FOUND AND LLVM_VERSION_MAJOR EQUAL _version)
    break()
  endif()
  set(Clang_FOUND FALSE)
  unset(Clang_DIR CACHE)
endforeach()

if(NOT Clang_FOUND)
  list(JOIN _flt_candidates " or " _flt_wanted)
  message(FATAL_ERROR "FltCheck needs the development files of LLVM ${_flt_wanted}, "
    "which were not found: install clang-N, libclang-N-dev, libclang-cppN-dev and "
    "llvm-N-dev, or point Clang_DIR at the folder that holds ClangConfig.cmake.")
endif()

list(APPEND CMAKE_MODULE_PATH "${LLVM_CMAKE_DIR}")
set(FLT_LLVM_MAJOR "${LLVM_VERSION_MAJOR}")
message(STATUS "FltCheck: building against LLVM ${LLVM_PACKAGE_VERSION}")
