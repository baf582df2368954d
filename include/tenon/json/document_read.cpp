// document::read: a document into the fields of an aggregate, or what of it does not fit.
#include "tenon/json/document.hpp"

#include <fmt/compile.h>

#include <algorithm>
#include <array>

#include "tenon/json/key.hpp"
#include "tenon/json/parsed.hpp"
#include "tenon/json/scan.hpp"
#include "tenon/reflect/assign.hpp"
#include "tenon/reflect/expectation.hpp"
#include "tenon/reflect/search.hpp"
#include "tenon/word/nearest.hpp"

namespace tenon::json {

namespace {

using namespace reflect;
using boost::json::value;

// Goes through the value and the text at once, so that every finding has its place and raw values keep their text.
class reader {
 public:
  reader(std::string_view text, const wire& how, std::vector<finding>& findings, std::vector<std::string>* changed)
      : text_(text), how_(how), findings_(findings), changed_(changed), enough_(findings.size() + most_findings) {}

  void step(std::string_view key) { append_step(pointer_, key); }

  // `at` is where the value begins; returns where it ends.
  std::size_t read(const slot& place, void* to, const value& from, std::size_t at) {
    switch (place.of->is) {
      case kind::boolean:
      case kind::whole:
      case kind::natural:
      case kind::real:
      case kind::text:
      case kind::enumeration:
      case kind::formed:
        scalar(place, to, from, at);
        break;
      case kind::optional:
        return optional(place, to, from, at);
      case kind::list:
        return list(place, to, from, at);
      case kind::map:
        return map(place, to, from, at);
      case kind::aggregate:
        return aggregate(place, to, from, at);
      case kind::raw: {
        const std::size_t end = value_end(text_, at);
        as<text_type>(*place.of).set(to, text_.substr(at, end - at));
        set();
        return end;
      }
      case kind::view:
      case kind::none:
        break;
    }
    return value_end(text_, at);
  }

 private:
  void set() {
    if (changed_ != nullptr) changed_->push_back(pointer_);
  }

  // Then no more sentences are made.
  [[nodiscard]] bool enough() const { return findings_.size() >= enough_; }
  void say(std::string message, std::size_t at) {
    if (enough()) return;
    finding one{std::string(how_.source), pointer_, std::move(message)};
    put_place(one, text_, at);
    findings_.push_back(std::move(one));
  }

  // What stands there, for people.
  std::string shown(const slot& place, const value& from, std::size_t at) const {
    if (from.is_object()) return "an object";
    if (from.is_array()) return "a list";
    if (place.of->is > kind::optional && !from.is_null() &&
        holds(place, [](const slot& one) { return one.wears->secret; }))
      return "a value that is not shown";
    if (const auto* text = from.if_string()) return quoted(place, {text->data(), text->size()});
    if (place.wears->secret && !from.is_null()) return "a value that is not shown";
    return std::string(text_.substr(at, std::min<std::size_t>(value_end(text_, at) - at, 40)));
  }
  void refuse(const slot& place, const void* now, const value& from, std::size_t at, outcome why = outcome::unlike) {
    if (enough()) return;
    const auto* text = from.if_string();
    const std::string_view written =
        text == nullptr ? std::string_view() : std::string_view(text->data(), text->size());
    std::string sentence = complaint(place, now, shown(place, from, at), written, why == outcome::beyond_type);
    const bool wants_text =
        place.of->is == kind::text || place.of->is == kind::formed || place.of->is == kind::enumeration;
    if (wants_text && (from.is_number() || from.is_bool())) sentence += " Put it in quotes.";
    say(std::move(sentence), at);
  }

  void scalar(const slot& place, void* to, const value& from, std::size_t at) {
    outcome result = outcome::unlike;
    if (const auto* text = from.if_string())
      result = put_text(place, to, {text->data(), text->size()});
    else if (from.is_bool())
      result = put_boolean(place, to, from.get_bool());
    else if (from.is_int64())
      result = put_whole(place, to, from.get_int64());
    else if (from.is_uint64())
      result = put_natural(place, to, from.get_uint64());
    else if (from.is_double())
      result = put_real(place, to, from.get_double());
    // Amounts of bytes may be plain numbers; the form decides.
    if (place.of->is == kind::formed && (from.is_int64() || from.is_uint64()))
      result = put_text(place, to, text_.substr(at, value_end(text_, at) - at));
    if (result == outcome::set) return set();
    refuse(place, to, from, at, result);
  }

  std::size_t optional(const slot& place, void* to, const value& from, std::size_t at) {
    const auto& of = as<optional_type>(*place.of);
    if (from.is_null()) {
      of.clear(to);
      set();
      return value_end(text_, at);
    }
    const bool was_empty = of.get(to) == nullptr;
    const std::size_t before = findings_.size();
    void* inner = was_empty ? of.fill(to) : const_cast<void*>(of.get(to));
    const std::size_t end = read(inner_of(place), inner, from, at);
    if (was_empty && findings_.size() != before) of.clear(to);
    return end;
  }

