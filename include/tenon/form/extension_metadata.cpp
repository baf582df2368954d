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

template <class Entry>
const Entry* nearest_entry(const entries_by_key<Entry>& in, std::string Entry::* claimed, std::string_view word) {
  const Entry* best = nullptr;
  for (const auto& [key, entry] : in)
    if (entry.*claimed == word && (best == nullptr || best->origin.level < entry.origin.level)) best = &entry;
  return best;
}

}  // namespace

void merge(extension_metadata& farther, const extension_metadata& nearer) {
  merge_entries(farther.definitions, nearer.definitions);
  merge_entries(farther.functions, nearer.functions);
  merge_entries(farther.renderers, nearer.renderers);
}

const renderer_entry* find_renderer(const extension_metadata& in, std::string_view format) {
  return nearest_entry(in.renderers, &renderer_entry::format, format);
}
const function_entry* find_function(const extension_metadata& in, std::string_view name) {
  return nearest_entry(in.functions, &function_entry::name, name);
}

}  // namespace tenon::form
