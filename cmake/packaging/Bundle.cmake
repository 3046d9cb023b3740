# Copies the shared libraries of FLT_BUILT_TOOLS into the installed FLT_LIBDIR, where the
# tools look first, and what Debian says of their licences beside our own. The C library
# stays that of the machine: it belongs to its kernel and its loader.
set(_prefix "$ENV{DESTDIR}${CMAKE_INSTALL_PREFIX}")
file(GET_RUNTIME_DEPENDENCIES EXECUTABLES ${FLT_BUILT_TOOLS}
  RESOLVED_DEPENDENCIES_VAR _libraries
  PRE_EXCLUDE_REGEXES "^lib(c|m|dl|rt|pthread|resolv|util)\\.so" "^ld-linux" "^linux-vdso")
find_program(DPKG_QUERY dpkg-query)
set(_packages "")
foreach(_library IN LISTS _libraries)
  get_filename_component(_name "${_library}" NAME)
  file(REAL_PATH "${_library}" _real)
  file(COPY_FILE "${_real}" "${_prefix}/${FLT_LIBDIR}/${_name}")
  if(DPKG_QUERY)
    # Debian's /lib is a link to /usr/lib; which of the two dpkg knows differs.
    string(REGEX REPLACE "^/usr" "" _other "${_real}")
    execute_process(COMMAND "${DPKG_QUERY}" -S "${_real}" "${_other}"
      OUTPUT_VARIABLE _owners ERROR_QUIET)
    string(REGEX MATCH "^[^:, ]+" _package "${_owners}")
    list(APPEND _packages "${_package}")
  endif()
endforeach()
list(REMOVE_DUPLICATES _packages)
foreach(_package IN LISTS _packages)
  if(EXISTS "/usr/share/doc/${_package}/copyright")
    file(COPY_FILE "/usr/share/doc/${_package}/copyright"
      "${_prefix}/${FLT_DOCDIR}/licences-${_package}.txt")
  else()
    message(WARNING "No licence was found for the library of '${_package}'")
  endif()
endforeach()
if(NOT _packages)
  message(WARNING "The licences of these must be added by hand: ${_libraries}")
endif()
list(LENGTH _libraries _count)
message(STATUS "Bundled ${_count} libraries")
