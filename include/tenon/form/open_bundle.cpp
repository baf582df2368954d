#include "tenon/form/open_bundle.hpp"

#include <system_error>

#include "tenon/form/folder_bundle.hpp"
#include "tenon/form/unreadable.hpp"
#include "tenon/form/zip_bundle.hpp"

namespace tenon::form {

std::unique_ptr<bundle> open_bundle(const std::filesystem::path& at) {
  std::error_code failed;
  const std::filesystem::file_status status = std::filesystem::status(at, failed);
  if (is_directory(status)) return std::make_unique<folder_bundle>(at);
  if (is_regular_file(status)) return std::make_unique<zip_bundle>(at);
  refuse_bundle(failed ? failed.message() : "it is neither a folder nor a file");
}

}  // namespace tenon::form
