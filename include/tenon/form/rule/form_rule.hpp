// A rule of a UI schema: whether something is shown, or can be filled in, by what was answered elsewhere.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "tenon/form/function/form_values.hpp"
#include "tenon/form/schema/schema_check.hpp"
#include "tenon/json/tree.hpp"
#include "tenon/word/error.hpp"

namespace tenon::form {

// As a page sends it back.
enum class appearance : char { open = 'o', closed = 'c', hidden = 'h' };

// Says what is wrong with a rule, and where in it.
class rule_error : public error {
 public:
  rule_error(std::string why, std::string pointer)
      : error(error_type::invalid_request, std::move(why)), pointer_(std::move(pointer)) {}
  [[nodiscard]] const std::string& pointer() const noexcept { return pointer_; }

 private:
  std::string pointer_;
};

// What a condition asks about.
struct rule_place {
  std::string scope{};    // as it is written
  std::string pointer{};  // where, in the rule
};

// JsonForms' rules: an effect, SHOW, HIDE, ENABLE or DISABLE, and a condition: a `scope` with a `schema` or an
// `expectedValue`, or AND or OR of several `conditions`.
class form_rule {
 public:
  // Throws a rule_error. `where` it stands is for whoever speaks of it.
  explicit form_rule(const json::node& rule, std::string where = {});
  // The same inside of an entry of a list, by its pointer: scopes lead from there, as with JsonForms.
  form_rule(const form_rule& of, std::string entry) : form_rule(of) { inside_ = std::move(entry); }

  // What it makes of its element. An answer that is not there is held against a schema as null, or meets nothing where
  // the condition says `failWhenUndefined`.
  [[nodiscard]] appearance look_of(const form_values& said) const;

  [[nodiscard]] const std::string& where() const noexcept { return where_; }
  [[nodiscard]] bool hides() const noexcept { return met_ == appearance::hidden || not_met_ == appearance::hidden; }
  // The pointers of the answers on which it depends; of an object whose members its schema names, those alone.
  [[nodiscard]] std::vector<std::string> reads() const;

  // What its conditions ask about, in their order.
  [[nodiscard]] static std::vector<rule_place> places_of(const json::node& rule);

 private:
  struct condition {
    enum class kind : std::uint8_t { one, all, any } is = kind::one;
    std::string pointer{};  // of one, with its schema
    std::unique_ptr<const schema_check> schema{};
    std::vector<std::string> reads{};
    bool is_not_met_by_nothing = false;
    std::vector<condition> inside{};  // of several
  };
  [[nodiscard]] static condition read(const json::node& from, const std::string& at, std::size_t depth);
  static void add_reads(const condition& of, std::vector<std::string>& to);
  [[nodiscard]] bool is_met(const condition& one, const form_values& said) const;

  appearance met_ = appearance::open, not_met_ = appearance::open;
  std::shared_ptr<const condition> when_{};
  std::string inside_{}, where_{};
};

}  // namespace tenon::form
