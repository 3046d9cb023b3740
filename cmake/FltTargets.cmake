# What every FltCheck target is built with. Call flt_configure_target on each.

set(CMAKE_CXX_STANDARD 17)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
# Modules go beside the libraries, tools into bin: the folders that README names.
set(CMAKE_LIBRARY_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/lib")
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/bin")

separate_arguments(FLT_LLVM_DEFINITIONS NATIVE_COMMAND "${LLVM_DEFINITIONS}")

# Most of a build from nothing is reading Clang's headers. Not for every day:
# ccache can't be used with it, and an include that is missing goes unseen.
option(FLT_PCH "Read Clang's headers once for all files" OFF)

# For the tools alone: a module runs inside a Clang that was built without.
option(FLT_SANITIZE "Build under AddressSanitizer and UndefinedBehaviorSanitizer" OFF)

function(flt_configure_target target)
  target_include_directories(${target} PRIVATE
    "${PROJECT_SOURCE_DIR}/checker" "${PROJECT_BINARY_DIR}/checker")
  target_include_directories(${target} SYSTEM PRIVATE
    ${LLVM_INCLUDE_DIRS} ${CLANG_INCLUDE_DIRS})
  target_compile_definitions(${target} PRIVATE ${FLT_LLVM_DEFINITIONS})
  target_compile_options(${target} PRIVATE -Wall -Wextra
    $<$<NOT:$<BOOL:${LLVM_ENABLE_RTTI}>>:-fno-rtti>
    $<$<NOT:$<BOOL:${LLVM_ENABLE_EH}>>:-fno-exceptions>
    $<$<BOOL:${FLT_WERROR}>:-Werror>)
  if(FLT_SANITIZE)
    # Clang's own classes have no type information to check a cast against.
    target_compile_options(${target} PRIVATE -fsanitize=address,undefined
      -fno-sanitize=vptr,function -fno-sanitize-recover=undefined
      -fno-omit-frame-pointer)
    target_link_options(${target} PRIVATE -fsanitize=address,undefined)
  endif()
  if(FLT_PCH AND NOT target STREQUAL fltHeaders)
    target_precompile_headers(${target} REUSE_FROM fltHeaders)
    # The headers were read with it; for executables CMake says -fPIE.
    target_compile_options(${target} PRIVATE -fPIC)
  endif()
endfunction()

if(FLT_PCH)
  file(WRITE "${PROJECT_BINARY_DIR}/headers.cpp" "")
  add_library(fltHeaders OBJECT "${PROJECT_BINARY_DIR}/headers.cpp")
  flt_configure_target(fltHeaders)
  target_precompile_headers(fltHeaders PRIVATE
    <clang/AST/RecursiveASTVisitor.h>
    <clang/StaticAnalyzer/Core/PathSensitive/CheckerContext.h>
    <clang/StaticAnalyzer/Core/PathSensitive/CallEvent.h>
    <clang/StaticAnalyzer/Core/BugReporter/BugReporter.h>
    <llvm/Support/FileSystem.h>
    <llvm/Support/JSON.h>
    <llvm/Support/raw_ostream.h>)
endif()

# A module that is loaded into clang or clang-tidy. It links nothing: every
# Clang symbol comes from the process that loads it, so there is one copy. What
# users name is a loader, which refuses a process of another LLVM; the module
# proper is in the folder fltcheck beside it.
function(flt_add_module name)
  set(module ${name})
  if(UNIX AND NOT APPLE)
    set(module ${name}Proper)
    add_library(${name} MODULE "${PROJECT_SOURCE_DIR}/checker/compat/Loader.cpp")
    set_target_properties(${name} PROPERTIES PREFIX "")
    flt_configure_target(${name})
    target_compile_definitions(${name} PRIVATE FLT_MODULE="${name}")
    target_link_libraries(${name} PRIVATE ${CMAKE_DL_LIBS})
    add_dependencies(${name} ${module})
  endif()
  add_library(${module} MODULE ${ARGN})
  set_target_properties(${module} PROPERTIES PREFIX "" OUTPUT_NAME ${name})
  if(NOT module STREQUAL name)
    set_target_properties(${module} PROPERTIES
      LIBRARY_OUTPUT_DIRECTORY "${CMAKE_LIBRARY_OUTPUT_DIRECTORY}/fltcheck")
    install(TARGETS ${module} LIBRARY DESTINATION "${CMAKE_INSTALL_LIBDIR}/fltcheck")
  endif()
  flt_configure_target(${module})
endfunction()

# An executable on top of the shared Clang and LLVM libraries, or on the static
# ones where LLVM was built without shared libraries.
function(flt_add_tool name)
  add_executable(${name} ${ARGN})
  flt_configure_target(${name})
endfunction()

if(CLANG_LINK_CLANG_DYLIB)
  set(FLT_CLANG_LIBS clang-cpp)
else()
  set(FLT_CLANG_LIBS clangStaticAnalyzerFrontend clangStaticAnalyzerCore
    clangTooling clangToolingCore clangFrontend clangAST clangBasic)
endif()
if(LLVM_LINK_LLVM_DYLIB)
  set(FLT_LLVM_LIBS LLVM)
else()
  llvm_map_components_to_libnames(FLT_LLVM_LIBS support option)
endif()

# Clang looks for its own headers (stdarg.h, intrin.h) beside the executable, in
# ../lib/clang/N. A tool of ours finds those of the Clang it is built with.
execute_process(
  COMMAND "${LLVM_TOOLS_BINARY_DIR}/clang" -print-resource-dir
  OUTPUT_VARIABLE FLT_CLANG_RESOURCE_DIR OUTPUT_STRIP_TRAILING_WHITESPACE
  RESULT_VARIABLE _flt_no_clang)
if(_flt_no_clang)
  message(FATAL_ERROR "FltCheck needs the clang executable of LLVM "
    "${FLT_LLVM_MAJOR} in ${LLVM_TOOLS_BINARY_DIR}: install clang-${FLT_LLVM_MAJOR}.")
endif()
get_filename_component(FLT_CLANG_RESOURCE_DIR "${FLT_CLANG_RESOURCE_DIR}" REALPATH)
file(MAKE_DIRECTORY "${CMAKE_BINARY_DIR}/lib/clang")
file(CREATE_LINK "${FLT_CLANG_RESOURCE_DIR}"
  "${CMAKE_BINARY_DIR}/lib/clang/${FLT_LLVM_MAJOR}" SYMBOLIC COPY_ON_ERROR)
