// The values of one space, as an extension uses them.
#pragma once

#include <array>
#include <chrono>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "kv_store.hpp"
#include "tenon/json/from_text.hpp"
#include "tenon/json/path_edit.hpp"
#include "tenon/json/to_text.hpp"
#include "tenon/word/actor.hpp"
#include "tenon/word/error.hpp"

namespace tenon_data {

// Whose values an actor means: a user's own, those of an application that acts for the user, or those of the extension
// that acts for itself. `app`: those of an application that the user uses, which another application does not reach.
[[nodiscard]] kv_space space_of(const tenon::actor& who, std::string_view app = {});

// A handle: copy it as you like; the store lives as long as the app. Every member throws as kv_store says.
class kv {
 public:
  using seconds = std::chrono::seconds;

  kv(kv_store& in, kv_space space) : store_(&in), space_(std::move(space)) {}

  // Those of whom the actor is: its own for an extension, the user's for a user.
  [[nodiscard]] kv as(const tenon::actor& who) const { return {*store_, space_of(who)}; }

  // As JSON; none: it is not there, or its time is over.
  [[nodiscard]] std::optional<tenon::json::raw> get(std::string_view key) const { return store_->get(space_, key); }
  // As a T, or `otherwise` where there is none. Throws where something else is there.
  template <class T>
  [[nodiscard]] T get(std::string_view key, T otherwise) const {
    const std::optional<tenon::json::raw> found = get(key);
    if (!found) return otherwise;
    std::vector<tenon::finding> findings;
    std::optional<T> value = tenon::json::from_text<T>(found->text, findings);
    if (!value)
      throw tenon::error(tenon::error_type::server_misconfigured,
                         std::string("the value of the key ").append(key).append(" is not what was asked for: ") +
                             tenon::to_string(findings.front()));
    return *std::move(value);
  }
  [[nodiscard]] std::string get(std::string_view key, const char* otherwise) const {
    return get(key, std::string(otherwise));
  }
  // In the order of the keys, as they were at one moment.
  [[nodiscard]] std::vector<std::optional<tenon::json::raw>> get(std::span<const std::string> keys) const {
    return store_->get(space_, keys);
  }

  // Whatever can become JSON. Without a time a value that is there keeps the one that it has.
  template <class T>
  void set(std::string_view key, const T& value) {
    store_->set(space_, key, as_json(value));
  }
  template <class T>
  void set(std::string_view key, const T& value, seconds ttl) {
    store_->update(space_, key, {{"", as_json(value)}}, ttl.count());
  }
  void set(std::span<const kv_item> items) { store_->set(space_, items); }
  void del(std::string_view key) { store_->del(space_, key); }
  void flush() { store_->flush(space_); }
  [[nodiscard]] kv_page list(const kv_range& range = {}) const { return store_->list(space_, range); }

  // The value afterwards. What is not there counts from 0.
  template <class Number>
    requires std::is_arithmetic_v<Number>
  tenon::json::raw incr(std::string_view key, Number by) {
    return store_->increase(space_, key, {{"", as_json(by)}});
  }
  tenon::json::raw incr(std::string_view key) { return incr(key, 1); }
  template <class Number>
    requires std::is_arithmetic_v<Number>
  tenon::json::raw decr(std::string_view key, Number by) {
    return store_->increase(space_, key, {{"", negated(as_json(by))}});
  }
  tenon::json::raw decr(std::string_view key) { return decr(key, 1); }
  // Of parts of a value: {{"score.total", "3"}}; the second is JSON.
  tenon::json::raw incr(std::string_view key, const tenon::json::paths_and_texts& by) {
    return store_->increase(space_, key, by);
  }
  tenon::json::raw update(std::string_view key, const tenon::json::paths_and_texts& with,
                          std::optional<seconds> ttl = std::nullopt) {
    return store_->update(space_, key, with, ttl ? std::optional(unix_seconds{ttl->count()}) : std::nullopt);
  }

  // Behind those of a list, which is made where nothing is: a value, or each of a list of them. Gives the value
  // afterwards.
  template <class T>
  tenon::json::raw add(std::string_view key, const T& value) {
    return store_->add(space_, key, {{"", as_json(value)}});
  }
  // Of lists inside of a value: {{"profile.tags", "[\"new\"]"}}; the second is JSON.
  tenon::json::raw add(std::string_view key, const tenon::json::paths_and_texts& what) {
    return store_->add(space_, key, what);
  }
  // Takes parts of a value away: kv.remove("profile", "score.total", "age").
  template <class... Paths>
    requires(sizeof...(Paths) > 0 && (std::is_convertible_v<const Paths&, std::string_view> && ...))
  tenon::json::raw remove(std::string_view key, const Paths&... paths) {
    return remove(key, std::array<std::string, sizeof...(Paths)>{std::string(std::string_view(paths))...});
  }
  tenon::json::raw remove(std::string_view key, std::span<const std::string> paths) {
    return store_->remove(space_, key, paths);
  }

  void expire(std::string_view key, seconds ttl) { store_->expire(space_, key, ttl.count()); }
  void expire_at(std::string_view key, unix_seconds time) { store_->expire_at(space_, key, time); }

 private:
  template <class T>
  static std::string as_json(const T& value) {
    if constexpr (std::is_convertible_v<const T&, std::string_view> && !std::is_same_v<T, std::string>)
      return tenon::json::to_text(std::string(std::string_view(value)));
    else
      return tenon::json::to_text(value);
  }

  kv_store* store_;
  kv_space space_;
};

}  // namespace tenon_data
