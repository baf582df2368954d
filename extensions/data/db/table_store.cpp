#include "table_store.hpp"

#include <chrono>
#include <cstddef>
#include <limits>
#include <vector>

#include "tenon/json/write.hpp"
#include "tenon/word/error.hpp"

namespace tenon_data {

namespace {

using tenon::sqlite::cell, tenon::sqlite::connection, tenon::sqlite::query;

[[noreturn]] void refuse(std::string message) {
  throw tenon::error(tenon::error_type::server_misconfigured, std::move(message));
}

constexpr tenon::reflect::words no_words{};  // a secret is kept as it is

constexpr tenon::sqlite::schema bookkeeping{
    "an extension's tables", 0x74656e62, 1, [](connection& on) {  // "tenb"
      on.run(
          "CREATE TABLE IF NOT EXISTS tenon_migrations (step INTEGER PRIMARY KEY, sql TEXT NOT NULL, "
          "done_at INTEGER NOT NULL)");
      on.run("PRAGMA application_id = 1952804450");
      on.run("PRAGMA user_version = 1");
    }};

std::vector<std::string> done_steps(connection& on) {
  std::vector<std::string> out;
  query all = on.select("SELECT sql FROM tenon_migrations ORDER BY step");
  while (all.next()) out.push_back(all.text(0));
  return out;
}

using tenon::reflect::as, tenon::reflect::kind, tenon::reflect::slot;

cell cell_in(const slot& place, const void* value) {
  switch (place.of->is) {
    case kind::boolean:
      return static_cast<std::int64_t>(as<tenon::reflect::boolean_type>(*place.of).get(value));
    case kind::whole:
      return as<tenon::reflect::whole_type>(*place.of).get(value);
    case kind::real:
      return as<tenon::reflect::real_type>(*place.of).get(value);
    case kind::text:
    case kind::view:
    case kind::raw:
      return std::string(as<tenon::reflect::text_type>(*place.of).get(value));
    case kind::natural: {
      const std::uint64_t number = as<tenon::reflect::natural_type>(*place.of).get(value);
      if (number > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()))
        refuse(std::to_string(number) + " is more than a number in the database can be");
      return static_cast<std::int64_t>(number);
    }
    case kind::optional: {
      const void* const inner = as<tenon::reflect::optional_type>(*place.of).get(value);
      return inner == nullptr ? cell(nullptr) : cell_in(tenon::reflect::inner_of(place), inner);
    }
    default:
      break;
  }
  // A list, a map, an aggregate; or a text in quotes, as an enumeration or a point in time has one.
  std::string text = tenon::json::written({place.of, &no_words}, value, {});
  if (text.size() >= 2 && text.front() == '"') text = text.substr(1, text.size() - 2);
  return text;
}

void append_name(std::string& to, std::string_view name) {
  to.append("\"");
  for (char c : name) to.append(c == '"' ? 2 : 1, c);
  to.append("\"");
}

}  // namespace

written insert_on(connection& on, std::string_view table, const slot& is, const void* row) {
  const auto& type = as<tenon::reflect::aggregate_type>(*is.of);
  void* places[tenon::reflect::most_places]{};
  type.places(const_cast<void*>(row), places);  // to look at
  std::string sql = "INSERT INTO ", marks;
  append_name(sql, table);
  std::vector<cell> values;
  for (std::size_t i = 0; i < type.fields.size(); ++i) {
    sql.append(i == 0 ? " (" : ", ");
    append_name(sql, type.fields[i].name);
    marks.append(i == 0 ? "?" : ", ?");
    values.push_back(cell_in(type.fields[i], places[i]));
  }
  return write_on(on, sql.append(") VALUES (").append(marks).append(")"), values);
}

rows read_on(connection& on, std::string_view sql, cells values) {
  query found = on.select(sql, values);
  if (!found.only_reads())
    refuse(std::string("this is read from the database, and would change it; write it instead: ").append(sql));
  if (found.column_count() == 0)  // BEGIN and ATTACH change nothing either, but what comes after them
    refuse(std::string("this finds no rows, so it cannot be read; for several statements at once there is db.batch: ")
               .append(sql));
  std::vector<std::string> columns;
  for (int i = 0; i < found.column_count(); ++i) columns.emplace_back(found.column_name(i));
  std::vector<std::vector<cell>> all;
  while (found.next()) {
    std::vector<cell>& one = all.emplace_back();
    for (int i = 0; i < found.column_count(); ++i) one.push_back(found.value(i));
  }
  return {std::move(columns), std::move(all)};
}

written write_on(connection& on, std::string_view sql, cells values) {
  {
    // BEGIN, COMMIT, ROLLBACK and the like: the transaction is that of others too, whose writes would go with it.
    const query it = on.select(sql, values);
    if (it.only_reads() && it.column_count() == 0)
      refuse(std::string("this writes nothing; for several statements at once there is db.batch: ").append(sql));
  }
  const int changed = on.run(sql, values);
  return {on.last_insert_id(), changed};
}

void table_store::migrate(std::span<const tenon::literal> steps) {
  opened().write([&](connection& on) {
    const std::vector<std::string> done = done_steps(on);
    if (done.size() > steps.size())
      refuse(path_ + " was written by a later version: " + std::to_string(done.size()) +
             " steps of its migration are done, and " + std::to_string(steps.size()) +
             " are known here. Run that version.");
    for (std::size_t i = 0; i < steps.size(); ++i) {
      if (i < done.size()) {
        if (done[i] != steps[i].view())
          refuse("step " + std::to_string(i + 1) + " of the migration of " + path_ +
                 " has been changed since it was done. Add another step, and write this one as it was: " + done[i]);
        continue;
      }
      on.run(steps[i].view(), cells());
      const auto now =
          std::chrono::duration_cast<std::chrono::seconds>(std::chrono::system_clock::now().time_since_epoch());
      on.run("INSERT INTO tenon_migrations VALUES (?, ?, ?)", static_cast<std::int64_t>(i + 1), steps[i].view(),
             std::int64_t{now.count()});
    }
  });
}

tenon::sqlite::database& table_store::opened() {
  const std::lock_guard lock(mutex_);
  if (!is_open_) {
    database_.open(path_, bookkeeping, {.readers = 4});
    is_open_ = true;
  }
  return database_;
}

void table_store::close() noexcept {
  const std::lock_guard lock(mutex_);
  database_.close();
  is_open_ = false;
}

}  // namespace tenon_data
