#include "upload.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "tenon/multipart/form_parts.hpp"

namespace tenon_bundles {

std::optional<std::string_view> bundle_in(const tenon::request& from, std::string& problem) {
  namespace multipart = tenon::multipart;
  const std::string_view type = from.header("Content-Type").value_or("");
  if (tenon::same_field_name(type.substr(0, type.find_first_of("; ")), "application/zip")) return from.body;
  if (!multipart::is_form(type)) {
    problem = "Invalid request format. Expected multipart form with a 'bundle' file";
    return std::nullopt;
  }
  const std::optional<std::vector<multipart::form_part>> parts = multipart::parts_of(type, from.body, problem);
  if (!parts) return std::nullopt;
  const auto count = std::ranges::count(*parts, "bundle", &multipart::form_part::name);
  if (count > 1) {
    problem = std::string("Failed to get bundle file from form: ")
                  .append(std::to_string(count))
                  .append(" parts are called 'bundle', and one is wanted");
    return std::nullopt;
  }
  const auto found = std::ranges::find_if(
      *parts, [](const multipart::form_part& one) { return one.name == "bundle" && one.file_name; });
  if (found != parts->end() && !found->bytes.empty()) return found->bytes;
  problem = "Failed to get bundle file from form: choose a ZIP file for the field 'bundle'";
  return std::nullopt;
}

}  // namespace tenon_bundles
