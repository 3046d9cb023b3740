# Writes OUTPUT: one FLT_MODEL("name", "text") line for each of FILES.
set(_text "")
foreach(_file IN LISTS FILES)
  get_filename_component(_name "${_file}" NAME)
  file(READ "${_file}" _content)
  string(APPEND _text "FLT_MODEL(\"${_name}\", R\"FLTYAML(${_content})FLTYAML\")\n")
endforeach()
file(WRITE "${OUTPUT}" "${_text}")
