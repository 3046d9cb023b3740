# cpack: a .deb, and an archive that needs no LLVM on the machine it is unpacked on.
#
#   cpack -G DEB --config build/llvm-22/CPackConfig.cmake
#   cpack -G TXZ --config build/llvm-22/CPackConfig.cmake
set(CPACK_GENERATOR "DEB;TXZ")
set(CPACK_PACKAGE_NAME fltcheck)
set(CPACK_PACKAGE_VENDOR "The FltCheck authors")
set(CPACK_PACKAGE_CONTACT "The FltCheck authors <fltcheck@users.noreply.github.com>")
set(CPACK_PACKAGE_HOMEPAGE_URL "https://github.com/fltcheck/fltcheck")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "${PROJECT_DESCRIPTION}")
set(CPACK_PACKAGE_DESCRIPTION "FltCheck follows every path through the functions of a\
 file-system minifilter driver and reports locks, critical regions and context references\
 that are not given back exactly once.")
set(CPACK_RESOURCE_FILE_LICENSE "${PROJECT_SOURCE_DIR}/LICENSE")
set(CPACK_STRIP_FILES ON)
set(CPACK_VERBATIM_VARIABLES ON)
set(CPACK_PROJECT_CONFIG_FILE "${PROJECT_SOURCE_DIR}/cmake/packaging/Generators.cmake")

# The folder that all pages name. Clang's own headers come with it, and would be in the way
# of Debian's packages elsewhere.
set(CPACK_FLT_PREFIX /opt/fltcheck)
set(CPACK_FLT_PROCESSOR "${CMAKE_SYSTEM_PROCESSOR}")
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION devel)
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS git)
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "clang-tidy-${FLT_LLVM_MAJOR}, clang-${FLT_LLVM_MAJOR}")
set(CPACK_ARCHIVE_THREADS 0)

# What the archive has beside: the shared libraries that the tools need, but for the C
# library, with the licences of the packages that they come from.
set_target_properties(flt-tidy fltcheck PROPERTIES INSTALL_RPATH
  "$ORIGIN/../${CMAKE_INSTALL_LIBDIR}")
foreach(_tool flt-tidy fltcheck)
  # As an RPATH it holds for the libraries of the libraries, too; as a RUNPATH it would not.
  target_link_options(${_tool} PRIVATE
    "$<$<PLATFORM_ID:Linux>:LINKER:--disable-new-dtags>")
endforeach()
install(CODE "set(FLT_LIBDIR \"${CMAKE_INSTALL_LIBDIR}\")
  set(FLT_BINDIR \"${CMAKE_INSTALL_BINDIR}\")
  set(FLT_DOCDIR \"${CMAKE_INSTALL_DOCDIR}\")
  set(FLT_BUILT_TOOLS \"$<TARGET_FILE:fltcheck>\" \"$<TARGET_FILE:flt-tidy>\")"
  COMPONENT bundle EXCLUDE_FROM_ALL)
install(SCRIPT cmake/packaging/Bundle.cmake COMPONENT bundle EXCLUDE_FROM_ALL)

include(CPack)
