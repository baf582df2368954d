# The build's own variables, for manifests: TENON_VAR_DATA_VERSIONS is tenon::build_var<"data_versions">.
include_guard(GLOBAL)

function(tenon_write_build_vars folder)
  set(rows "")
  get_cmake_property(names CACHE_VARIABLES)
  list(SORT names)
  foreach(name IN LISTS names)
    if(name MATCHES "^TENON_VAR_([A-Za-z0-9_]+)$")
      string(TOLOWER "${CMAKE_MATCH_1}" lower)
      string(REPLACE "\\" "\\\\" value "$CACHE{${name}}")
      string(REPLACE "\"" "\\\"" value "${value}")
      string(APPEND rows "TENON_BUILD_VAR(\"${lower}\", \"${value}\")\n")
    endif()
  endforeach()
  file(CONFIGURE OUTPUT "${folder}/tenon/build_vars.hpp" @ONLY
    CONTENT "// Included by word/build_var.hpp; one line for each TENON_VAR_<NAME>.\n@rows@")
endfunction()
