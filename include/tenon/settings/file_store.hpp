// The stored changes of a program's settings, in a file of their own. A program that includes this links Boost.JSON.
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tenon/settings/sources.hpp"
#include "tenon/settings/store.hpp"
#include "tenon/word/error.hpp"

namespace tenon::json {
class document;
class read_patch;
}  // namespace tenon::json

namespace tenon::settings {

// The file is written anew with each change, and only its owner may read it: `{"greeter": {"greeting": "Hi"}}`.
// Outlives the app whose settings it keeps.
class file_store final : public store {
 public:
  explicit file_store(std::string path) : path_(std::move(path)) {}
  // For tests, which make settings by hand: what an app is made with stands below what is stored, and nothing is
  // written.
  explicit file_store(std::vector<known_extension> extensions) : sources_(std::move(extensions)) {}

  // What is stored becomes one of the sources. A file that cannot be read as a whole is a finding, because the next
  // change would write over it.
  void read_into(sources& to, std::vector<finding>& findings);
  // A stored value that does not fit any more is no mistake of whoever starts the program: it is left out, and stays
  // in the file. Takes what is said of such values out of the findings.
  [[nodiscard]] std::vector<finding> set_apart(std::vector<finding>& findings) const;
  // The extensions that something is stored for.
  [[nodiscard]] std::vector<std::string> changed() const;
  // A sentence about what is stored for an extension.
  [[nodiscard]] finding about(std::string_view extension, std::string message) const {
    return {path_, std::string("/").append(extension), std::move(message)};
  }
  // What the extension itself does not take, though each value fits: it was made without, and shows it.
  void leave_out(std::string_view extension, const std::vector<std::string>& problems);
  // What is read from now on.
  void keep(sources all);
  // Has the start of the app to come try the changes that no restart has proved, and gives whose they are.
  [[nodiscard]] std::vector<finding> take_up_trials();

  [[nodiscard]] std::vector<std::string_view> extensions() const override;
  [[nodiscard]] bool has(std::string_view extension) const override;
  [[nodiscard]] std::string shown(std::string_view extension) const override;
  [[nodiscard]] update change(std::string_view extension, std::string_view merge_patch) override;
  void attach(const store_target& app) override;
  void detach() noexcept override;

 private:
  struct destroyer {
    void (*destroy)(void*);
    void operator()(void* value) const { destroy(value); }
  };
  using snapshot = std::unique_ptr<void, destroyer>;

  // A change that needs a restart, until the extension has started with it. It stands in the file beside the change.
  struct trial {
    std::string before{};      // what is stored again where it does not start
    std::size_t restarts = 0;  // that have not been tried
    std::size_t starts = 0;    // of the program, that have begun to try it
  };
  using texts = std::map<std::string, std::string, std::less<>>;
  using trials = std::map<std::string, trial, std::less<>>;

  [[nodiscard]] error unknown(std::string_view extension) const;
  [[nodiscard]] const store_row* row_of(std::string_view extension) const;
  [[nodiscard]] std::string stored_for(const store_row& row) const;
  [[nodiscard]] snapshot made_for(const store_row& row) const;
  [[nodiscard]] sources with(const store_row& row, const std::string& stored) const;
  [[nodiscard]] trials read_trials(const json::document& from, std::vector<finding>& mistakes) const;
  void check_patch(const store_row& row, const json::document& as_sent, const json::read_patch& patch,
                   std::vector<finding>& findings) const;
  void check_value(const store_row& row, const void* value, std::vector<finding>& findings) const;
  // Has the extension's stored changes be `stored`, in the file and in the app; `value` is what comes of it.
  void commit(const store_row& row, const std::string& stored, sources all, snapshot value, trials on_trial);
  // What becomes of a restart, or of a start that tries a change. Where the extension did not start, everything since
  // the last time that it did is taken back, but for what needed no restart.
  void tried(std::string_view extension, bool started);
  // A start that tries a change comes to it. Where three do not come out of it, the next one tries it no more.
  void begins(std::string_view extension);
  void write(const texts& stored, const trials& on_trial) const;

  std::string path_{};
  mutable std::mutex mutex_{};
  sources sources_{{}};
  texts stored_{};                                                           // as JSON, by extension
  std::map<std::string, std::vector<std::string>, std::less<>> left_out_{};  // sentences, by extension
  trials trials_{};                                                          // by extension
  bool took_back_ = false;                                                   // what the file says of one is old
  bool takes_up_ = false;                                                    // the next start tries what is on trial
  store_target app_{};
  std::vector<snapshot> snapshots_{};  // whoever holds a reference to an old one may keep it
};

}  // namespace tenon::settings
