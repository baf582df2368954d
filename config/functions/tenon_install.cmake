# `cmake --install`: find_package(tenon) with the component `interfaces`, which is what extensions elsewhere are written against.
include_guard(GLOBAL)
include(tenon_package)

set(tenon_config_dir "${CMAKE_INSTALL_DATADIR}/cmake/tenon")
install(DIRECTORY "${PROJECT_SOURCE_DIR}/include/tenon/word" "${PROJECT_SOURCE_DIR}/include/tenon/concepts"
  "${PROJECT_SOURCE_DIR}/include/tenon/diagnostic"
  DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}/tenon" COMPONENT interfaces FILES_MATCHING PATTERN "*.hpp")
install(FILES "${PROJECT_SOURCE_DIR}/include/tenon/extension.hpp" DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}/tenon" COMPONENT interfaces)
set_target_properties(tenon_interfaces PROPERTIES EXPORT_NAME interfaces)
install(TARGETS tenon_interfaces EXPORT tenon-targets COMPONENT interfaces)
install(EXPORT tenon-targets NAMESPACE tenon:: DESTINATION "${tenon_config_dir}" COMPONENT interfaces)

configure_package_config_file("${PROJECT_SOURCE_DIR}/config/functions/tenon-config.cmake.in" "${PROJECT_BINARY_DIR}/package/tenon-config.cmake"
  INSTALL_DESTINATION "${tenon_config_dir}" NO_SET_AND_CHECK_MACRO)
write_basic_package_version_file("${PROJECT_BINARY_DIR}/package/tenon-config-version.cmake" COMPATIBILITY SameMinorVersion ARCH_INDEPENDENT)
install(FILES "${PROJECT_BINARY_DIR}/package/tenon-config.cmake" "${PROJECT_BINARY_DIR}/package/tenon-config-version.cmake"
  "${PROJECT_SOURCE_DIR}/config/functions/tenon_extension.cmake" "${PROJECT_SOURCE_DIR}/config/functions/tenon_package.cmake"
  "${PROJECT_SOURCE_DIR}/config/functions/tenon_member_names.cmake"
  "${PROJECT_SOURCE_DIR}/config/functions/tenon_nearest.cmake" "${PROJECT_SOURCE_DIR}/config/functions/tenon_read_entry.cmake"
  "${PROJECT_SOURCE_DIR}/config/functions/tenon_directives.cmake" "${PROJECT_SOURCE_DIR}/config/functions/tenon_gui.cmake"
  DESTINATION "${tenon_config_dir}" COMPONENT interfaces)
