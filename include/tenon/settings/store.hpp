// Reading and changing settings while the program runs.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "tenon/reflect/type.hpp"
#include "tenon/word/boot.hpp"
#include "tenon/word/finding.hpp"

namespace tenon::settings {

// One extension that can be configured, without its type.
struct store_row {
  std::size_t rank = 0;  // in start order
  std::string_view extension{};
  bool implementation = false;
  reflect::slot place{};
  void* (*make)(const void* like) = nullptr;  // a copy; null: the defaults
  void (*destroy)(void* value) = nullptr;
  // A sentence for each thing that is wrong; null: the extension checks nothing.
  std::vector<std::string> (*check)(const void* value, const environment& surroundings) = nullptr;
};

// An app, as far as a store has to do with it.
struct store_target {
  void* app = nullptr;
  std::vector<store_row> rows{};
  const environment* surroundings = nullptr;
  bool (*ready)(const void* app) = nullptr;
  const void* (*given)(const void* app, std::size_t rank) = nullptr;  // what it was made with
  const void* (*current)(const void* app, std::size_t rank) = nullptr;
  // From then on `ctx.settings()` gives it. The store keeps it, and what was there before, as long as the app lives.
  void (*publish)(void* app, std::size_t rank, const void* snapshot) = nullptr;
  void (*tell)(void* app, std::size_t rank) = nullptr;  // has on_settings called
  // Has the extension stopped and started, after that, and with it those that need it: whose names it gives, in start
  // order. Does not wait for it. Once it has been tried, `tried` is called; with false, it is tried again afterwards.
  std::vector<std::string_view> (*restart)(void* app, std::size_t rank, std::function<void(bool)> tried) = nullptr;
  // The same, where it is the start of the app that tries it, and `begins` is called before. For `attach` alone.
  void (*try_at_start)(void* app, std::size_t rank, std::function<void()> begins,
                       std::function<void(bool)> tried) = nullptr;
};

// What has become of a change.
struct update {
  std::vector<finding> findings{};             // not empty: it was refused and nothing has changed; about the patch
  std::vector<std::string_view> restarting{};  // who stops and starts because of it, in start order
};

// From any thread.
class store {
 public:
  virtual ~store() = default;

  // The names of the extensions that can be configured, in start order.
  [[nodiscard]] virtual std::vector<std::string_view> extensions() const = 0;
  // By its name or that of the alias.
  [[nodiscard]] virtual bool has(std::string_view extension) const = 0;
  // JSON for people: the values, where each that is no default comes from, and what is stored, also what of that does
  // not fit any more. Secrets are "***".
  [[nodiscard]] virtual std::string shown(std::string_view extension) const = 0;
  // Checks the whole, then writes it down, then has it used. Throws tenon::error where it cannot be written, or where
  // the app is not ready; nothing has changed then either.
  [[nodiscard]] virtual update change(std::string_view extension, std::string_view merge_patch) = 0;

  // For the app: between these two there is one.
  virtual void attach(const store_target& app) = 0;
  virtual void detach() noexcept = 0;
};

}  // namespace tenon::settings
