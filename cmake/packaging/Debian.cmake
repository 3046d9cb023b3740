# What the .deb has outside of its folder: links to the tools, their man pages and their
# completions where Debian looks for them, and its licence. Links are relative, so that
# they are right below another root as well. Then what it depends on.
set(_top "${CPACK_TEMPORARY_DIRECTORY}")
string(SUBSTRING "${CPACK_FLT_PREFIX}" 1 -1 _prefix)
set(_places
  bin/fltcheck bin/fltcheck
  bin/flt-tidy bin/flt-tidy
  share/man/man1/fltcheck.1 share/man/man1/fltcheck.1
  share/man/man1/flt-tidy.1 share/man/man1/flt-tidy.1
  share/bash-completion/completions/fltcheck share/bash-completion/completions/fltcheck
  share/bash-completion/completions/flt-tidy share/bash-completion/completions/flt-tidy
  share/zsh/vendor-completions/_fltcheck share/zsh/site-functions/_fltcheck
  share/zsh/vendor-completions/_flt-tidy share/zsh/site-functions/_flt-tidy
  share/fish/vendor_completions.d/fltcheck.fish share/fish/vendor_completions.d/fltcheck.fish
  share/fish/vendor_completions.d/flt-tidy.fish share/fish/vendor_completions.d/flt-tidy.fish)
while(_places)
  list(POP_FRONT _places _there _ours)
  if(NOT EXISTS "${_top}/${_prefix}/${_ours}")
    message(FATAL_ERROR "the package lacks ${_ours}: was all of the project built?")
  endif()
  get_filename_component(_folder "/usr/${_there}" DIRECTORY)
  file(RELATIVE_PATH _target "${_folder}" "/${_prefix}/${_ours}")
  file(MAKE_DIRECTORY "${_top}${_folder}")
  file(CREATE_LINK "${_target}" "${_top}/usr/${_there}" SYMBOLIC)
endwhile()
file(MAKE_DIRECTORY "${_top}/usr/share/doc/fltcheck")
configure_file("${CPACK_RESOURCE_FILE_LICENSE}" "${_top}/usr/share/doc/fltcheck/copyright" COPYONLY)

# The packages of the libraries, unless somebody named them. cpack can ask for them, too,
# but looks at each of some hundred headers first, which takes a minute.
if(NOT CPACK_DEBIAN_PACKAGE_DEPENDS)
  set(_work "${_top}-shlibdeps")
  file(WRITE "${_work}/debian/control"
    "Source: fltcheck\n\nPackage: fltcheck\nArchitecture: any\n")
  execute_process(
    COMMAND dpkg-shlibdeps -O "${_top}/${_prefix}/bin/fltcheck" "${_top}/${_prefix}/bin/flt-tidy"
    WORKING_DIRECTORY "${_work}" OUTPUT_VARIABLE _depends ERROR_VARIABLE _error)
  if(NOT _depends MATCHES "^shlibs:Depends=([^\n]*libclang[^\n]*)")
    message(FATAL_ERROR "dpkg-shlibdeps (of dpkg-dev) can't tell what the tools need: ${_error}")
  endif()
  set(CPACK_DEBIAN_PACKAGE_DEPENDS "${CMAKE_MATCH_1}")
  file(REMOVE_RECURSE "${_work}")
endif()
