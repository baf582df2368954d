#include "tenon/multipart/form_parts.hpp"

#include <algorithm>
#include <boost/asio/buffer.hpp>
#include <boost/beast/core/string.hpp>
#include <boost/beast/http/basic_parser.hpp>
#include <boost/beast/http/rfc7230.hpp>
#include <cstdint>
#include <utility>

#include "tenon/json/quoted.hpp"
#include "tenon/reflect/file_form.hpp"
#include "tenon/word/without_space.hpp"

namespace tenon::multipart {

// What Debian has for forms and links statically does not read them as they are: mimetic loses a message that is
// uploaded and cuts a file name at a semicolon, cgicc takes one for the name of its field and an end that is missing
// for none, and what is good, libmicrohttpd's, wants a connection of its own. So Beast reads what is grammar, the
// header of each part and its parameters, and here lines are looked for that begin with the boundary.
namespace {

namespace beast = boost::beast;

// While a form is read; caught where that began.
struct malformed {
  std::string why;
};
[[noreturn]] void refuse(std::string why) { throw malformed{std::move(why)}; }

beast::string_view seen(std::string_view text) { return {text.data(), text.size()}; }

// `form-data; name="a"`: the word in front, and a look at each parameter behind it.
template <class Each>
void each_parameter(std::string_view value, std::string_view of, Each each) {
  // Beast stops where it understands no more, and does not say so: then it does not come to this one.
  constexpr std::string_view last = "tenon-end";
  std::string marked(value.substr(std::min(value.find(';'), value.size())));
  marked.append(";").append(last);
  bool understood = false;
  for (const auto& [name, text] : beast::http::param_list(seen(marked))) {
    understood = name.data() == marked.data() + (marked.size() - last.size());
    if (!understood) each(std::string_view(name.data(), name.size()), std::string_view(text.data(), text.size()));
  }
  if (!understood)
    refuse(std::string("its ").append(of).append(" is malformed: write parameters as in name=\"value\""));
}

void set_once(std::optional<std::string>& to, std::string_view text, std::string_view what) {
  if (to) refuse(std::string(what).append(" stands there twice"));
  if (!json::is_utf8(text)) refuse(std::string(what).append(" is not UTF-8"));
  if (std::any_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < ' ' || c == '\x7f'; }))
    refuse(std::string(what).append(" has a control character"));
  to = text;
}

std::string without_folders(std::string_view name) {
  const std::size_t behind = name.find_last_of("/\\");
  if (behind != std::string_view::npos) name.remove_prefix(behind + 1);
  return std::string(name == "." || name == ".." ? std::string_view() : name);
}

// Beast reads the header of a part as that of a request, which it is but for the line in front.
class header_parser final : public beast::http::basic_parser<true> {
 public:
  explicit header_parser(std::size_t most) { this->header_limit(static_cast<std::uint32_t>(most)); }

  std::optional<std::string> name{}, file_name{}, type{};
  std::string why{};

 private:
  using view = beast::string_view;
  using error_code = beast::error_code;

  // Nothing is thrown through Beast.
  void on_field_impl(beast::http::field, view called, view value, error_code& failed) override {
    try {
      field({called.data(), called.size()}, {value.data(), value.size()});
    } catch (malformed& one) {
      why = std::move(one.why);
      failed = beast::http::error::bad_field;
    }
  }
  void field(std::string_view called, std::string_view value) {
    const auto is = [&](std::string_view other) { return beast::iequals(seen(called), seen(other)); };
    if (is("Content-Disposition")) {
      if (!beast::iequals(seen(without_space(value.substr(0, value.find(';')))), "form-data"))
        refuse("its Content-Disposition is not form-data");
      each_parameter(value, "Content-Disposition", [&](std::string_view key, std::string_view text) {
        if (beast::iequals(seen(key), "name")) set_once(name, text, "its name");
        if (beast::iequals(seen(key), "filename")) set_once(file_name, text, "its file name");
      });
    } else if (is("Content-Type")) {
      set_once(type, value, "its Content-Type");
      if (!reflect::is_media_type(value)) refuse("its Content-Type is not ASCII");
    } else if (is("Content-Transfer-Encoding")) {
      for (const char* plain : {"binary", "7bit", "8bit"})
        if (beast::iequals(seen(value), plain)) return;
      refuse("it has a Content-Transfer-Encoding, which forms do not have any more. Send the bytes as they are");
    }
  }
  void on_request_impl(beast::http::verb, view, view, int, error_code&) override {}
  void on_response_impl(int, view, int, error_code&) override {}
  void on_header_impl(error_code&) override {}
  void on_body_init_impl(const boost::optional<std::uint64_t>&, error_code&) override {}
  std::size_t on_body_impl(view bytes, error_code&) override { return bytes.size(); }
  void on_chunk_header_impl(std::uint64_t, view, error_code&) override {}
  std::size_t on_chunk_body_impl(std::uint64_t, view bytes, error_code&) override { return bytes.size(); }
  void on_finish_impl(error_code&) override {}
};

