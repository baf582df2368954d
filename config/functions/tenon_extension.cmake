# Extensions as CMake knows them: a target `tenon_ext_<identifier>` with the properties TENON_NAME, TENON_KIND, TENON_TYPE,
# TENON_VERSION; TENON_ORIGIN, the folder or file that people know it by; TENON_ENTRY, what its author wrote as its beginning; and
# TENON_HEADER, what a program includes.
include_guard(GLOBAL)
include(${CMAKE_CURRENT_LIST_DIR}/tenon_member_names.cmake)
include(${CMAKE_CURRENT_LIST_DIR}/tenon_nearest.cmake)
include(${CMAKE_CURRENT_LIST_DIR}/tenon_read_entry.cmake)
include(${CMAKE_CURRENT_LIST_DIR}/tenon_directives.cmake)
include(${CMAKE_CURRENT_LIST_DIR}/tenon_gui.cmake)

# Words of a-z and 0-9 that begin with a letter, joined: the same rule as composition/name.hpp.
function(tenon_is_name name out)
  string(LENGTH "${name}" length)
  set(good OFF)
  if(name MATCHES "^[a-z][a-z0-9]*([_.-][a-z][a-z0-9]*)*$" AND length LESS_EQUAL 62)
    set(good ON)
  endif()
  set(${out} ${good} PARENT_SCOPE)
endfunction()

# `my-extension` -> `my_extension`. A malformed name ends the run: every later message would only be harder to read. ORIGIN says
# whose name it is.
function(tenon_identifier name out)
  cmake_parse_arguments(PARSE_ARGV 2 arg "" "ORIGIN" "")
  tenon_is_name("${name}" good)
  if(NOT good)
    set(where "")
    if(arg_ORIGIN)
      tenon_shown("${arg_ORIGIN}" shown)
      set(where "${shown}: ")
    endif()
    tenon_near_name("${name}" near)
    message(FATAL_ERROR "${where}\"${name}\" is not a name for an extension. Write words of a-z and 0-9 that begin with a letter, "
      "joined by _, - or . and together at most 62 characters long${near}.")
  endif()
  string(REGEX REPLACE "[.-]" "_" identifier "${name}")
  set(${out} "${identifier}" PARENT_SCOPE)
endfunction()

# What a malformed name would be as a name: ", as in my_name", or nothing.
function(tenon_near_name name out)
  string(REGEX REPLACE "([a-z0-9])([A-Z])" "\\1_\\2" near "${name}")
  string(TOLOWER "${near}" near)
  string(REGEX REPLACE "[^a-z0-9.-]+" "_" near "${near}")
  string(REGEX REPLACE "([_.-])[_.-]+" "\\1" near "${near}")
  string(REGEX REPLACE "^[^a-z]+|[_.-]+$" "" near "${near}")
  tenon_is_name("${near}" good)
  if(good)
    set(${out} ", as in ${near}" PARENT_SCOPE)
  else()
    set(${out} "" PARENT_SCOPE)
  endif()
endfunction()

