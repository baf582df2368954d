#include "tenon/form/check/named_words.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

namespace tenon::form {

namespace {

constexpr std::array<std::string_view, 5> naming{"format", "x-renderer", "rendererType", "x-question-type", "type"};

}  // namespace

void collect_words(const json::node& in, word_set& to) {
  for (std::size_t i = 0; i < in.size(); ++i) {
    const bool is_named = in.is_object() && in[i].is_text() && std::ranges::find(naming, in.key(i)) != naming.end();
    if (is_named && !to.contains(in[i].text())) to.emplace(in[i].text());
    if (in[i].size() > 0) collect_words(in[i], to);
  }
}

}  // namespace tenon::form
