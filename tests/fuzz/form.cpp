// Forms: the parts of multipart/form-data, and the calls of drivers that come as such. An input is a Content-Type, an
// empty line, and a body.
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "drivers/call_form.hpp"
#include "fuzzed.hpp"
#include "tenon/json/document.hpp"
#include "tenon/json/quoted.hpp"
#include "tenon/multipart/form_parts.hpp"

namespace {

using fuzzed::law;
using tenon::multipart::form_part;

std::optional<std::vector<form_part>> read(std::string_view type, std::string_view body) {
  std::string problem;
  auto parts = tenon::multipart::parts_of(type, body, problem);
  law(parts.has_value() == problem.empty(), "parts or a problem, and never both", body, problem);
  return parts;
}

bool has_control(std::string_view text) {
  for (const char c : text)
    if (static_cast<unsigned char>(c) < ' ' || c == '\x7f') return true;
  return false;
}

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out.append("\"");
}

// As somebody else would write the same.
std::string written(const std::vector<form_part>& parts, std::string_view boundary) {
  std::string out;
  for (const form_part& one : parts) {
    out.append("--").append(boundary).append("\r\nContent-Disposition: form-data; name=").append(quoted(one.name));
    if (one.file_name) out.append("; filename=").append(quoted(*one.file_name));
    if (!one.type.empty()) out.append("\r\nContent-Type: ").append(one.type);
    out.append("\r\n\r\n").append(one.bytes).append("\r\n");
  }
  return out.append("--").append(boundary).append("--");
}

void look_at_parts(std::string_view type, std::string_view body) {
  const auto parts = read(type, body);
  if (!parts) return;
  std::size_t sum = 0;
  for (const form_part& one : *parts) {
    law(one.bytes.data() >= body.data() && one.bytes.data() + one.bytes.size() <= body.data() + body.size(),
        "bytes are those of the body", body, one.bytes);
    sum += one.bytes.size();
    law(!has_control(one.name) && !has_control(one.type), "nothing is injected by a name or a type", one.name,
        one.type);
    law(tenon::json::is_utf8(one.name), "names are UTF-8", one.name);
    if (!one.file_name) continue;
    law(!has_control(*one.file_name) && tenon::json::is_utf8(*one.file_name), "a file name injects nothing", body,
        *one.file_name);
    law(one.file_name->find_first_of("/\\") == std::string::npos && *one.file_name != "..", "it leads nowhere", body,
        *one.file_name);
  }
  law(sum <= body.size(), "no byte comes twice", body);

  std::string boundary = "0";
  while (body.find("\r\n--" + boundary) != std::string_view::npos) boundary += "1";
  if (boundary.size() > 70) return;
  const std::string again = written(*parts, boundary);
  const auto same = read("multipart/form-data; boundary=" + boundary, again);
  law(same.has_value() && same->size() == parts->size(), "a form that is written again is one", body, again);
  for (std::size_t i = 0; i < parts->size(); ++i) {
    const form_part &one = (*parts)[i], &other = (*same)[i];
    law(one.name == other.name && one.file_name == other.file_name && one.type == other.type &&
            one.bytes == other.bytes,
        "and is equal", body, again);
  }
  law(!read("multipart/form-data; boundary=" + boundary, std::string_view(again).substr(0, again.size() - 1)),
      "one that is cut off is none", again);
}

void look_at_call(std::string_view type, std::string_view body) {
  std::string problem;
  const auto form = tenon_drivers::form_in(type, body, problem);
  law(form.has_value() == problem.empty(), "a call or a problem, and never both", body, problem);
  if (!form) return;
  std::vector<tenon::finding> findings;
  const auto json = tenon::json::document::parse(form->json, {}, findings);
  law(json.has_value(), "fields make up JSON", body, form->json);
  for (const tenon_drivers::sent_file& one : form->files)
    law(one.bytes.data() >= body.data() && one.bytes.data() + one.bytes.size() <= body.data() + body.size(),
        "files are those of the body", body, one.bytes);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view body = fuzzed::text_of(data, size);
  const std::string_view type = fuzzed::take_until(body, "\n\n");
  look_at_parts(type, body);
  look_at_call(type, body);
  return 0;
}
