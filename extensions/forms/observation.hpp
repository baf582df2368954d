// What was sent, as it is kept.
#pragma once

#include <algorithm>
#include <cstddef>
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
  std::optional<std::string> actor{};    // the id of who sent it, where that is known
  std::string form_version{};            // changes with the schema that it was held against
  std::string data{};                    // JSON
  std::optional<std::string> sending{};  // by which it is known when it comes again (sending.hpp)
};

// In tables of the extension `data`, which are durable when it has written.
template <class Db>
class observation_store {
 public:
  static constexpr std::int64_t newest = std::numeric_limits<std::int64_t>::max();

  explicit observation_store(Db in) : in_(in) {}

  // What a row takes beside its texts, about.
  static constexpr std::size_t bytes_of_a_row = 100;

  // Before anything else. What all take together is counted by triggers, in the transaction that changes it.
  void prepare() {
    in_.migrate(
        {"CREATE TABLE observations (id INTEGER PRIMARY KEY AUTOINCREMENT, form TEXT NOT NULL, "
         "form_version TEXT NOT NULL, received_at TEXT NOT NULL, actor TEXT, data TEXT NOT NULL)",
         "CREATE INDEX observations_by_form ON observations (form, id)",
         "CREATE TABLE observations_size (bytes INTEGER NOT NULL)",
         "INSERT INTO observations_size SELECT coalesce(sum(100 + length(CAST(form AS BLOB)) + "
         "length(CAST(form_version AS BLOB)) + "
         "length(CAST(received_at AS BLOB)) + coalesce(length(CAST(actor AS BLOB)), 0) + "
         "length(CAST(data AS BLOB))), 0) FROM observations",
         "CREATE TRIGGER observations_grow AFTER INSERT ON observations BEGIN UPDATE observations_size SET "
         "bytes = bytes + 100 + length(CAST(NEW.form AS BLOB)) + length(CAST(NEW.form_version AS BLOB)) + "
         "length(CAST(NEW.received_at AS BLOB)) + coalesce(length(CAST(NEW.actor AS BLOB)), 0) + "
         "length(CAST(NEW.data AS BLOB)); END",
         "CREATE TRIGGER observations_shrink AFTER DELETE ON observations BEGIN UPDATE observations_size SET "
         "bytes = bytes - (100 + length(CAST(OLD.form AS BLOB)) + length(CAST(OLD.form_version AS BLOB)) + "
         "length(CAST(OLD.received_at AS BLOB)) + coalesce(length(CAST(OLD.actor AS BLOB)), 0) + "
         "length(CAST(OLD.data AS BLOB))); END",
         "ALTER TABLE observations ADD COLUMN sending TEXT",
         "CREATE UNIQUE INDEX observations_by_sending ON observations (form, sending) WHERE sending IS NOT NULL"});
  }
  // False, and it is not kept: all together would take more than `most` bytes. What is known to have come is kept once.
  [[nodiscard]] bool keep(std::string_view form, const observation& one, std::uint64_t most) {
    const std::size_t bytes = bytes_of_a_row + form.size() + one.form_version.size() + one.received_at.size() +
                              (one.actor ? one.actor->size() : 0) + one.data.size();
    if (bytes > most) return false;
    const std::uint64_t room = std::min<std::uint64_t>(most - bytes, std::numeric_limits<std::int64_t>::max());
    return in_.write(
                  "INSERT INTO observations (form, form_version, received_at, actor, data, sending) "
                  "SELECT ?, ?, ?, ?, ?, ? WHERE (SELECT bytes FROM observations_size) <= ? ON CONFLICT DO NOTHING",
                  form, one.form_version, one.received_at, one.actor, one.data, one.sending,
                  static_cast<std::int64_t>(room))
                   .changed == 1 ||
           (one.sending && has(form, *one.sending));
  }
  [[nodiscard]] bool has(std::string_view form, const std::string& sending) const {
    return !in_.read("SELECT id FROM observations WHERE form = ? AND sending = ?", form, sending).empty();
  }
  // The newest first, those before `before`.
  [[nodiscard]] std::vector<observation> latest(std::string_view form, std::int64_t before, int most) const {
    return in_.read(
        "SELECT id, received_at, actor, form_version, data FROM observations WHERE form = ? AND id < ? "
        "ORDER BY id DESC LIMIT ?",
        form, before, most);
  }
  // None where there is none of that form.
  [[nodiscard]] std::optional<observation> find(std::string_view form, std::int64_t id) const {
    return in_.read("SELECT id, received_at, actor, form_version, data FROM observations WHERE form = ? AND id = ?",
                    form, id);
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