# tenon_add_extension(NAME [KIND feature|implementation] [TYPE identifier] [HEADER file] [VERSION x.y.z]
#                     [SOURCES file... | HEADER_ONLY] [LINK target...])
#
# Makes the target of an extension in the current source folder, or in FOLDER. Unless stated: a feature, whose type is
# the name's identifier in the global namespace, whose entry is <identifier>.hpp or else main.hpp, and whose sources are the
# *.cpp beside it. The version is that of the manifest; stated here it must be the same.
function(tenon_add_extension name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "HEADER_ONLY" "KIND;TYPE;HEADER;VERSION;FOLDER" "SOURCES;LINK")
  if(arg_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "tenon_add_extension(${name}): \"${arg_UNPARSED_ARGUMENTS}\" is not understood. The arguments are KIND, "
      "TYPE, HEADER, VERSION, FOLDER, SOURCES, HEADER_ONLY and LINK.")
  endif()
  if(DEFINED arg_KIND AND NOT arg_KIND MATCHES "^(feature|implementation)$")
    message(FATAL_ERROR "tenon_add_extension(${name}): KIND is \"${arg_KIND}\". Write feature or implementation.")
  endif()
  set(folder "${CMAKE_CURRENT_SOURCE_DIR}")
  if(arg_FOLDER)
    set(folder "${arg_FOLDER}")
  endif()
  tenon_identifier("${name}" identifier ORIGIN "${folder}")
  tenon_entry_in("${name}" "${folder}" "${arg_HEADER}" header)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${header}")
  set(type "${identifier}")
  if(arg_TYPE)
    set(type "${arg_TYPE}")
  endif()
  # Set where this is the copy of a folder that TENON_EXTENSION_RENAME renames; see tenon_rename.cmake.
  set(origin "${folder}")
  if(TENON_RENAMED_FROM STREQUAL name)
    set(name "${TENON_RENAMED_TO}")
    set(origin "${TENON_RENAMED_ORIGIN}")
    tenon_identifier("${name}" identifier)
    string(PREPEND type "${identifier}::")
  endif()
  tenon_refuse_second("${name}" "${origin}")
  tenon_refuse_directives_in_folder("${header}")
  tenon_check_manifest("${name}" "${header}" "${arg_VERSION}" version)
  tenon_check_type("${name}" "${folder}" "${header}" "${type}")
  if(NOT arg_TYPE AND origin STREQUAL folder)
    tenon_refuse_namespace("${name}" "${header}" "${type}")
  endif()
  tenon_refuse_member_name("${header}" "${type}" "say so in a CMakeLists.txt beside this file: tenon_add_extension(${name} TYPE @TYPE@)")

  set(sources "${arg_SOURCES}")
  if(NOT sources AND NOT arg_HEADER_ONLY)
    file(GLOB sources CONFIGURE_DEPENDS "${folder}/[!.]*.cpp")
  endif()
  tenon_room_for("${identifier}" "${origin}" room)
  tenon_embed_gui("${name}" "${identifier}" "${room}" "${type}" "${folder}" "${header}" gui)
  tenon_make_extension("${name}" ORIGIN "${origin}" FOLDER "${folder}" ENTRY "${header}" HEADER "${gui_header}" PACKAGED "${gui_packaged}"
    TYPE "${type}" KIND "${arg_KIND}" VERSION "${version}" SOURCES ${sources} ${gui_source} LINK ${arg_LINK})
endfunction()

# The target itself, once everything about it is known.
function(tenon_make_extension name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "ORIGIN;FOLDER;ENTRY;HEADER;PACKAGED;TYPE;KIND;VERSION" "SOURCES;LINK")
  tenon_identifier("${name}" identifier)
  set(target tenon_ext_${identifier})
  if(TARGET ${target})
    # Only what a program names by its path may be called like something else: the two never meet unless a program takes both.
    tenon_room_for("${identifier}" "${arg_ORIGIN}" room)
    set(target "tenon_ext_${room}")
  endif()
  set(stated OFF)
  if(arg_KIND)
    set(stated ON)
  else()
    set(arg_KIND feature)
  endif()

  set(scope INTERFACE)
  if(arg_SOURCES)
    set(scope PUBLIC)
    add_library(${target} STATIC ${arg_SOURCES})
    set_target_properties(${target} PROPERTIES TENON_HEADERS_ARE_GIVEN ON)
  else()
    add_library(${target} INTERFACE)
  endif()
  if(NOT TARGET tenon_extension::${identifier})
    add_library(tenon_extension::${identifier} ALIAS ${target})
  endif()
  # In an installed project only the interfaces are there.
  set(framework tenon::interfaces)
  if(TARGET tenon::tenon)
    set(framework tenon::tenon)
  endif()
  target_link_libraries(${target} ${scope} ${framework} ${arg_LINK})
  set_target_properties(${target} PROPERTIES
    TENON_NAME "${name}" TENON_KIND "${arg_KIND}" TENON_KIND_STATED "${stated}" TENON_TYPE "${arg_TYPE}"
    TENON_HEADER "${arg_HEADER}" TENON_VERSION "${arg_VERSION}" TENON_FOLDER "${arg_FOLDER}" TENON_ORIGIN "${arg_ORIGIN}"
    TENON_ENTRY "${arg_ENTRY}" TENON_PACKAGED "${arg_PACKAGED}")
  set_property(GLOBAL APPEND PROPERTY TENON_EXTENSION_TARGETS ${target})
  set_property(GLOBAL PROPERTY "TENON_TARGET_AT ${arg_ORIGIN}" ${target})
  if(arg_KIND STREQUAL "implementation")
    tenon_seat_implementation(${target})
  endif()