  std::size_t list(const slot& place, void* to, const value& from, std::size_t at) {
    const auto& of = as<list_type>(*place.of);
    const auto* elements = from.if_array();
    if (elements == nullptr) return refuse(place, to, from, at), value_end(text_, at);
    // Emptied first: nothing of an old element may shine through a new one.
    of.resize(to, 0);
    if (!of.resize(to, elements->size())) {
      say(fmt::format(FMT_COMPILE("expected a list of {} values, found {}."), of.size(to), elements->size()), at);
      return value_end(text_, at);
    }
    std::size_t here = at + 1, index = 0;
    for (const value& element : *elements) {
      here = blank_end(text_, here);
      if (index != 0) here = blank_end(text_, here + 1);
      const std::size_t length = pointer_.size();
      append_step(pointer_, std::to_string(index));
      std::vector<std::string>* const outer = std::exchange(changed_, nullptr);
      here = read(of.element, of.at(to, index), element, here);
      changed_ = outer;
      pointer_.resize(length);
      ++index;
    }
    if (!in_range(place, to)) say(complaint(place, nullptr, fmt::format(FMT_COMPILE("{}"), elements->size())), at);
    set();
    return value_end(text_, at);
  }

  std::size_t map(const slot& place, void* to, const value& from, std::size_t at) {
    const auto& of = as<map_type>(*place.of);
    if (!from.is_object()) return refuse(place, to, from, at), value_end(text_, at);
    const std::size_t end = members(from, at, [&](std::string_view key, const value& one, const member& where) {
      return read(of.element, of.put(to, key), one, where.value_at);
    });
    if (!in_range(place, to)) say(complaint(place, nullptr, fmt::format(FMT_COMPILE("{}"), of.size(to))), at);
    return end;
  }

  std::size_t aggregate(const slot& place, void* to, const value& from, std::size_t at) {
    const auto& of = as<aggregate_type>(*place.of);
    if (!from.is_object()) return refuse(place, to, from, at), value_end(text_, at);
    void* places[most_places];
    of.places(to, places);
    std::array<bool, most_places> seen{};
    const std::size_t end = members(from, at, [&](std::string_view key, const value& one, const member& where) {
      for (std::size_t i = 0; i < of.fields.size(); ++i)
        if (spells(of.fields[i].name, how_.keys, key)) {
          seen[i] = true;
          return read(of.fields[i], places[i], one, where.value_at);
        }
      if (how_.unknown == unknown::refused) unknown_key(of, key, where.key_at);
      return value_end(text_, where.value_at);
    });
    for (std::size_t i = 0; i < of.fields.size() && !enough(); ++i) {
      const bool may_be_missing = how_.missing == missing::kept || of.fields[i].of->is == kind::optional;
      if (seen[i] || (may_be_missing && !has_to_be_said(of.fields[i]))) continue;
      const std::string key = spelt(of.fields[i].name, how_.keys);
      const std::size_t length = pointer_.size();
      append_step(pointer_, key);
      say(fmt::format(FMT_COMPILE("expected {}, found nothing. Add \"{}\"."), expected(of.fields[i]), key), at);
      pointer_.resize(length);
    }
    return end;
  }

  // Calls visit(key, value, place in the text) for each member; it returns where the member's value ends.
  template <class Visit>
  std::size_t members(const value& from, std::size_t at, Visit visit) {
    std::size_t here = at + 1;
    for (const auto& one : from.get_object()) {
      const member where = member_at(text_, here);
      const std::size_t length = pointer_.size();
      const std::string_view key(one.key().data(), one.key().size());
      append_step(pointer_, key);
      here = visit(key, one.value(), where);
      pointer_.resize(length);
    }
    return blank_end(text_, here) + 1;
  }

  void unknown_key(const aggregate_type& of, std::string_view key, std::size_t at) {
    if (enough()) return;
    std::vector<std::string> known;
    for (const named_slot& field : of.fields) known.push_back(spelt(field.name, how_.keys));
    const std::string_view meant = nearest(key, known);
    if (!meant.empty()) return say(fmt::format(FMT_COMPILE("there is no such key. Did you mean \"{}\"?"), meant), at);
    std::string all;
    for (const std::string& one : known) all.append(all.empty() ? "\"" : ", \"").append(one).append("\"");
    say(all.empty() ? "there is no such key, nor any other. Remove it."
                    : fmt::format(FMT_COMPILE("there is no such key. The keys are {}."), all),
        at);
  }

  std::string_view text_;
  const wire& how_;
  std::vector<finding>& findings_;
  std::vector<std::string>* changed_;
  std::size_t enough_;
  std::string pointer_;
};

}  // namespace

void document::read(const slot& place, void* target, const wire& how, std::vector<finding>& findings,
                    std::optional<std::string_view> key, std::vector<std::string>* changed) const {
  reader reading(inside_->text, how, findings, changed);
  if (!key) {
    reading.read(place, target, inside_->root, blank_end(inside_->text, 0));
    return;
  }
  const auto where = place_of(*key);
  if (!where) return;
  reading.step(*key);
  reading.read(place, target, inside_->root.get_object().at(boost::json::string_view(key->data(), key->size())),
               where->value_at);
}

bool read(const slot& place, void* target, std::string_view text, const wire& how, std::vector<finding>& findings) {
  const std::size_t before = findings.size();
  if (const auto parsed = document::parse(text, how, findings)) parsed->read(place, target, how, findings);
  return findings.size() == before;
}

}  // namespace tenon::json
