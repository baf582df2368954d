// Texts with places for answers. Whatever stands there is read in one way, or refused with a sentence, and what is read
// and written again is the same.
#include <optional>
#include <string>
#include <string_view>

#include "fuzzed.hpp"
#include "tenon/form/value_template.hpp"

namespace {

using fuzzed::law;
using tenon::form::value_template;

std::string written(const value_template& of) {
  std::string out;
  for (const value_template::part& one : of.parts()) {
    if (!one.is_place) {
      out.append(one.text);
      continue;
    }
    out.append("{{data");
    for (std::size_t i = 0; i < one.text.size(); ++i)
      out += one.text[i] == '/' ? '.' : one.text[i] != '~' ? one.text[i] : one.text[++i] == '1' ? '/' : '~';
    out.append("}}");
  }
  return out;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = fuzzed::text_of(data, size);
  std::string why;
  const std::optional<value_template> read = value_template::read(text, why);
  law(read.has_value() == why.empty(), "a template or a sentence, and never both", text, why);
  if (!read) return 0;
  for (std::size_t i = 0; i < read->parts().size(); ++i) {
    const value_template::part& one = read->parts()[i];
    law(!one.text.empty(), "no part is empty", text);
    law(one.is_place || one.text.find("{{") == std::string::npos, "what begins a place is no text", text, one.text);
    law(!one.is_place || one.text.starts_with('/'), "a place is a pointer", text, one.text);
  }
  const std::string again = written(*read);
  const std::optional<value_template> same = value_template::read(again, why);
  law(same && same->parts() == read->parts(), "what is written again is equal", text, again);
  return 0;
}
