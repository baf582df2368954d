// A bundle from wherever it lies.
#pragma once

#include <filesystem>
#include <memory>

#include "tenon/form/bundle.hpp"

namespace tenon::form {

// A folder, or a ZIP file. Throws tenon::error, `failed to open bundle: ...`, where it is neither or cannot be read.
[[nodiscard]] std::unique_ptr<bundle> open_bundle(const std::filesystem::path& at);

}  // namespace tenon::form
