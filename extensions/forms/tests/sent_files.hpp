// A form that asks for files, and bodies that a browser would send to it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kept_forms.hpp"

namespace stage {

inline constexpr std::string_view png = "\x89PNG\r\n\x1a\n and what stands behind";

struct sent_part {
  std::string_view name{}, value{};
  std::optional<std::string_view> file_name{};
};
inline std::string body_of(const std::vector<sent_part>& parts, std::string_view boundary = "cut") {
  std::string out;
  for (const sent_part& one : parts) {
    out.append("--")
        .append(boundary)
        .append("\r\nContent-Disposition: form-data; name=\"")
        .append(one.name)
        .append("\"");
    if (one.file_name) out.append("; filename=\"").append(*one.file_name).append("\"\r\nContent-Type: image/png");
    out.append("\r\n\r\n").append(one.value).append("\r\n");
  }
  return out.append("--").append(boundary).append("--\r\n");
}

class forms_with_files : public kept_forms {
 protected:
  forms_with_files() {
    const std::filesystem::path root = std::filesystem::path(folder_.path()) / "bundle" / "forms" / "find";
    write(root / "schema.json", R"({"title": "Find", "required": ["name"], "properties": {
        "name": {"type": "string", "title": "Name"},
        "photo": {"type": "object", "format": "photo", "title": "Photo"},
        "sound": {"type": "object", "format": "audio", "title": "Sound"},
        "paper": {"type": "string", "format": "select_file", "title": "Paper"}}})");
    write(root / "ui.json", R"({"type": "Control", "scope": "#"})");
  }
  static tenon::response send_body(harness& on, std::string_view body, std::string_view boundary = "cut",
                                   std::string_view key = {}) {
    const std::string type = std::string("multipart/form-data; boundary=").append(boundary);
    std::vector<tenon::header> headers{{"Content-Type", type}};
    if (!key.empty()) headers.push_back({"Idempotency-Key", key});
    return on.send({.method = tenon::method::post,
                    .method_name = "POST",
                    .target = "/forms/find",
                    .path = "/forms/find",
                    .headers = headers,
                    .body = body,
                    .remote_address = "192.0.2.1"});
  }
  static tenon::response send_parts(harness& on, const std::vector<sent_part>& parts) {
    return send_body(on, body_of(parts));
  }
  static std::string lines(harness& on) { return all_of(on, "/forms/find/observations.jsonl"); }
  // What is said of the one file that was sent first: between that key and the next quotation mark.
  static std::string said_of_file(const std::string& lines, std::string_view key) {
    const std::string before = std::string("\"").append(key).append("\":\"");
    const std::size_t at = lines.find(before, lines.find("\"data\":"));
    return at == std::string::npos
               ? ""
               : lines.substr(at + before.size(), lines.find('"', at + before.size()) - at - before.size());
  }
};

}  // namespace stage
