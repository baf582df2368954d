// What was sent, as it is kept.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tenon_forms {

struct observation {
  std::int64_t id = 0;  // of two the later has the greater one
  std::string received_at{};
  std::optional<std::string> actor{};  // the id of who sent it, where that is known
  std::string form_version{};          // changes with the schema that it was held against
  std::string data{};                  // JSON
};

// In tables of the extension `data`, which are durable when it has written.
template <class Db>
class observation_store {
 public:
  static constexpr std::int64_t newest = std::numeric_limits<std::int64_t>::max();

  explicit observation_store(Db in) : in_(in) {}

  // Before anything else.
  void prepare() {
    in_.migrate(
        {"CREATE TABLE observations (id INTEGER PRIMARY KEY AUTOINCREMENT, form TEXT NOT NULL, "
         "form_version TEXT NOT NULL, received_at TEXT NOT NULL, actor TEXT, data TEXT NOT NULL)",
         "CREATE INDEX observations_by_form ON observations (form, id)"});
  }
  void keep(std::string_view form, const observation& one) {
    in_.write("INSERT INTO observations (form, form_version, received_at, actor, data) VALUES (?, ?, ?, ?, ?)", form,
              one.form_version, one.received_at, one.actor, one.data);
  }
  // The newest first, those before `before`.
  [[nodiscard]] std::vector<observation> latest(std::string_view form, std::int64_t before, int most) const {
    return in_.read(
        "SELECT id, received_at, actor, form_version, data FROM observations WHERE form = ? AND id < ? "
        "ORDER BY id DESC LIMIT ?",
        form, before, most);
  }
  // The oldest first, those behind `after`.
  [[nodiscard]] std::vector<observation> next(std::string_view form, std::int64_t after, int most) const {
    return in_.read(
        "SELECT id, received_at, actor, form_version, data FROM observations WHERE form = ? AND id > ? "
        "ORDER BY id LIMIT ?",
        form, after, most);
  }

 private:
  Db in_;
};

}  // namespace tenon_forms
