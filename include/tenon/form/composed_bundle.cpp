#include "tenon/form/composed_bundle.hpp"

#include <algorithm>

#include "tenon/form/unreadable.hpp"

namespace tenon::form {

composed_bundle::composed_bundle(std::span<const composed_file> files) : files_(files) {
  for (const composed_file& one : files) entries_.push_back({std::string(one.path), false});
}

std::optional<std::string> composed_bundle::read(std::string_view path) const {
  const auto found = std::ranges::lower_bound(files_, path, {}, &composed_file::path);
  if (found == files_.end() || found->path != path) return std::nullopt;
  if (found->content.size() > most_json_bytes) refuse_file(larger_than_allowed);
  return std::string(found->content);
}

}  // namespace tenon::form
