# Extensions as packages: installed here, found elsewhere by name and version.
include_guard(GLOBAL)
include(CMakePackageConfigHelpers)
include(GNUInstallDirs)

# One word for the headers that an extension is compiled against, given the folder `include/tenon`.
function(tenon_interfaces_fingerprint folder out)
  set(sums "")
  foreach(part extension.hpp word concepts diagnostic)
    file(GLOB headers RELATIVE "${folder}" "${folder}/${part}" "${folder}/${part}/*.hpp")
    list(SORT headers)
    foreach(header IN LISTS headers)
      if(NOT IS_DIRECTORY "${folder}/${header}")
        file(SHA256 "${folder}/${header}" sum)
        string(APPEND sums "${header} ${sum}\n")
      endif()
    endforeach()
  endforeach()
  string(SHA256 sum "${sums}")
  set(${out} "${sum}" PARENT_SCOPE)
endfunction()

# tenon_install_extension(NAME [DEPENDS "package arguments of find_package"...])
#
# Installs the extension's headers, its library and what find_package(NAME VERSION) and ./tenon set-extension NAME VERSION
# read. DEPENDS names the packages of the libraries that it links. The extension needs a version.
function(tenon_install_extension name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "DEPENDS")
  if(arg_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "tenon_install_extension(${name}): \"${arg_UNPARSED_ARGUMENTS}\" is not understood. The only argument is DEPENDS.")
  endif()
  if(TENON_RENAMED_FROM STREQUAL name)
    set(name "${TENON_RENAMED_TO}")
  endif()
  tenon_identifier("${name}" identifier)
  set(target tenon_ext_${identifier})
  if(NOT TARGET ${target})
    message(FATAL_ERROR "tenon_install_extension(${name}): call tenon_add_extension(${name}) before.")
  endif()
  get_target_property(version ${target} TENON_VERSION)
  if(NOT version MATCHES "^[0-9]+\\.[0-9]+\\.[0-9]+$")
    message(FATAL_ERROR "tenon_install_extension(${name}): a package has a version of three numbers. Write it in the manifest "
      "(.version = \"1.0.0\"), or as VERSION of tenon_add_extension().")
  endif()
  get_target_property(folder ${target} TENON_FOLDER)
  get_target_property(header ${target} TENON_ENTRY)
  get_target_property(packaged ${target} TENON_PACKAGED)
  cmake_path(RELATIVE_PATH header BASE_DIRECTORY "${folder}")
  get_target_property(library ${target} TYPE)

  set(header_dir "${CMAKE_INSTALL_DATADIR}/tenon/extensions/${name}")
  set(config_dir "${CMAKE_INSTALL_LIBDIR}/cmake/${name}")
  install(DIRECTORY "${folder}/" DESTINATION "${header_dir}" FILES_MATCHING PATTERN "*.hpp"
    PATTERN "tests" EXCLUDE PATTERN "third_party" EXCLUDE PATTERN "build" EXCLUDE PATTERN ".*" EXCLUDE)
  if(packaged)
    # Says what of gui/ the library holds, and lies beside the entry that it includes.
    cmake_path(GET header PARENT_PATH beside)
    install(FILES "${packaged}" DESTINATION "${header_dir}/${beside}")
    cmake_path(GET packaged FILENAME own)
    cmake_path(REPLACE_FILENAME header "${own}")
  endif()
  set_target_properties(${target} PROPERTIES EXPORT_NAME ${identifier}
    EXPORT_PROPERTIES "TENON_NAME;TENON_KIND;TENON_KIND_STATED;TENON_TYPE;TENON_VERSION")
  install(TARGETS ${target} EXPORT ${name}-targets ARCHIVE DESTINATION "${CMAKE_INSTALL_LIBDIR}")
  install(EXPORT ${name}-targets NAMESPACE tenon_extension:: DESTINATION "${config_dir}")

  # A library was compiled against these very words; a header is compiled against whatever it meets.
  set(fingerprint "")
  if(library STREQUAL STATIC_LIBRARY)
    set(fingerprint "${tenon_INTERFACES_FINGERPRINT}")
  endif()
  set(dependencies "")
  foreach(dependency IN LISTS arg_DEPENDS)
    string(APPEND dependencies "find_dependency(${dependency})\n")
  endforeach()
  set(generated "${CMAKE_CURRENT_BINARY_DIR}/package/${name}")
  file(CONFIGURE OUTPUT "${generated}/config.cmake.in" @ONLY CONTENT [=[
include(CMakeFindDependencyMacro)
if(NOT TARGET tenon::interfaces)
  find_dependency(tenon @tenon_VERSION@ COMPONENTS interfaces)
endif()
@dependencies@include("${CMAKE_CURRENT_LIST_DIR}/@name@-targets.cmake")
set_target_properties(tenon_extension::@identifier@ PROPERTIES
  TENON_FOLDER "${PACKAGE_PREFIX_DIR}/@header_dir@"
  TENON_HEADER "${PACKAGE_PREFIX_DIR}/@header_dir@/@header@"
  TENON_INTERFACES_FINGERPRINT "@fingerprint@")
]=])
  # The next step puts in how the prefix is found from the config's own place.
  file(READ "${generated}/config.cmake.in" text)
  file(WRITE "${generated}/config.cmake.in" "@PACKAGE_INIT@\n${text}")
  configure_package_config_file("${generated}/config.cmake.in" "${generated}/${name}-config.cmake" INSTALL_DESTINATION "${config_dir}"
    NO_SET_AND_CHECK_MACRO NO_CHECK_REQUIRED_COMPONENTS_MACRO)
  write_basic_package_version_file("${generated}/${name}-config-version.cmake" VERSION "${version}" COMPATIBILITY SameMajorVersion)
  install(FILES "${generated}/${name}-config.cmake" "${generated}/${name}-config-version.cmake" DESTINATION "${config_dir}")
endfunction()