// `text` begins behind the line of the boundary, and ends before the next.
form_part part_in(std::string_view text, const form_limits& most) {
  constexpr std::string_view in_front = "POST / HTTP/1.1\r\n", between = "\r\n\r\n";
  const std::size_t end = text.find(between);
  if (end == std::string_view::npos) refuse("no empty line stands behind its header");
  if (end > most.header_bytes) refuse("its header is longer than " + std::to_string(most.header_bytes) + " bytes");
  header_parser header(most.header_bytes + in_front.size() + between.size());
  std::string lines(in_front);
  lines.append(text.substr(0, end + between.size()));
  beast::error_code failed;
  header.put(boost::asio::const_buffer(lines.data(), lines.size()), failed);
  if (!header.why.empty()) refuse(std::move(header.why));
  if (failed || !header.is_header_done()) refuse("its header is malformed");
  if (!header.name) refuse("it has no name. Write Content-Disposition: form-data; name=\"...\"");
  return {.name = *std::move(header.name),
          .file_name = header.file_name ? std::optional(without_folders(*header.file_name)) : std::nullopt,
          .type = std::move(header.type).value_or(""),
          .bytes = text.substr(end + between.size())};
}

std::string boundary_in(std::string_view content_type) {
  std::optional<std::string> found;
  each_parameter(content_type, "Content-Type", [&](std::string_view key, std::string_view text) {
    if (beast::iequals(seen(key), "boundary")) set_once(found, text, "its boundary");
  });
  constexpr std::size_t longest = 70;
  static constexpr std::string_view others = "'()+_,-./:=? ";
  const bool good = found && !found->empty() && found->size() <= longest && found->back() != ' ' &&
                    std::all_of(found->begin(), found->end(), [](char c) {
                      return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                             others.find(c) != std::string_view::npos;
                    });
  if (!good) refuse("its Content-Type has no boundary of 1 to 70 letters, digits and '()+_,-./:=?");
  return *std::move(found);
}

// What stands in a line behind the boundary.
enum class behind { more, end };
behind line_behind(std::string_view& left) {
  const bool is_last = left.starts_with("--");
  if (is_last) left.remove_prefix(2);
  left.remove_prefix(std::min(left.find_first_not_of(" \t"), left.size()));
  if (left.starts_with("\r\n"))
    left.remove_prefix(2);
  else if (!is_last || !left.empty())
    refuse("a line begins with the boundary and goes on. Take another boundary, one that stands in no part");
  return is_last ? behind::end : behind::more;
}

std::vector<form_part> read(std::string_view content_type, std::string_view body, const form_limits& most) {
  const std::string line = std::string("\r\n--").append(boundary_in(content_type));
  std::string_view left = body;
  if (left.starts_with(std::string_view(line).substr(2))) {
    left.remove_prefix(line.size() - 2);
  } else {
    const std::size_t first = left.find(line);  // what stands before it is for nobody
    if (first == std::string_view::npos) refuse("the boundary does not stand in it");
    left.remove_prefix(first + line.size());
  }
  std::vector<form_part> out;
  while (line_behind(left) == behind::more) {
    if (out.size() == most.parts) refuse("it has more than " + std::to_string(most.parts) + " parts");
    const std::size_t end = left.find(line);
    const std::string which = "part " + std::to_string(out.size() + 1);
    if (end == std::string_view::npos)
      refuse(which + " has no end: the last boundary, with -- behind it, is not there");
    try {
      out.push_back(part_in(left.substr(0, end), most));
    } catch (const malformed& one) {
      refuse(std::string(which).append(": ").append(one.why));
    }
    left.remove_prefix(end + line.size());
  }
  return out;
}

}  // namespace

bool is_form(std::string_view content_type) {
  return beast::iequals(seen(without_space(content_type.substr(0, content_type.find(';')))), "multipart/form-data");
}

std::optional<std::vector<form_part>> parts_of(std::string_view content_type, std::string_view body,
                                               std::string& problem, const form_limits& most) {
  try {
    return read(content_type, body, most);
  } catch (const malformed& one) {
    problem = std::string("The form cannot be read: ").append(one.why).append(".");
    return std::nullopt;
  }
}

}  // namespace tenon::multipart
