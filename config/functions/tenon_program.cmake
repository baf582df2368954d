# Programs: an executable and the two headers that say what it is composed of.
include_guard(GLOBAL)
include(${CMAKE_CURRENT_LIST_DIR}/tenon_aliases.cmake)
include(${CMAKE_CURRENT_LIST_DIR}/tenon_bundle.cmake)
include(${CMAKE_CURRENT_LIST_DIR}/tenon_redirects.cmake)

# tenon_add_program(NAME SOURCES file... [EXTENSIONS spec...] [IMPL spec|extension_impl|NONE] [REDIRECT name=target...]
#   [ALIAS event=other...] [LINK target...])
#
# A spec is what tenon_resolve_extension() takes; in EXTENSIONS * stands for every feature on the search path that is not listed.
# IMPL extension_impl is the implementation that the build selects; without one the program has none. REDIRECT data=data_cluster gives
# data_cluster to whoever imports data; TENON_IMPORT_MAP does so in every program that holds the target. ALIAS user.created=account.opened
# makes two events one; TENON_EVENT_ALIASES does so in every program whose extensions know both. The sources include
# <tenon/composition.hpp> (the app, `tenon::composition`) or <tenon/extension_impl.hpp> (the type `tenon::extension_impl`).
function(tenon_add_program name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "IMPL" "SOURCES;EXTENSIONS;REDIRECT;ALIAS;LINK")
  set(impls "${ARGN}")
  list(FILTER impls INCLUDE REGEX "^IMPL$")
  list(LENGTH impls count)
  if(arg_UNPARSED_ARGUMENTS OR count GREATER 1)
    message(FATAL_ERROR "tenon_add_program(${name}): \"${ARGN}\" is not understood. The arguments are SOURCES, EXTENSIONS, IMPL, REDIRECT, "
      "ALIAS and LINK. A program has one IMPL.")
  endif()
  if(NOT arg_SOURCES)
    message(FATAL_ERROR "tenon_add_program(${name}) has no SOURCES. One file with main() is enough.")
  endif()

  set(includes "")
  set(parts "")
  set(targets "")
  set(impl_header "#error \"The program ${name} has no implementation behind extension_impl: give tenon_add_program(${name}) an IMPL.\"\n")
  if(arg_IMPL AND NOT arg_IMPL STREQUAL NONE)
    if(arg_IMPL STREQUAL extension_impl)
      tenon_selected_implementation(target)
    else()
      tenon_resolve_extension("${arg_IMPL}" target)
      tenon_must_be_implementation(${target} "${arg_IMPL}")
    endif()
    tenon_entry_of(${target} header type)
    set(impl_header "#pragma once\n#include \"${header}\"\nnamespace tenon { using extension_impl = ${type}; }\n")
    set(includes "#include \"${header}\"\n")
    list(APPEND parts "implementation<${type}>")
    list(APPEND targets ${target})
  endif()
  tenon_without_star(${name} "${arg_EXTENSIONS}" specs)
  foreach(spec IN LISTS specs)
    tenon_resolve_extension("${spec}" target)
    tenon_refuse_in_program(${name} "${spec}" ${target} "${targets}")
    get_target_property(kind ${target} TENON_KIND)
    if(kind STREQUAL implementation)
      message(FATAL_ERROR "The program ${name} lists \"${spec}\" in EXTENSIONS, but that is an implementation: it can only be the program's IMPL.")
    endif()
    tenon_entry_of(${target} header type)
    string(APPEND includes "#include \"${header}\"\n")
    list(APPEND parts "${type}")
    list(APPEND targets ${target})
  endforeach()
  set(alias "")
  if(arg_IMPL AND NOT arg_IMPL STREQUAL NONE)
    set(alias extension_impl)
  endif()
  tenon_redirects_of(${name} "${arg_REDIRECT}" "${targets}" "${alias}" redirects)
  list(PREPEND parts composition)
  tenon_aliases_of(${name} "${arg_ALIAS}" "${targets}" aliases)
  list(APPEND parts ${redirects} ${aliases})
  list(JOIN parts ", " parts)

  set(origins "")
  foreach(target IN LISTS targets)
    tenon_told_origin(${target} origin)
    tenon_entry_of(${target} header type)
    string(APPEND origins "template <>\ninline constexpr std::string_view origin_of<${type}> = \"${origin}\";\n")
  endforeach()

  set(generated "${CMAKE_BINARY_DIR}/generated/programs/${name}")
  file(CONFIGURE OUTPUT "${generated}/tenon/extension_impl.hpp" @ONLY CONTENT "@impl_header@")
  file(CONFIGURE OUTPUT "${generated}/tenon/composition.hpp" @ONLY CONTENT [=[
#pragma once
#include "tenon/app.hpp"
#include "tenon/word/origin_of.hpp"
@includes@
namespace tenon {
@origins@struct composition : basic_app<@parts@> {
  using basic_app::basic_app;
};
}  // namespace tenon
#ifdef TENON_HAS_BUNDLE
#include <tenon/composed_bundle.hpp>
#endif
]=])

  # What the selection is checked with before it is made: the composition alone, without what the program does with it.
  if(arg_IMPL STREQUAL extension_impl AND TARGET extension_impl_check)
    set(agreement "")
    foreach(target IN LISTS targets)
      tenon_agreement(${target} lines)
      string(APPEND agreement "${lines}")
    endforeach()
    file(CONFIGURE OUTPUT "${generated}/check.cpp" @ONLY
      CONTENT "#include <tenon/composition.hpp>\nstatic_assert(sizeof(tenon::composition) > 0);\n@agreement@")
    add_library(${name}_check OBJECT EXCLUDE_FROM_ALL "${generated}/check.cpp")
    target_include_directories(${name}_check BEFORE PRIVATE "${generated}")
    target_link_libraries(${name}_check PRIVATE tenon::tenon ${targets})
    set_target_properties(${name}_check PROPERTIES TENON_HEADERS_ARE_GIVEN ON)
    add_dependencies(extension_impl_check ${name}_check)
  endif()

  add_executable(${name} ${arg_SOURCES})
  target_include_directories(${name} BEFORE PRIVATE "${generated}")
  target_link_libraries(${name} PRIVATE tenon::tenon ${targets} ${arg_LINK})
  set_target_properties(${name} PROPERTIES TENON_PROGRAM_EXTENSIONS "${targets}" TENON_HEADERS_ARE_GIVEN ON)
  if(TENON_STATIC)
    target_link_options(${name} PRIVATE -static -Wl,--gc-sections)
    # In an installed project only the interfaces are there.
    set(terminate "${CMAKE_CURRENT_FUNCTION_LIST_DIR}/../../include/tenon/lifecycle/terminate.cpp")
    if(EXISTS "${terminate}")
      target_sources(${name} PRIVATE "${terminate}")
    endif()
  endif()
  cmake_language(EVAL CODE "cmake_language(DEFER DIRECTORY \"${CMAKE_SOURCE_DIR}\" CALL tenon_check_implementations ${name})")
