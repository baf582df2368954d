#include "tenon/json/verbatim.hpp"

#include <boost/json/basic_parser_impl.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/system_error.hpp>
#include <cstdint>

#include "tenon/json/exact_parse.hpp"
#include "tenon/json/scan.hpp"
#include "tenon/json/value_maker.hpp"

namespace tenon::json {

namespace {

class verbatim_maker : public value_maker {
 public:
  bool on_string_part(text part, std::size_t, error_code&) {
    begin_text();
    return values_.push_chars(part), true;
  }
  bool on_string(text last, std::size_t, error_code&) {
    begin_text();
    in_text_ = false;
    return values_.push_string(last), true;
  }
  bool on_int64(std::int64_t, text written, error_code&) { return push_number(written); }
  bool on_uint64(std::uint64_t, text written, error_code&) { return push_number(written); }
  bool on_double(double, text written, error_code&) { return push_number(written); }

 private:
  void begin_text() {
    if (!in_text_) values_.push_chars({&text_mark, 1});
    in_text_ = true;
  }
  bool push_number(text written) {
    values_.push_chars({&number_mark, 1});
    return values_.push_string(written), true;
  }

  bool in_text_ = false;
};

}  // namespace

boost::json::value verbatim_number(std::string_view text) {
  boost::json::string out(1, number_mark);
  out.append(text.begin(), text.end());
  return out;
}

boost::json::value parse_verbatim(std::string_view text, boost::json::error_code& code) {
  boost::json::parse_options options;
  options.max_depth = most_nested;
  boost::json::basic_parser<verbatim_maker> parser(options);
  const std::size_t read = parser.write_some(false, text.data(), text.size(), code);
  if (!code && read < text.size()) code = boost::json::error::extra_data;
  return code ? boost::json::value() : parser.handler().release();
}

boost::json::value parse_verbatim(std::string_view text) {
  boost::json::error_code code;
  boost::json::value out = parse_verbatim(text, code);
  if (code) throw boost::json::system_error(code);
  return out;
}

std::string verbatim_text(const boost::json::value& of) {
  const std::string marked = boost::json::serialize(of);
  std::string out;
  out.reserve(marked.size());
  for (std::size_t at = 0; at < marked.size();) {
    if (marked[at] != '"') {
      out += marked[at++];
      continue;
    }
    const std::size_t end = string_end(marked, at);
    const std::string_view inside = std::string_view(marked).substr(at + 1, end - at - 2);
    const bool is_key = end < marked.size() && marked[end] == ':';
    if (is_key)
      out.append(marked, at, end - at);
    else if (inside.front() == number_mark)
      out.append(inside.substr(1));
    else
      out.append("\"").append(inside.substr(1)).append("\"");
    at = end;
  }
  return out;
}

}  // namespace tenon::json
