#include "tenon/web/gui.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "tenon/web/accepted_coding.hpp"
#include "tenon/web/byte_range.hpp"

namespace tenon::web {

response gui_answer(const gui_variants& variants, const request& from) {
  const bool varies = variants.brotli != nullptr || variants.gzip != nullptr;
  const bool reads = from.method == method::get;
  const auto wanted = reads ? from.header("Range") : std::nullopt;
  const std::string_view codings = varies && !wanted ? from.header("Accept-Encoding").value_or("") : "";
  const gui_file* file = variants.plain;
  std::string_view coding;
  if (variants.brotli != nullptr && accepts_coding(codings, "br")) {
    file = variants.brotli;
    coding = "br";
  } else if (variants.gzip != nullptr && accepts_coding(codings, "gzip")) {
    file = variants.gzip;
    coding = "gzip";
  }
  const std::string_view tag = file->tag.view(), content = file->content.view();
  const auto kept = from.header("If-None-Match");
  const auto condition = from.header("If-Range");
  response out{200, variants.plain->content_type, file->content, {}};
  if (kept && (*kept == "*" || kept->find(tag) != std::string_view::npos)) {
    out = response::empty(304);
  } else if (const auto part = wanted && (!condition || *condition == tag) ? byte_range_from(*wanted, content.size())
                                                                           : std::nullopt) {
    const std::string size = std::to_string(content.size());
    if (part->size == 0) {
      out = response::empty(416).with("Content-Range", "bytes */" + size);
    } else {
      out.status = 206;
      out.body = content.substr(part->first, part->size);
      out.headers.push_back({"Content-Range", std::string("bytes ")
                                                  .append(std::to_string(part->first))
                                                  .append("-")
                                                  .append(std::to_string(part->first + part->size - 1))
                                                  .append("/")
                                                  .append(size)});
    }
  }
  if (!coding.empty() && out.status == 200) out.headers.push_back({"Content-Encoding", std::string(coding)});
  if (varies) out.headers.push_back({"Vary", "Accept-Encoding"});
  return std::move(out).with("ETag", std::string(tag)).with("Cache-Control", "no-cache").with("Accept-Ranges", "bytes");
}

response gui_lies_at(std::string_view mount) {
  return response::empty(302).with("Location", std::string(mount) + "/index.html");
}

}  // namespace tenon::web
