#include "tenon/form/check/about_place.hpp"

#include <optional>
#include <utility>

#include "tenon/form/render/schema_view.hpp"

namespace tenon::form {

bundle_finding about_place(const json_file& file, std::string pointer, std::string message, std::string advice) {
  for (;;) {
    if (const std::optional<json::node> found = file.root().find_pointer(pointer))
      return file.about(*found, pointer, std::move(message), std::move(advice));
    if (pointer.empty()) return file.about(file.root(), {}, std::move(message), std::move(advice));
    pointer.resize(pointer.rfind('/'));
  }
}

}  // namespace tenon::form
