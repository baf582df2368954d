#include "tenon/sqlite/connection.hpp"

#include <sqlite3.h>

#include <stdexcept>
#include <variant>

#include "tenon/sqlite/database_error.hpp"
#include "tenon/word/error.hpp"

namespace tenon::sqlite {

void close_connection::operator()(sqlite3* handle) const noexcept { sqlite3_close_v2(handle); }
void finalize_statement::operator()(sqlite3_stmt* handle) const noexcept { sqlite3_finalize(handle); }

query::query(const connection& on, sqlite3_stmt* prepared, std::span<const cell> values)
    : on_(on), prepared_(prepared) {
  const int places = sqlite3_bind_parameter_count(prepared);
  if (static_cast<std::size_t>(places) != values.size())
    throw error(error_type::server_misconfigured, std::string("the statement has ")
                                                      .append(std::to_string(places))
                                                      .append(" places for values, and is given ")
                                                      .append(std::to_string(values.size()))
                                                      .append(": ")
                                                      .append(sqlite3_sql(prepared)));
  int index = 0;
  for (const cell& one : values) {
    ++index;
    if (const auto* text = std::get_if<std::string>(&one))
      bind(index, std::string_view(*text));
    else if (const auto* whole = std::get_if<std::int64_t>(&one))
      bind(index, *whole);
    else if (const auto* real = std::get_if<double>(&one))
      bind(index, *real);
    else
      bind(index, std::nullopt);
  }
}

query::~query() {
  sqlite3_reset(prepared_);
  sqlite3_clear_bindings(prepared_);
}

void query::bind(int index, std::string_view text) {
  // SQLite takes a null pointer for NULL, which an empty view may hold.
  const char* begin = text.data() == nullptr ? "" : text.data();
  const int code = sqlite3_bind_text64(prepared_, index, begin, text.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
  if (code != SQLITE_OK) on_.fail(code);
}

void query::bind_whole(int index, std::int64_t number) {
  const int code = sqlite3_bind_int64(prepared_, index, number);
  if (code != SQLITE_OK) on_.fail(code);
}

void query::bind_real(int index, double number) {
  const int code = sqlite3_bind_double(prepared_, index, number);
  if (code != SQLITE_OK) on_.fail(code);
}

void query::bind(int index, std::nullopt_t) {
  const int code = sqlite3_bind_null(prepared_, index);
  if (code != SQLITE_OK) on_.fail(code);
}

bool query::next() {
  const int code = sqlite3_step(prepared_);
  if (code == SQLITE_ROW) return true;
  if (code != SQLITE_DONE) on_.fail(code);
  return false;
}

std::string query::text(int column) const { return std::string(view(column)); }

std::string_view query::view(int column) const {
  const void* begin = sqlite3_column_text(prepared_, column);
  const auto size = static_cast<std::size_t>(sqlite3_column_bytes(prepared_, column));
  return begin == nullptr ? std::string_view() : std::string_view(static_cast<const char*>(begin), size);
}

bool query::is_null(int column) const { return sqlite3_column_type(prepared_, column) == SQLITE_NULL; }

std::int64_t query::number(int column) const { return sqlite3_column_int64(prepared_, column); }

int query::column_count() const noexcept { return sqlite3_column_count(prepared_); }

std::string_view query::column_name(int column) const { return sqlite3_column_name(prepared_, column); }

cell query::value(int column) const {
  switch (sqlite3_column_type(prepared_, column)) {
    case SQLITE_INTEGER:
      return number(column);
    case SQLITE_FLOAT:
      return sqlite3_column_double(prepared_, column);
    case SQLITE_TEXT:
      return text(column);
    case SQLITE_NULL:
      return nullptr;
    default:
      throw error(error_type::server_misconfigured,
                  std::string("the column ").append(column_name(column)).append(" holds bytes that are no text"));
  }
}

bool query::only_reads() const noexcept { return sqlite3_stmt_readonly(prepared_) != 0; }

connection::connection(std::string path, int busy_milliseconds) : path_(std::move(path)) {
  sqlite3* opened = nullptr;
  const int code = sqlite3_open_v2(path_.c_str(), &opened, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nullptr);
  handle_.reset(opened);
  if (code != SQLITE_OK) fail(code);
  sqlite3_extended_result_codes(opened, 1);
  sqlite3_busy_timeout(opened, busy_milliseconds);
}

sqlite3_stmt* connection::prepared(std::string_view sql) {
  auto& slot = statements_[sql.data()];
  if (!slot) slot = prepare(sql);
  if (sqlite3_stmt_busy(slot.get()) != 0) throw std::logic_error("the statement is still running: " + std::string(sql));
  return slot.get();
}

sqlite3_stmt* connection::prepared_by_text(std::string_view sql) {
  auto found = statements_by_text_.find(sql);
  if (found == statements_by_text_.end()) found = statements_by_text_.try_emplace(std::string(sql), prepare(sql)).first;
  if (sqlite3_stmt_busy(found->second.get()) != 0)
    throw std::logic_error("the statement is still running: " + std::string(sql));
  return found->second.get();
}

std::unique_ptr<sqlite3_stmt, finalize_statement> connection::prepare(std::string_view sql) const {
  sqlite3_stmt* made = nullptr;
  const char* rest = nullptr;
  const int code = sqlite3_prepare_v3(handle_.get(), sql.data(), static_cast<int>(sql.size()),
                                      SQLITE_PREPARE_PERSISTENT, &made, &rest);
  std::unique_ptr<sqlite3_stmt, finalize_statement> out(made);
  if (code != SQLITE_OK) fail(code);
  const std::string_view left(rest, static_cast<std::size_t>(sql.data() + sql.size() - rest));
  if (!out || left.find_first_not_of("; \t\r\n") != std::string_view::npos)
    throw error(error_type::server_misconfigured,
                std::string(out ? "this is more than one statement, of which only the first would be done: "
                                : "this is no statement: ")
                    .append(sql));
  return out;
}

int connection::run(std::string_view own_sql, std::span<const cell> values) {
  {
    query all = select(own_sql, values);
    while (all.next()) {
    }
  }
  return changed();
}

std::int64_t connection::last_insert_id() const noexcept { return sqlite3_last_insert_rowid(handle_.get()); }

int connection::changed() const noexcept { return sqlite3_changes(handle_.get()); }

void connection::roll_back_if_open() noexcept {
  if (is_in_transaction()) sqlite3_exec(handle_.get(), "ROLLBACK", nullptr, nullptr, nullptr);
}

bool connection::is_in_transaction() const noexcept { return sqlite3_get_autocommit(handle_.get()) == 0; }

bool connection::is_read_only() const noexcept { return sqlite3_db_readonly(handle_.get(), "main") == 1; }

bool connection::has_moved() const noexcept {
  int moved = 0;
  return sqlite3_file_control(handle_.get(), "main", SQLITE_FCNTL_HAS_MOVED, &moved) == SQLITE_OK && moved != 0;
}

bool connection::was_busy() const noexcept { return (sqlite3_errcode(handle_.get()) & 0xff) == SQLITE_BUSY; }

void connection::fail(int sqlite_code) const {
  throw_database_error(sqlite_code, handle_ ? sqlite3_errmsg(handle_.get()) : sqlite3_errstr(sqlite_code), path_);
}

}  // namespace tenon::sqlite
