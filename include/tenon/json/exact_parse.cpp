#include "tenon/json/exact_parse.hpp"

#include <algorithm>
#include <boost/json/basic_parser_impl.hpp>
#include <boost/json/system_error.hpp>
#include <cstdint>
#include <utility>

#include "tenon/json/value_maker.hpp"
#include "tenon/reflect/real_text.hpp"

namespace tenon::json {

namespace {

// But for a number with a fraction or an exponent as Boost's own.
class exact_maker : public value_maker {
 public:
  using value_maker::value_maker;

  bool on_string_part(text part, std::size_t, error_code&) { return values_.push_chars(part), true; }
  bool on_string(text last, std::size_t, error_code&) { return values_.push_string(last), true; }
  bool on_int64(std::int64_t number, text, error_code&) { return values_.push_int64(number), true; }
  bool on_uint64(std::uint64_t number, text, error_code&) { return values_.push_uint64(number), true; }
  bool on_double(double nearly, text written, error_code&) {
    static_cast<void>(reflect::parse_real({written.data(), written.size()}, nearly));
    return values_.push_double(nearly), true;
  }
};

}  // namespace

boost::json::value parse_exactly(std::string_view text, std::size_t max_depth, boost::json::error_code& code,
                                 std::size_t& at, boost::json::storage_ptr in) {
  boost::json::parse_options options;
  options.max_depth = std::min(max_depth, most_nested);
  boost::json::basic_parser<exact_maker> parser(options, std::move(in));
  at = parser.write_some(false, text.data(), text.size(), code);
  if (!code && at < text.size()) code = boost::json::error::extra_data;
  return code ? boost::json::value() : parser.handler().release();
}

boost::json::value parse_exactly(std::string_view text, boost::json::storage_ptr in) {
  boost::json::error_code code;
  std::size_t at = 0;
  boost::json::value out = parse_exactly(text, most_nested, code, at, std::move(in));
  if (code) throw boost::json::system_error(code);
  return out;
}

}  // namespace tenon::json
