// What a parser of Boost.JSON tells of a text, as a value. Only the .cpp files of this folder include it.
#pragma once

#include <array>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/storage_ptr.hpp>
#include <boost/json/string.hpp>
#include <boost/json/value_stack.hpp>
#include <cstddef>
#include <utility>

namespace tenon::json {

// For basic_parser, as Boost's own parsers do it, but for numbers and texts: those are up to who derives from it.
class value_maker {
 public:
  using error_code = boost::json::error_code;
  using text = boost::json::string_view;

  static constexpr std::size_t max_object_size = boost::json::object::max_size();
  static constexpr std::size_t max_array_size = boost::json::array::max_size();
  static constexpr std::size_t max_key_size = boost::json::string::max_size();
  static constexpr std::size_t max_string_size = boost::json::string::max_size();

  explicit value_maker(boost::json::storage_ptr in = {}) : values_({}, usual_room_.data(), usual_room_.size()) {
    values_.reset(std::move(in));
  }
  boost::json::value release() { return values_.release(); }

  bool on_document_begin(error_code&) { return true; }
  bool on_document_end(error_code&) { return true; }
  bool on_object_begin(error_code&) { return true; }
  bool on_object_end(std::size_t members, error_code&) { return values_.push_object(members), true; }
  bool on_array_begin(error_code&) { return true; }
  bool on_array_end(std::size_t elements, error_code&) { return values_.push_array(elements), true; }
  bool on_key_part(text part, std::size_t, error_code&) { return values_.push_chars(part), true; }
  bool on_key(text last, std::size_t, error_code&) { return values_.push_key(last), true; }
  // The text of a number comes at once, with the number, where the whole of what is parsed is there at once.
  bool on_number_part(text, error_code&) { return true; }
  bool on_bool(bool truth, error_code&) { return values_.push_bool(truth), true; }
  bool on_null(error_code&) { return values_.push_null(), true; }
  bool on_comment_part(text, error_code&) { return true; }
  bool on_comment(text, error_code&) { return true; }

 private:
  std::array<unsigned char, 8'192> usual_room_;

 protected:
  boost::json::value_stack values_;
};

}  // namespace tenon::json
