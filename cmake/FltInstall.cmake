# cmake --install: modules to lib (flt_add_module adds those that they load), tools
# to bin, stand-in headers and models to share/fltcheck.
install(TARGETS FltTidyModule FltAnalyzerPlugin
  LIBRARY DESTINATION "${CMAKE_INSTALL_LIBDIR}")
install(TARGETS flt-tidy fltcheck RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}")
# fltcheck finds its stand-in headers and the pages of --explain there.
install(DIRECTORY checker/include checker/models docs
  DESTINATION "${CMAKE_INSTALL_DATADIR}/fltcheck")
# Its flags lead to the stand-in headers, which stand elsewhere there.
file(WRITE "${CMAKE_BINARY_DIR}/installed/compile_flags.txt"
  "--config=../../include/standalone.cfg\n")
install(FILES "${CMAKE_BINARY_DIR}/installed/compile_flags.txt"
  DESTINATION "${CMAKE_INSTALL_DATADIR}/fltcheck/docs/example")
install(FILES LICENSE DESTINATION "${CMAKE_INSTALL_DOCDIR}")
# Installed tools need Clang's own headers, too; see FltTargets.cmake.
install(DIRECTORY "${FLT_CLANG_RESOURCE_DIR}/include"
  DESTINATION "lib/clang/${FLT_LLVM_MAJOR}")
