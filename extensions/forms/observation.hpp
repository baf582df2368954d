// What was sent, as it is kept.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "uploads.hpp"

namespace tenon_forms {

struct observation {
  std::int64_t id = 0;  // of two the later has the greater one
  std::string received_at{};
  std::optional<std::string> actor{};    // the id of who sent it, where that is known
  std::string form_version{};            // changes with the schema that it was held against
  std::string data{};                    // JSON
  std::optional<std::string> sending{};  // by which it is known when it comes again (sending.hpp)
};

// A file that was sent with one.
struct kept_file {
  std::string id{}, name{}, type{};
  std::int64_t size = 0;
};

// In tables of the extension `data`, which are durable when it has written.
template <class Db>
class observation_store {
 public:
  static constexpr std::int64_t newest = std::numeric_limits<std::int64_t>::max();

  explicit observation_store(Db in) : in_(in) {}

  // What a row takes beside its texts, about.
  static constexpr std::size_t bytes_of_a_row = 100;

  // Of a file beside its name and its bytes, about; and how much of it one row holds.
  static constexpr std::size_t bytes_of_a_file = 200, bytes_of_a_piece = std::size_t{256} << 10U;

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
         "CREATE UNIQUE INDEX observations_by_sending ON observations (form, sending) WHERE sending IS NOT NULL",
         "CREATE TABLE observation_files (id TEXT PRIMARY KEY, observation INTEGER NOT NULL, name TEXT NOT NULL, "
         "type TEXT NOT NULL, size INTEGER NOT NULL, sha256 TEXT NOT NULL)",
         "CREATE INDEX observation_files_by_observation ON observation_files (observation)",
         "CREATE TABLE observation_file_pieces (file TEXT NOT NULL, number INTEGER NOT NULL, bytes BLOB NOT NULL, "
         "PRIMARY KEY (file, number))",
         "CREATE TRIGGER observation_files_grow AFTER INSERT ON observation_files BEGIN UPDATE observations_size SET "
         "bytes = bytes + 200 + length(CAST(NEW.name AS BLOB)) + NEW.size; END",
         "CREATE TRIGGER observation_files_shrink AFTER DELETE ON observation_files BEGIN UPDATE observations_size SET "
         "bytes = bytes - (200 + length(CAST(OLD.name AS BLOB)) + OLD.size); "
         "DELETE FROM observation_file_pieces WHERE file = OLD.id; END",
         "CREATE TRIGGER observation_files_go AFTER DELETE ON observations BEGIN "
         "DELETE FROM observation_files WHERE observation = OLD.id; END"});
  }
  // False, and it is not kept: all together would take more than `most` bytes. What is known to have come is kept once.
  // It is kept whole, with its files, or not at all.
  [[nodiscard]] bool keep(std::string_view form, const observation& one, std::span<const upload> files,
                          std::uint64_t most) {
    std::uint64_t bytes = bytes_of_a_row + form.size() + one.form_version.size() + one.received_at.size() +
                          (one.actor ? one.actor->size() : 0) + one.data.size();
    for (const upload& file : files) bytes += bytes_of_a_file + file.name.size() + file.bytes.size();
    if (bytes > most) return false;
    const auto room =
        static_cast<std::int64_t>(std::min<std::uint64_t>(most - bytes, std::numeric_limits<std::int64_t>::max()));
    bool is_kept = false;
    // Those without files wait for the disk together.
    if (files.empty())
      is_kept = add(in_, form, one, room).changed == 1;
    else
      in_.batch([&](auto& all) {
        const auto added = add(all, form, one, room);
        is_kept = added.changed == 1;
        for (const upload& file : files)
          if (is_kept) add_file(all, added.insert_id, file);
      });
    return is_kept || (one.sending && has(form, *one.sending));
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

  // In the order in which they came.
  [[nodiscard]] std::vector<kept_file> files_of(std::int64_t observation) const {
    return in_.read("SELECT id, name, type, size FROM observation_files WHERE observation = ? ORDER BY rowid",
                    observation);
  }
  // None where that observation of that form has no such file.
  [[nodiscard]] std::optional<kept_file> find_file(std::string_view form, std::int64_t observation,
                                                   std::string_view id) const {
    return in_.read(
        "SELECT f.id, f.name, f.type, f.size FROM observation_files f JOIN observations o ON o.id = f.observation "
        "WHERE o.form = ? AND o.id = ? AND f.id = ?",
        form, observation, id);
  }
  // As hexadecimal digits, for what is read is a text. None: it is gone.
  [[nodiscard]] std::optional<std::string> piece_of_file(std::string_view id, std::int64_t number) const {
    return in_.read("SELECT hex(bytes) FROM observation_file_pieces WHERE file = ? AND number = ?", id, number);
  }

 private:
  template <class Writer>
  static auto add(Writer& to, std::string_view form, const observation& one, std::int64_t room) {
    return to.write(
        "INSERT INTO observations (form, form_version, received_at, actor, data, sending) "
        "SELECT ?, ?, ?, ?, ?, ? WHERE (SELECT bytes FROM observations_size) <= ? ON CONFLICT DO NOTHING",
        form, one.form_version, one.received_at, one.actor, one.data, one.sending, room);
  }
  template <class Writer>
  static void add_file(Writer& to, std::int64_t observation, const upload& file) {
    to.write("INSERT INTO observation_files (id, observation, name, type, size, sha256) VALUES (?, ?, ?, ?, ?, ?)",
             file.id, observation, file.name, file.type, file.bytes.size(), file.sha256);
    for (std::size_t at = 0; at < file.bytes.size(); at += bytes_of_a_piece)
      to.write("INSERT INTO observation_file_pieces (file, number, bytes) VALUES (?, ?, CAST(? AS BLOB))", file.id,
               at / bytes_of_a_piece, file.bytes.substr(at, bytes_of_a_piece));
  }

  Db in_;
};

}  // namespace tenon_forms
