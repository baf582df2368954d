# The folder gui/ of an extension: its files become part of the program that holds the extension, and answer below its mount.
include_guard(GLOBAL)
include(${CMAKE_CURRENT_LIST_DIR}/tenon_read_entry.cmake)

# tenon_embed_gui(NAME IDENTIFIER ROOM TYPE FOLDER HEADER OUT)
#
# Nothing where FOLDER has no gui/. Else OUT_source becomes a source file with the content of its files, OUT_header an entry that
# includes HEADER and says what there is, and OUT_packaged the same for where HEADER lies beside it.
function(tenon_embed_gui extension identifier room type folder header out)
  set(${out}_source "" PARENT_SCOPE)
  set(${out}_header "${header}" PARENT_SCOPE)
  set(${out}_packaged "" PARENT_SCOPE)
  if(NOT IS_DIRECTORY "${folder}/gui")
    return()
  endif()
  file(GLOB_RECURSE files CONFIGURE_DEPENDS RELATIVE "${folder}/gui" "${folder}/gui/*")
  list(FILTER files EXCLUDE REGEX "(^|/)\\.")
  tenon_shown("${folder}/gui" shown)
  if(NOT files)
    message(FATAL_ERROR "${shown} is an empty folder. Put the files into it that a browser shall get, or remove it.")
  endif()
  list(SORT files)
  list(LENGTH files count)
  list(TRANSFORM files PREPEND "${folder}/gui/" OUTPUT_VARIABLE paths)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${paths})

  set(rows "")
  set(names "")
  set(blocks "")
  set(number 0)
  foreach(file IN LISTS files)
    if(NOT file MATCHES "^[A-Za-z0-9._~/-]+$")
      message(FATAL_ERROR "${shown}/${file} has a name that no URL can have as it stands. Use A-Z, a-z, 0-9 and . _ ~ - in it.")
    endif()
    set(name "tenon_gui_${identifier}_${number}")
    math(EXPR number "${number} + 1")
    file(SIZE "${folder}/gui/${file}" size)
    file(SHA256 "${folder}/gui/${file}" tag)
    string(SUBSTRING "${tag}" 0 16 tag)
    tenon_content_type("${file}" content_type)
    string(APPEND names "extern const char ${name}[];\n")
    string(APPEND rows "    {\"/${extension}/${file}\", \"${content_type}\", \"\\\"${tag}\\\"\", std::string_view(${name}, ${size})},\n")
    string(APPEND blocks "    \".global ${name}\\n${name}:\\n.incbin \\\"${folder}/gui/${file}\\\"\\n.byte 0\\n\"\n")
  endforeach()

  set(generated "${CMAKE_BINARY_DIR}/generated/gui/${room}")
  set(source "${generated}/${identifier}.gui.cpp")
  file(CONFIGURE OUTPUT "${source}" @ONLY CONTENT [=[
// The files themselves, by the assembler: a compiler would take seconds for what is no program.
asm(".section .rodata.tenon_gui_@identifier@,\"a\",%progbits\n"
@blocks@    ".previous\n");
]=])
  set_property(SOURCE "${source}" APPEND PROPERTY OBJECT_DEPENDS ${paths})
  cmake_path(GET header FILENAME beside)
  foreach(entry "${header}" "${beside}")
    set(file "${generated}/${identifier}.gui.hpp")
    if(entry STREQUAL beside)
      set(file "${generated}/package/${identifier}.gui.hpp")
    endif()
    file(CONFIGURE OUTPUT "${file}" @ONLY CONTENT [=[
#pragma once
#include <array>
#include <string_view>
#include "@entry@"
#include "tenon/word/gui_file.hpp"
extern "C" {
@names@}
template <>
inline constexpr std::array<tenon::gui_file, @count@> tenon::gui_files<::@type@>{{
@rows@}};
]=])
  endforeach()
  set(${out}_source "${source}" PARENT_SCOPE)
  set(${out}_header "${generated}/${identifier}.gui.hpp" PARENT_SCOPE)
  set(${out}_packaged "${generated}/package/${identifier}.gui.hpp" PARENT_SCOPE)
endfunction()

# What a file is, by the ending of its name; of what is not known here a browser makes a download.
function(tenon_content_type file out)
  set(types
    html text/html htm text/html css text/css txt text/plain md text/markdown js text/javascript mjs text/javascript
    json application/json map application/json webmanifest application/manifest+json xml application/xml wasm application/wasm
    pdf application/pdf svg image/svg+xml png image/png jpg image/jpeg jpeg image/jpeg gif image/gif webp image/webp avif image/avif
    ico image/x-icon woff font/woff woff2 font/woff2 ttf font/ttf otf font/otf mp3 audio/mpeg mp4 video/mp4 webm video/webm)
  cmake_path(GET file EXTENSION LAST_ONLY ending)
  string(TOLOWER "${ending}" ending)
  string(REGEX REPLACE "^\\." "" ending "${ending}")
  set(type application/octet-stream)
  list(FIND types "${ending}" at)
  if(at GREATER_EQUAL 0 AND ending)
    math(EXPR at "${at} + 1")
    list(GET types ${at} type)
  endif()
  if(type MATCHES "^text/")
    string(APPEND type "; charset=utf-8")
  endif()
  set(${out} "${type}" PARENT_SCOPE)
endfunction()
