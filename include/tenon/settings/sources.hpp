// Everything that says something about the settings of a program's extensions, before anybody's settings are read.
//
// This header and read.hpp need no JSON: a program without a config file links none. With documents: from_document.hpp.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tenon/settings/layer.hpp"

namespace tenon::settings {

// An implementation answers to its own name and to `extension_impl`.
struct known_extension {
  std::string name;
  bool implementation = false;
};

class sources {
 public:
  explicit sources(std::vector<known_extension> extensions);
  sources(const sources&);
  sources(sources&&) noexcept;
  sources& operator=(const sources&);
  sources& operator=(sources&&) noexcept;
  ~sources();

  // Takes `TENON_<EXTENSION>__<KEY>__<KEY>=text` out of the environment: names in capitals, `-` and `.` as `_`. Other
  // variables are left alone. `variables` ends with null, as `environ` does.
  void add_environment(const char* const* variables, std::vector<finding>& findings);

  // `extension.key.key=text`. `source` is what the user wrote it with; empty: `--set extension.key.key`.
  void add_assignment(std::string_view assignment, std::vector<finding>& findings, std::string_view source = {},
                      rank as = rank::assignment);

  // For those who bring layers of another kind.
  void add(layer one);
  // `extension` is its place, as `find` gives it.
  void remove(rank which, std::size_t extension);
  [[nodiscard]] bool says(rank which, std::size_t extension) const;  // `extension`: its place
  void reads_json(read_json how) { json_ = how; }
  // The place of the extension of that name. None, and a finding that names the nearest one.
  [[nodiscard]] std::optional<std::size_t> find(std::string_view name) const;
  [[nodiscard]] std::string unknown_extension(std::string_view name) const;  // the sentence
  // Of the extension at that place.
  [[nodiscard]] const std::string& name_of(std::size_t extension) const { return extensions_[extension].name; }

  // Sets what the sources say of one extension, the later over the earlier. `place` describes the settings' type. A
  // default that is out of its range and that no source replaces is a finding.
  void apply(std::string_view extension, const reflect::slot& place, void* to, std::vector<finding>& findings,
             std::vector<origin>* origins);
  // Once all settings are read: what was said of extensions that have none. EXTENSION_CONFIG may say what it likes to
  // an implementation without settings, which gets it as a text; and what is stored waits for an extension that has.
  void report_unread(std::vector<finding>& findings) const;

 private:
  void text(const layer& from, const reflect::slot& place, void* to, std::vector<finding>& findings,
            std::vector<std::string>& changed) const;

  std::vector<known_extension> extensions_;
  std::vector<bool> read_;
  std::vector<layer> layers_;  // by rank, and of one rank in the order in which they came
  read_json json_ = nullptr;
};

}  // namespace tenon::settings
