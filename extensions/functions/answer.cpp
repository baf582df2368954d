#include "answer.hpp"

#include <algorithm>
#include <cstddef>
#include <exception>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "arguments.hpp"
#include "negotiation.hpp"
#include "refusal.hpp"
#include "tenon/call/rows_named.hpp"
#include "tenon/json/write.hpp"
#include "tenon/web/failure.hpp"
#include "tenon/word/attempt.hpp"
#include "tenon/word/error.hpp"
#include "tenon/word/function_rights.hpp"

namespace tenon_functions {

namespace {

using tenon::call::function_door;
using tenon::call::function_row;

// The query goes before the header.
std::string version_asked(const tenon::request& request) {
  if (!request.query.empty())
    for (const auto& [key, value] : pairs_of(request.query))
      if (key == "xeto-version") return value;
  return std::string(request.header("Xeto-Version").value_or(version));
}

tenon::response several_found(const function_door& door, std::string_view name, std::span<const std::size_t> rows) {
  std::vector<std::string> candidates;
  for (std::size_t row : rows) candidates.push_back(tenon::call::whole_name(door.rows[row]));
  return ambiguous_function(name, candidates);
}

struct call_by_request {
  const tenon::request& request;
  verdict arguments{};
  std::string result = "null";

  static bool read(void* self, const tenon::reflect::slot& place, void* arguments) {
    call_by_request& own = *static_cast<call_by_request*>(self);
    own.arguments = own.request.method == tenon::method::post ? read_body(own.request.body, place, arguments)
                                                              : read_query(own.request.query, place, arguments);
    return own.arguments.good();
  }
  static void write(void* self, const tenon::reflect::slot& place, const void* result) {
    static_cast<call_by_request*>(self)->result = tenon::json::written(place, result, tenon::json::camel_case);
  }
};

tenon::response called(const function_door& door, std::size_t row, const tenon::request& request) {
  call_by_request one{request};
  if (!door.call(row, {&one, &call_by_request::read, &call_by_request::write}))
    return unavailable(door.rows[row].extension);
  if (one.arguments.good()) return versioned(tenon::web::uncached(tenon::response::json(std::move(one.result))));
  return invalid_arguments(one.arguments.whole.empty() ? "Invalid arguments" : one.arguments.whole,
                           one.arguments.wrong);
}

// As web::answer_failure has it.
void log_failure(const tenon::log& log, std::string_view what, const tenon::error& failure) {
  const bool is_servers = failure.status() >= 500;
  if (!is_servers && (!failure.cause() || !log.shows(tenon::log_level::debug))) return;
  std::string line(what);
  line.append(" failed: ").append(failure.message());
  if (!failure.debug().empty()) line.append(", debug ").append(failure.debug());
  if (failure.cause()) line.append(", caused by: ").append(tenon::message_of(failure.cause()));
  is_servers ? log.error(line) : log.debug(line);
}

}  // namespace

tenon::response answer(const function_door& door, std::string_view name, std::span<const std::size_t> rows,
                       const tenon::request& request, const tenon::passport& who, const tenon::log& log) {
  if (const std::string asked = version_asked(request); asked != version) return unsupported_version(asked);
  if (rows.empty()) return unknown_function(name, tenon::call::nearest_function(door.rows, name));
  if (rows.size() > 1) return several_found(door, name, rows);
  const function_row& wanted = door.rows[rows[0]];
  const bool reads = request.method == tenon::method::get || request.method == tenon::method::head;
  if (!reads && request.method != tenon::method::post) return not_implemented(request.method_name);
  if (reads && !wanted.no_side_effects) return method_not_allowed(name);
  if (const std::string_view right = tenon::missing_right(who, wanted); !right.empty())
    return not_permitted(right, name);
  if (!reads && !is_json_sent(request)) return unsupported_type(request.header("Content-Type").value_or(""));
  if (!is_json_accepted(request)) return not_acceptable();
  if (!door.is_available(rows[0])) return unavailable(wanted.extension);
  tenon::response out;
  tenon::attempt([&] { out = called(door, rows[0], request); },
                 [&] { out = failure_answer(log, tenon::call::whole_name(wanted)); });
  return out;
}

bool never_blocks(const function_door& door, std::span<const std::size_t> rows) {
  return std::ranges::all_of(rows, [&](std::size_t row) { return door.rows[row].never_blocks; });
}

tenon::response failure_answer(const tenon::log& log, std::string_view what) {
  try {
    throw;
  } catch (const tenon::error& failure) {
    log_failure(log, what, failure);
    return failed(failure);
  } catch (...) {
    const tenon::error failure(tenon::error_type::unknown, {.cause = std::current_exception()});
    log_failure(log, what, failure);
    return failed(failure);
  }
}

}  // namespace tenon_functions
