# cmake --install: modules to lib (flt_add_module adds those that they load), tools
# to bin, stand-in headers, models and pages to share/fltcheck, and what a CMake project
# finds with find_package(FltCheck).
include(CMakePackageConfigHelpers)

install(TARGETS FltTidyModule FltAnalyzerPlugin EXPORT FltCheckTargets
  LIBRARY DESTINATION "${CMAKE_INSTALL_LIBDIR}")
install(TARGETS flt-tidy fltcheck EXPORT FltCheckTargets
  RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}")
# fltcheck finds its stand-in headers and the pages of --explain there.
install(DIRECTORY checker/include checker/models docs
  DESTINATION "${CMAKE_INSTALL_DATADIR}/fltcheck")
# Its flags lead to the stand-in headers, which stand elsewhere there.
file(WRITE "${CMAKE_BINARY_DIR}/installed/compile_flags.txt"
  "--config=../../include/standalone.cfg\n")
install(FILES "${CMAKE_BINARY_DIR}/installed/compile_flags.txt"
  DESTINATION "${CMAKE_INSTALL_DATADIR}/fltcheck/docs/example")
install(FILES LICENSE CHANGELOG.md DESTINATION "${CMAKE_INSTALL_DOCDIR}")
# Installed tools need Clang's own headers, too; see FltTargets.cmake.
install(DIRECTORY "${FLT_CLANG_RESOURCE_DIR}/include"
  DESTINATION "lib/clang/${FLT_LLVM_MAJOR}")
# CodeChecker takes every library of a folder for a plugin, so this has a link alone.
file(MAKE_DIRECTORY "${CMAKE_BINARY_DIR}/installed/codechecker")
file(CREATE_LINK ../FltAnalyzerPlugin.so
  "${CMAKE_BINARY_DIR}/installed/codechecker/FltAnalyzerPlugin.so" SYMBOLIC)
install(DIRECTORY "${CMAKE_BINARY_DIR}/installed/codechecker"
  DESTINATION "${CMAKE_INSTALL_LIBDIR}")

# Man pages and completions, made from --help.
find_package(Python3 COMPONENTS Interpreter)
if(Python3_FOUND AND NOT CMAKE_CROSSCOMPILING)
  set(_share "${CMAKE_BINARY_DIR}/installed/share")
  foreach(_tool fltcheck flt-tidy)
    add_custom_command(OUTPUT "${_share}/man/man1/${_tool}.1"
      COMMAND Python3::Interpreter "${PROJECT_SOURCE_DIR}/cmake/packaging/options.py"
        --tool "$<TARGET_FILE:${_tool}>" --share "${_share}"
      DEPENDS ${_tool} "${PROJECT_SOURCE_DIR}/cmake/packaging/options.py"
      COMMENT "Writing the man page and the completions of ${_tool}")
    list(APPEND _pages "${_share}/man/man1/${_tool}.1")
  endforeach()
  add_custom_target(fltPages ALL DEPENDS ${_pages})
  install(DIRECTORY "${_share}/" DESTINATION "${CMAKE_INSTALL_DATADIR}")
endif()

# The checks as a library, for a clang-tidy that somebody else builds.
add_library(fltChecks STATIC $<TARGET_OBJECTS:fltTidy> $<TARGET_OBJECTS:fltCore>)
# Nothing in it is compiled here, so the linker must be named.
set_target_properties(fltChecks PROPERTIES LINKER_LANGUAGE CXX OUTPUT_NAME FltChecks)
install(TARGETS fltChecks EXPORT FltCheckTargets
  ARCHIVE DESTINATION "${CMAKE_INSTALL_LIBDIR}/fltcheck")
# CMake strips no archives, since some tools would take too much.
install(CODE "
  if(CMAKE_INSTALL_DO_STRIP)
    execute_process(COMMAND \"${CMAKE_STRIP}\" --strip-debug
      \"\$ENV{DESTDIR}\${CMAKE_INSTALL_PREFIX}/${CMAKE_INSTALL_LIBDIR}/fltcheck/libFltChecks.a\"
      COMMAND_ERROR_IS_FATAL ANY)
  endif()")

set(_cmake "${CMAKE_INSTALL_LIBDIR}/cmake/FltCheck")
configure_package_config_file(cmake/packaging/FltCheckConfig.cmake.in
  "${CMAKE_BINARY_DIR}/installed/FltCheckConfig.cmake" INSTALL_DESTINATION "${_cmake}")
write_basic_package_version_file("${CMAKE_BINARY_DIR}/installed/FltCheckConfigVersion.cmake"
  COMPATIBILITY SameMinorVersion)
install(FILES "${CMAKE_BINARY_DIR}/installed/FltCheckConfig.cmake"
  "${CMAKE_BINARY_DIR}/installed/FltCheckConfigVersion.cmake" DESTINATION "${_cmake}")
install(EXPORT FltCheckTargets NAMESPACE FltCheck:: DESTINATION "${_cmake}")
