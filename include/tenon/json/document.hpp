// A JSON text, parsed once and read from as often as wanted, also in parts.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tenon/json/scan.hpp"
#include "tenon/json/wire.hpp"
#include "tenon/reflect/type.hpp"
#include "tenon/word/finding.hpp"

namespace tenon::json {

// Copies share the parsed text; reading is const and may be done from several threads.
class document {
 public:
  // None, and findings say why: the text is not JSON, not UTF-8, too large, too deep, or a key stands twice in one
  // object.
  [[nodiscard]] static std::optional<document> parse(std::string_view text, const wire& how,
                                                     std::vector<finding>& findings);

  [[nodiscard]] bool is_object() const;
  // The keys of the outermost object, in order; none where it is not an object.
  [[nodiscard]] std::vector<std::string> keys() const;
  // The text of the outermost object's member, as it was written. None where it is not there.
  [[nodiscard]] std::optional<std::string> text_of(std::string_view key) const;
  // A finding about the outermost object's member, with its place.
  [[nodiscard]] finding about(std::string_view key, std::string message, std::string_view source) const;

  // Sets what the text says and nothing else: fields of objects that it does not name keep their values, a list is
  // replaced. Every mistake becomes a finding; what a mistake is about keeps its value, or a part of it where it is a
  // list or an object. `key` reads that member of the outermost object; none reads the whole. `changed` collects the
  // pointers of what was set.
  void read(const reflect::slot& place, void* target, const wire& how, std::vector<finding>& findings,
            std::optional<std::string_view> key = std::nullopt, std::vector<std::string>* changed = nullptr) const;

 private:
  friend class tree;
  friend class line_index;
  struct parsed;
  [[nodiscard]] std::optional<member> place_of(std::string_view key) const;
  explicit document(std::shared_ptr<const parsed> inside) : inside_(std::move(inside)) {}
  std::shared_ptr<const parsed> inside_;
};

// Reads one text into one value, which may be half-read where this returns false, and there is at least one finding.
[[nodiscard]] bool read(const reflect::slot& place, void* target, std::string_view text, const wire& how,
                        std::vector<finding>& findings);

}  // namespace tenon::json