endfunction()

# What the build calls a folder that it makes for an extension. On the search path identifiers are unique; elsewhere they need not be.
function(tenon_room_for identifier origin out)
  if(TENON_NAMED_BY_PATH)
    string(SHA1 hash "${origin}")
    string(SUBSTRING "${hash}" 0 8 hash)
    string(APPEND identifier ".${hash}")
  endif()
  set(${out} "${identifier}" PARENT_SCOPE)
endfunction()

# One identifier, one extension, over the whole search path. TENON_NAMED_BY_PATH is set where a program names one outside of it.
function(tenon_refuse_second name origin)
  tenon_identifier("${name}" identifier ORIGIN "${origin}")
  if(name MATCHES "^(tenon|extension_impl)$")
    tenon_shown("${origin}" shown)
    message(FATAL_ERROR "${shown}: an extension cannot be called ${name}, which is the name of something else here. Choose another one.")
  endif()
  set(first tenon_ext_${identifier})
  if(NOT TARGET ${first} OR TENON_NAMED_BY_PATH)
    return()
  endif()
  get_target_property(first_name ${first} TENON_NAME)
  get_target_property(first_origin ${first} TENON_ORIGIN)
  tenon_shown("${first_origin}" first_shown)
  tenon_shown("${origin}" shown)
  set(what "Two extensions are called ${name}")
  if(NOT name STREQUAL first_name)
    set(what "Two extensions have the identifier ${identifier}, because _, - and . count as one")
  endif()
  message(FATAL_ERROR "${what}: ${first_shown} and ${shown}. Give one of them another name, as in "
    "-DTENON_EXTENSION_RENAME=\"${first_shown}=${first_name}_two\", or take one of them off TENON_EXTENSION_DIRS.")
endfunction()

# The file that an extension begins with: the one stated, else <identifier>.hpp, else main.hpp.
function(tenon_entry_in name folder stated out)
  tenon_identifier("${name}" identifier)
  if(stated)
    cmake_path(ABSOLUTE_PATH stated BASE_DIRECTORY "${folder}" NORMALIZE OUTPUT_VARIABLE header)
    if(NOT EXISTS "${header}")
      message(FATAL_ERROR "tenon_add_extension(${name}): the HEADER ${header} does not exist.")
    endif()
  elseif(EXISTS "${folder}/${identifier}.hpp")
    set(header "${folder}/${identifier}.hpp")
  elseif(EXISTS "${folder}/main.hpp")
    set(header "${folder}/main.hpp")
  else()
    file(GLOB others RELATIVE "${folder}" "${folder}/[!.]*.hpp")
    tenon_nearest_phrase("${identifier}.hpp" near ${others})
    tenon_shown("${folder}" shown)
    message(FATAL_ERROR "The extension ${name} has no entry: ${shown} holds neither ${identifier}.hpp nor main.hpp${near}.")
  endif()
  set(${out} "${header}" PARENT_SCOPE)
endfunction()