endfunction()

# `*` among the specs, replaced by the features that it stands for and that are not listed anyway.
function(tenon_without_star program specs out)
  if("*" IN_LIST specs)
    tenon_found_features(features)
    list(REMOVE_ITEM specs "*")
    set(listed "")
    foreach(spec IN LISTS specs)
      tenon_resolve_extension("${spec}" target)
      get_target_property(name ${target} TENON_NAME)
      if(name IN_LIST features)
        tenon_say_displaced(${program} "${name}" ${target})
      endif()
      list(APPEND listed "${name}")
    endforeach()
    list(REMOVE_ITEM features ${listed})
    list(APPEND specs ${features})
  endif()
  set(${out} "${specs}" PARENT_SCOPE)
endfunction()

# Where a program lists one of the name by its path, the one that is found is not in it: whoever wrote that would look for it in vain.
function(tenon_say_displaced program name listed)
  tenon_identifier("${name}" identifier)
  set(found tenon_ext_${identifier})
  get_target_property(origin ${found} TENON_ORIGIN)
  tenon_origin_of(${listed} listed_origin)
  if(NOT found STREQUAL listed)
    tenon_shown("${origin}" shown)
    tenon_shown("${listed_origin}" listed_shown)
    message(WARNING "${shown} is not in the program ${program}: * leaves it out, because the program lists another ${name}, "
      "${listed_shown}. To have both, give it another name, as in -DTENON_EXTENSION_RENAME=\"${shown}=${name}_two\", or rename one of them; "
      "else take one of them away.")
  endif()
