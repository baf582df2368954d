# Bundles of forms that are part of a program.
include_guard(GLOBAL)

# tenon_add_bundle(PROGRAM FOLDER)
#
# The bundle in FOLDER becomes part of the program, which then needs no other. Whenever a file of it has changed, the build looks
# through it as ./tenon validate does, and an error there is one of the build; so is a renderer of an ext.json that nobody in the
# program draws, which the compiler says where forms are shown.
function(tenon_add_bundle program folder)
  if(ARGN)
    message(FATAL_ERROR "tenon_add_bundle(${program}): \"${ARGN}\" is not understood. The arguments are the program and the folder of its bundle.")
  endif()
  set(extensions "")
  if(TARGET "${program}")
    get_target_property(extensions ${program} TENON_PROGRAM_EXTENSIONS)
  endif()
  if(NOT extensions)
    message(FATAL_ERROR "tenon_add_bundle(${program}): ${program} is no program that is known here. Call tenon_add_program(${program} ...) first.")
  endif()
  get_target_property(other ${program} TENON_BUNDLE)
  if(other)
    message(FATAL_ERROR "tenon_add_bundle(${program}): ${program} has a bundle, ${other}, and a program has one. Take one of them out.")
  endif()
  cmake_path(ABSOLUTE_PATH folder NORMALIZE OUTPUT_VARIABLE bundle)
  if(NOT IS_DIRECTORY "${bundle}")
    message(FATAL_ERROR "tenon_add_bundle(${program}): ${folder} is no folder. Name that of the bundle, from where this stands.")
  endif()
  set_target_properties(${program} PROPERTIES TENON_BUNDLE "${folder}")

  # A file that is gone changes the list, and the list is looked at like a file.
  file(GLOB_RECURSE files CONFIGURE_DEPENDS "${bundle}/*")
  set(generated "${CMAKE_BINARY_DIR}/generated/programs/${program}/tenon")
  file(CONFIGURE OUTPUT "${generated}/composed_bundle.list" CONTENT "${files}\n")
  add_custom_command(OUTPUT "${generated}/composed_bundle.hpp" "${generated}/composed_bundle.cpp"
    COMMAND tenon compose "${bundle}" --header "${generated}/composed_bundle.hpp" --source "${generated}/composed_bundle.cpp"
    DEPENDS tenon "${generated}/composed_bundle.list" ${files}
    COMMENT "Looking through ${folder}, the bundle of ${program}" VERBATIM)
  set_property(SOURCE "${generated}/composed_bundle.cpp" APPEND PROPERTY OBJECT_DEPENDS "${files}")
  target_sources(${program} PRIVATE "${generated}/composed_bundle.hpp" "${generated}/composed_bundle.cpp")
  target_compile_definitions(${program} PRIVATE TENON_HAS_BUNDLE)
  cmake_language(EVAL CODE "cmake_language(DEFER DIRECTORY \"${CMAKE_SOURCE_DIR}\" CALL tenon_check_bundle_tool ${program})")
endfunction()

# The tool may be added after the program.
function(tenon_check_bundle_tool program)
  if(NOT TARGET tenon)
    message(FATAL_ERROR "tenon_add_bundle(${program}): this build has no tool that looks through bundles. It is tools/tenon: "
      "tenon_add_bundle needs a tree that has it.")
  endif()
endfunction()
