#include "tenon/json/tree.hpp"

#include <algorithm>
#include <functional>
#include <utility>

#include "tenon/json/parsed.hpp"
#include "tenon/json/scan.hpp"
#include "tenon/json/serialized.hpp"

namespace tenon::json {

namespace {

using boost::json::value;

std::string_view view(boost::json::string_view text) { return {text.data(), text.size()}; }

// Goes through the value and the text at once, and tells `put(value, place)` where each value stands.
template <class Put>
class placing {
 public:
  placing(std::string_view text, Put put) : text_(text), put_(std::move(put)) {}

  // Returns where the value ends.
  std::size_t inside_of(const value& one, std::size_t at) {
    if (const auto* object = one.if_object()) {
      ++at;
      for (const auto& [key, inner] : *object) {
        const member place = member_at(text_, at);
        put_(inner, place.key_at);
        at = inside_of(inner, place.value_at);
      }
      return closing_end(at, '}');
    }
    if (const auto* list = one.if_array()) {
      ++at;
      for (const value& inner : *list) {
        at = std::min(text_.find_first_not_of(" \t\r\n,", at), text_.size());
        put_(inner, at);
        at = inside_of(inner, at);
      }
      return closing_end(at, ']');
    }
    return value_end(text_, at);
  }

 private:
  [[nodiscard]] std::size_t closing_end(std::size_t at, char bracket) const {
    return std::min(text_.find(bracket, at), text_.size() - 1) + 1;
  }

  std::string_view text_;
  Put put_;
};

}  // namespace

std::string_view described(node_kind kind) noexcept {
  switch (kind) {
    case node_kind::null:
      return "null";
    case node_kind::boolean:
      return "true or false";
    case node_kind::number:
      return "a number";
    case node_kind::text:
      return "a text";
    case node_kind::list:
      return "a list";
    case node_kind::object:
      return "an object";
  }
  return "nothing";
}

node_kind node::kind() const noexcept {
  switch (of_->kind()) {
    case boost::json::kind::null:
      return node_kind::null;
    case boost::json::kind::bool_:
      return node_kind::boolean;
    case boost::json::kind::string:
      return node_kind::text;
    case boost::json::kind::array:
      return node_kind::list;
    case boost::json::kind::object:
      return node_kind::object;
    default:
      return node_kind::number;
  }
}

std::string_view node::text() const noexcept {
  const auto* const text = of_->if_string();
  return text == nullptr ? std::string_view() : std::string_view(text->data(), text->size());
}

bool node::is_true() const noexcept {
  const bool* const truth = of_->if_bool();
  return truth != nullptr && *truth;
}

std::size_t node::size() const noexcept {
  if (const auto* object = of_->if_object()) return object->size();
  if (const auto* list = of_->if_array()) return list->size();
  return 0;
}

std::string_view node::key(std::size_t i) const noexcept { return view((of_->if_object()->begin() + i)->key()); }

node node::operator[](std::size_t i) const noexcept {
  if (const auto* object = of_->if_object()) return node((object->begin() + i)->value());
  return node(*(of_->if_array()->begin() + i));
}

std::optional<node> node::find(std::string_view key) const noexcept {
  const auto* const object = of_->if_object();
  if (object == nullptr) return std::nullopt;
  const value* const found = object->if_contains({key.data(), key.size()});
  return found == nullptr ? std::nullopt : std::optional(node(*found));
}

std::optional<node> node::find_pointer(std::string_view pointer) const {
  boost::json::error_code failed;
  const value* found = of_->find_pointer({pointer.data(), pointer.size()}, failed);
  return found == nullptr || failed ? std::nullopt : std::optional(node(*found));
}

std::string node::as_json() const { return serialized(*of_); }

std::optional<tree> tree::parse(std::string_view text, const wire& how, std::vector<finding>& findings) {
  std::optional<document> read = document::parse(text, how, findings);
  if (!read) return std::nullopt;
  return tree(*std::move(read));
}

node tree::root() const noexcept { return node(of_.inside_->root); }

line_index::line_index(const tree& of) {
  const std::string_view text = of.of_.inside_->text;
  std::size_t line = 1, counted = 0;
  const auto put = [&](const value& one, std::size_t at) {
    line += static_cast<std::size_t>(std::ranges::count(text.substr(counted, at - counted), '\n'));
    counted = at;
    entries_.push_back({&one, line});
  };
  const std::size_t begin = blank_end(text, 0);
  put(of.of_.inside_->root, begin);
  placing(text, put).inside_of(of.of_.inside_->root, begin);
  std::ranges::sort(entries_, std::less<>(), &entry::value);
}

std::size_t line_index::line_of(const node& one) const noexcept {
  const auto found = std::ranges::lower_bound(entries_, one.of_, std::less<>(), &entry::value);
  return found == entries_.end() || found->value != one.of_ ? 0 : found->line;
}

}  // namespace tenon::json
