#include "tenon/json/exact_parse.hpp"

#include <algorithm>
#include <boost/json/basic_parser_impl.hpp>
#include <boost/json/system_error.hpp>
#include <boost/json/value_stack.hpp>
#include <cstdint>
#include <string>

#include "tenon/reflect/real_text.hpp"

namespace tenon::json {

namespace {

// What Boost's own parsers do, but for a number with a fraction or an exponent.
class value_maker {
 public:
  using error_code = boost::json::error_code;
  using text = boost::json::string_view;

  static constexpr std::size_t max_object_size = boost::json::object::max_size();
  static constexpr std::size_t max_array_size = boost::json::array::max_size();
  static constexpr std::size_t max_key_size = boost::json::string::max_size();
  static constexpr std::size_t max_string_size = boost::json::string::max_size();

  value_maker() { values_.reset(); }
  boost::json::value release() { return values_.release(); }

  bool on_document_begin(error_code&) { return true; }
  bool on_document_end(error_code&) { return true; }
  bool on_object_begin(error_code&) { return true; }
  bool on_object_end(std::size_t members, error_code&) { return values_.push_object(members), true; }
  bool on_array_begin(error_code&) { return true; }
  bool on_array_end(std::size_t elements, error_code&) { return values_.push_array(elements), true; }
  bool on_key_part(text part, std::size_t, error_code&) { return values_.push_chars(part), true; }
  bool on_key(text last, std::size_t, error_code&) { return values_.push_key(last), true; }
  bool on_string_part(text part, std::size_t, error_code&) { return values_.push_chars(part), true; }
  bool on_string(text last, std::size_t, error_code&) { return values_.push_string(last), true; }
  bool on_number_part(text, error_code&) { return true; }
  bool on_int64(std::int64_t number, text, error_code&) { return values_.push_int64(number), true; }
  bool on_uint64(std::uint64_t number, text, error_code&) { return values_.push_uint64(number), true; }
  // The text comes at once, and is all of the number's.
  bool on_double(double nearly, text written, error_code&) {
    static_cast<void>(reflect::parse_real({written.data(), written.size()}, nearly));
    return values_.push_double(nearly), true;
  }
  bool on_bool(bool truth, error_code&) { return values_.push_bool(truth), true; }
  bool on_null(error_code&) { return values_.push_null(), true; }
  bool on_comment_part(text, error_code&) { return true; }
  bool on_comment(text, error_code&) { return true; }

 private:
  boost::json::value_stack values_;
};

}  // namespace

boost::json::value parse_exactly(std::string_view text, std::size_t max_depth, boost::json::error_code& code,
                                 std::size_t& at) {
  boost::json::parse_options options;
  options.max_depth = std::min(max_depth, most_nested);
  boost::json::basic_parser<value_maker> parser(options);
  at = parser.write_some(false, text.data(), text.size(), code);
  if (!code && at < text.size()) code = boost::json::error::extra_data;
  return code ? boost::json::value() : parser.handler().release();
}

boost::json::value parse_exactly(std::string_view text) {
  boost::json::error_code code;
  std::size_t at = 0;
  boost::json::value out = parse_exactly(text, most_nested, code, at);
  if (code) throw boost::json::system_error(code);
  return out;
}

}  // namespace tenon::json
