#include "tenon/form/extension_metadata.hpp"

namespace tenon::form {

namespace {

template <class Entry>
void merge_entries(entries_by_key<Entry>& farther, const entries_by_key<Entry>& nearer) {
  for (const auto& [key, entry] : nearer) {
    const auto [at, is_new] = farther.try_emplace(key, entry);
    if (is_new) continue;
    origin displaced = std::move(at->second.origin);
    at->second = entry;
    at->second.origin.displaced = std::move(displaced.displaced);
    at->second.origin.displaced.push_back(std::move(displaced.file));
  }
}

}  // namespace

void merge(extension_metadata& farther, const extension_metadata& nearer) {
  merge_entries(farther.definitions, nearer.definitions);
  merge_entries(farther.functions, nearer.functions);
  merge_entries(farther.renderers, nearer.renderers);
}

const renderer_entry* find_renderer(const extension_metadata& in, std::string_view format) {
  const renderer_entry* best = nullptr;
  for (const auto& [key, entry] : in.renderers)
    if (entry.format == format && (best == nullptr || best->origin.level < entry.origin.level)) best = &entry;
  return best;
}

}  // namespace tenon::form