# Whether the manifest, as far as it can be read by eye, is about this extension. OUT becomes its version, empty where it cannot
# be read: the compiler reads the real one.
function(tenon_check_manifest name header stated out)
  tenon_read_manifest("${header}" manifest)
  if(manifest_name AND NOT manifest_name STREQUAL name)
    tenon_line_of("${header}" "\"${manifest_name}\"" line)
    tenon_refuse("${header}" ${line} "the manifest says that this is ${manifest_name}, but the extension is found as ${name}. "
      "Write .name = \"${name}\", or rename the folder.")
  endif()
  if(stated AND manifest_version AND NOT manifest_version STREQUAL stated)
    message(FATAL_ERROR "tenon_add_extension(${name}): VERSION is ${stated}, but the manifest in ${header} says ${manifest_version}.")
  endif()
  if(stated)
    set(manifest_version "${stated}")
  endif()
  set(${out} "${manifest_version}" PARENT_SCOPE)
endfunction()

# Whether the type is there. It may stand in a file that the entry includes, so all headers of the folder are asked.
function(tenon_check_type name folder header type)
  tenon_declares_type("${type}" found "${header}")
  if(NOT found)
    file(GLOB_RECURSE headers "${folder}/[!.]*.hpp")
    tenon_declares_type("${type}" found ${headers})
  endif()
  if(NOT found)
    tenon_types_in("${header}" types)
    tenon_nearest_phrase("${type}" near ${types})
    tenon_refuse("${header}" 1 "there is no type ${type} here, which is what the extension ${name} would be${near}. "
      "Call its type so, or say another in its CMakeLists.txt: tenon_add_extension(${name} TYPE my_type).")
  endif()
endfunction()

# A type in a namespace is named in full by whoever puts it there.
function(tenon_refuse_namespace name header type)
  tenon_qualified_type("${header}" "${type}" qualified)
  if(qualified AND NOT qualified STREQUAL type)
    tenon_line_of("${header}" "(struct|class)[ \t].*${type}" line)
    tenon_refuse("${header}" ${line} "${type} stands in a namespace. Say so in a CMakeLists.txt beside this file: "
      "tenon_add_extension(${name} TYPE ${qualified}), or take it out of there.")
  endif()
endfunction()

# Lines of C++ that do not compile where the manifest of an extension and the build disagree on who it is.
function(tenon_agreement target out)
  get_target_property(name ${target} TENON_NAME)
  get_target_property(type ${target} TENON_TYPE)
  get_target_property(version ${target} TENON_VERSION)
  set(lines "static_assert(::${type}::manifest.name == \"${name}\", \"the build knows this extension as ${name}, its manifest says another name\");\n")
  if(version)
    string(APPEND lines
      "static_assert(::${type}::manifest.version == \"${version}\", \"the build knows ${name} in version ${version}, its manifest says another\");\n")
  endif()
  set(${out} "${lines}" PARENT_SCOPE)
endfunction()

# Puts one strong symbol into every executable that links this implementation. A second implementation in the same one
# defines it again, and the linker says so in the symbol's own words. A test that compares several says TENON_SEVERAL_IMPLEMENTATIONS.
function(tenon_seat_implementation target)
  get_target_property(name ${target} TENON_NAME)
  tenon_identifier("${name}" identifier)
  set(TENON_SEATED "${name}")
  set(seat "${CMAKE_BINARY_DIR}/generated/seats/${identifier}.cpp")
  file(CONFIGURE OUTPUT "${seat}" @ONLY CONTENT [=[
// @TENON_SEATED@ takes the one place that a program has for an implementation.
extern "C" {
extern const char this_program_links_two_implementations__select_exactly_one_with_TENON_EXTENSION_IMPL[];
const char this_program_links_two_implementations__select_exactly_one_with_TENON_EXTENSION_IMPL[] = "@TENON_SEATED@";
}
]=])
  set(several "$<BOOL:$<TARGET_PROPERTY:TENON_SEVERAL_IMPLEMENTATIONS>>")
  set(executable "$<STREQUAL:$<TARGET_PROPERTY:TYPE>,EXECUTABLE>")
  target_sources(${target} INTERFACE "$<BUILD_INTERFACE:$<$<AND:${executable},$<NOT:${several}>>:${seat}>>")
endfunction()
