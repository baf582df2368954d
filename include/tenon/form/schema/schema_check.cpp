#include "tenon/form/schema/schema_check.hpp"

#include <re2/re2.h>

#include <array>
#include <boost/json.hpp>
#include <cstddef>
#include <exception>
#include <memory>
#include <string>
#include <unordered_map>
#include <utility>
#include <variant>

#include "tenon/form/report.hpp"
#include "tenon/form/schema/finding_words.hpp"
#include "tenon/form/schema/formats.hpp"
#include "tenon/form/schema/pattern.hpp"
#include "tenon/form/schema/schema_faults.hpp"
#include "tenon/form/schema/schema_preparation.hpp"
#include "tenon/json/exact_parse.hpp"
#include "tenon/json/tree.hpp"
#include "tenon/word/error.hpp"

namespace tenon::form {

namespace {

// A pattern, or a format that has become one.
class matcher {
 public:
  explicit matcher(const std::string& pattern) {
    if (pattern.starts_with(format_mark)) {
      by_ = pattern.substr(1);
      return;
    }
    by_ = compiled_pattern(pattern);
  }
  [[nodiscard]] bool fits(const std::string& text) const {
    if (const auto* format = std::get_if<std::string>(&by_)) return format_fault(*format, text).empty();
    return re2::RE2::PartialMatch(text, **std::get_if<std::unique_ptr<const re2::RE2>>(&by_));
  }

 private:
  std::variant<std::string, std::unique_ptr<const re2::RE2>> by_{};
};
using matchers = std::unordered_map<std::string, matcher>;

// Of the schema by which this thread validates.
thread_local const matchers* known_patterns = nullptr;

}  // namespace

}  // namespace tenon::form

// The validator names std::regex, from inside of its own namespace: there it finds this one, which makes nothing anew
// and whose time has a bound. Only this file includes it.
namespace valijson::std {

using namespace ::std;

class regex {
 public:
  explicit regex(const ::std::string& pattern) {
    const auto found = tenon::form::known_patterns->find(pattern);
    if (found != tenon::form::known_patterns->end()) by_ = &found->second;
  }
  [[nodiscard]] bool fits(const ::std::string& text) const { return by_ == nullptr || by_->fits(text); }

 private:
  const tenon::form::matcher* by_ = nullptr;
};
inline bool regex_search(const ::std::string& text, const regex& by) { return by.fits(text); }

// For its own formats, which no prepared schema has.
struct smatch {
  struct part {
    [[nodiscard]] static ::std::string str() { return "0"; }
  };
  part operator[](::std::size_t) const { return {}; }
};
inline bool regex_match(const ::std::string&, const regex&) { return true; }
inline bool regex_match(const ::std::string&, smatch&, const regex&) { return true; }

}  // namespace valijson::std

// Without, a schema that is none would end the program.
#define VALIJSON_USE_EXCEPTIONS 1
#include <valijson/adapters/boost_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

namespace tenon::form {

namespace {

struct patterns_in_use {
  explicit patterns_in_use(const matchers& of) { known_patterns = &of; }
  ~patterns_in_use() { known_patterns = nullptr; }
  patterns_in_use(const patterns_in_use&) = delete;
  patterns_in_use& operator=(const patterns_in_use&) = delete;
};

}  // namespace

namespace {

void refuse_faults(const boost::json::value& schema) {
  const json::node root(schema);
  schema_faults all(root);
  all.look(root);
  if (all.found().empty()) return;
  const schema_fault& first = all.found().front();
  std::string message = first.message;
  if (!first.pointer.empty()) message.append(", at ").append(shown(first.pointer));
  throw error(error_type::invalid_request, message.append(". ").append(first.advice));
}

}  // namespace

class schema_check::prepared {
 public:
  explicit prepared(std::string_view text) {
    boost::json::value schema = json::parse_exactly(text);
    refuse_faults(schema);
    for (const std::string& pattern : prepare_patterns(schema)) patterns_.emplace(pattern, pattern);
    const patterns_in_use meanwhile(patterns_);
    valijson::SchemaParser parser(valijson::SchemaParser::kDraft7);
    parser.populateSchema(valijson::adapters::BoostJsonAdapter(schema), schema_);
  }

  [[nodiscard]] std::vector<data_finding> problems_of(const boost::json::value& data) const {
    const patterns_in_use meanwhile(patterns_);
    valijson::ValidationResults results;
    valijson::Validator validator(valijson::Validator::kStrongTypes);
    if (validator.validate(schema_, valijson::adapters::BoostJsonAdapter(data), &results)) return {};
    finding_words out;
    for (valijson::ValidationResults::Error one; results.popError(one);) out.add(one.context, one.description);
    std::vector<data_finding> all = out.all();
    // Of a schema that takes nothing at all the validator has nothing to say.
    if (all.empty()) all.push_back({"", wrongness::other, "This does not fit what is asked for."});
    return all;
  }

 private:
  matchers patterns_{};
  valijson::Schema schema_{};
};

schema_check::schema_check(std::string_view schema) try : inside_(std::make_unique<const prepared>(schema)) {
} catch (const error&) {
  throw;
} catch (const std::exception& failed) {
  throw error(error_type::invalid_request, std::string("the schema cannot be used: ").append(failed.what()));
}
schema_check::~schema_check() = default;
schema_check::schema_check(schema_check&&) noexcept = default;

std::vector<data_finding> schema_check::problems_of(std::string_view data) const try {
  std::array<unsigned char, 16'384> usual_room;
  boost::json::monotonic_resource room(usual_room.data(), usual_room.size());
  return inside_->problems_of(json::parse_exactly(data, &room));
} catch (const std::exception& failed) {
  return {{"", wrongness::other, std::string("This cannot be read: ").append(failed.what())}};
}

}  // namespace tenon::form