endfunction()

# One extension, and one identifier, once in a program.
function(tenon_refuse_in_program program spec target others)
  if(target IN_LIST others)
    message(FATAL_ERROR "The program ${program} lists the extension \"${spec}\" twice. Take one of them out of EXTENSIONS.")
  endif()
  get_target_property(name ${target} TENON_NAME)
  tenon_origin_of(${target} origin)
  tenon_identifier("${name}" identifier)
  foreach(other IN LISTS others)
    get_target_property(other_name ${other} TENON_NAME)
    tenon_origin_of(${other} other_origin)
    tenon_identifier("${other_name}" other_identifier)
    if(identifier STREQUAL other_identifier)
      message(FATAL_ERROR "The program ${program} lists two extensions with the identifier ${identifier}: ${other_origin} and ${origin}. "
        "Take one of them out of EXTENSIONS, or rename one.")
    endif()
  endforeach()
endfunction()

# Where an extension comes from; one that is installed has only its folder.
function(tenon_origin_of target out)
  get_target_property(origin ${target} TENON_ORIGIN)
  if(NOT origin)
    get_target_property(origin ${target} TENON_FOLDER)
  endif()
  set(${out} "${origin}" PARENT_SCOPE)
endfunction()

# The same as a program tells it: no path of the machine that built it.
function(tenon_told_origin target out)
  get_target_property(origin ${target} TENON_ORIGIN)
  if(origin)
    cmake_path(RELATIVE_PATH origin BASE_DIRECTORY "${CMAKE_SOURCE_DIR}")
  else()
    get_target_property(name ${target} TENON_NAME)
    get_target_property(version ${target} TENON_VERSION)
    set(origin "${name}@${version}")
  endif()
  string(REGEX REPLACE "([\\\"])" "\\\\\\1" origin "${origin}")
  set(${out} "${origin}" PARENT_SCOPE)
endfunction()

function(tenon_entry_of target out_header out_type)
  get_target_property(header ${target} TENON_HEADER)
  get_target_property(type ${target} TENON_TYPE)
  set(${out_header} "${header}" PARENT_SCOPE)
  set(${out_type} "::${type}" PARENT_SCOPE)
endfunction()

# At the end, when every link is known: no way leads from the program to a second implementation.
function(tenon_check_implementations program)
  set(open ${program})
  set(seen "")
  set(implementations "")
  while(open)
    list(POP_FRONT open one)
    if(NOT TARGET "${one}" OR one IN_LIST seen)
      continue()
    endif()
    list(APPEND seen "${one}")
    get_target_property(aliased "${one}" ALIASED_TARGET)
    if(aliased)
      list(APPEND open "${aliased}")
      continue()
    endif()
    get_target_property(kind "${one}" TENON_KIND)
    if(kind STREQUAL implementation)
      get_target_property(name "${one}" TENON_NAME)
      list(APPEND implementations "${name}")
    endif()
    foreach(property LINK_LIBRARIES INTERFACE_LINK_LIBRARIES)
      get_target_property(links "${one}" ${property})
      if(links)
        string(REGEX REPLACE "\\$<LINK_ONLY:([^>]*)>" "\\1" links "${links}")
        list(APPEND open ${links})
      endif()
    endforeach()
  endwhile()
  list(LENGTH implementations count)
  if(count GREATER 1)
    list(JOIN implementations " and " names)
    message(FATAL_ERROR "The program ${program} links ${count} implementations: ${names}. Exactly one can stand behind extension_impl: "
      "take the others out of its LINK, and out of the LINK of its extensions.")
  endif()
endfunction()

# Every folder in this one that has a CMakeLists.txt and is not a project of its own.
macro(tenon_discover_programs dir)
  file(GLOB tenon_folders CONFIGURE_DEPENDS "${dir}/*/CMakeLists.txt")
  foreach(tenon_folder IN LISTS tenon_folders)
    file(STRINGS "${tenon_folder}" tenon_own_project REGEX "^project\\(")
    if(NOT tenon_own_project)
      cmake_path(GET tenon_folder PARENT_PATH tenon_folder)
      add_subdirectory("${tenon_folder}")
    endif()
  endforeach()
endmacro()
