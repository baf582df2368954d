#include "driver_call.hpp"

#include <chrono>
#include <cstddef>
#include <exception>
#include <optional>
#include <utility>

#include "arguments.hpp"
#include "refusal.hpp"
#include "tenon/call/caller.hpp"
#include "tenon/json/quoted.hpp"
#include "tenon/json/write.hpp"
#include "tenon/web/failure.hpp"
#include "tenon/word/attempt.hpp"
#include "tenon/word/error.hpp"

namespace tenon_drivers {

namespace {

using driver = driver_registry::driver;

struct call_of_client {
  const surroundings& here;
  const wanted_call& wanted;
  const tenon::passport& who;
  const driver& called;
  std::size_t method;
  std::optional<api_error> refusal{};
  bool failed = false;
  std::string result = "null";
  std::optional<tenon::response> stream{};

  [[nodiscard]] call_names names() const { return {called.row.of.name, called.row.of.methods[method].name}; }
  static bool read(void* self, const tenon::reflect::slot&, void* arguments) {
    call_of_client& own = *static_cast<call_of_client*>(self);
    const auto& row = own.called.row.of.methods[own.method];
    own.refusal = read_arguments(own.wanted, own.names(), row, arguments);
    const usage::caller caller{own.who.user.id, own.who.app};
    if (!own.refusal && !own.here.used.admit(caller, own.called.row, own.method, own.here.now))
      own.refusal = rate_limit_exceeded(own.names(), own.called.row.most_calls, own.called.row.within_seconds);
    return !own.refusal;
  }
  static void write(void* self, const tenon::reflect::slot& place, const void* result) {
    static_cast<call_of_client*>(self)->result = tenon::json::written(place, result, tenon::json::camel_case);
  }
  static void send(void* self, tenon::streamed result) {
    static_cast<call_of_client*>(self)->stream =
        tenon::web::uncached(tenon::response::in_pieces(result.content_type, std::move(result.body)));
  }
};

tenon::response success(const tenon::call::driver_row& of, std::string_view result) {
  std::string body = R"({"success":true,"service":{"name":)";
  tenon::json::write_string(of.name, body);
  body.append(R"(,"version":)");
  tenon::json::write_string(of.version, body);
  body.append(R"(},"result":)").append(result).append(R"(,"metadata":{}})");
  return tenon::web::uncached(tenon::response::json(std::move(body)));
}

tenon::response called(call_of_client& one) {
  const tenon::actor who{.passport = &one.who};
  if (!one.called.call(one.method, {&one, &call_of_client::read, &call_of_client::write, &call_of_client::send, who})) {
    one.failed = true;
    return in_envelope(driver_unavailable(one.called.row.name, one.called.row.extension));
  }
  one.failed = one.refusal.has_value();
  if (one.stream) return *std::move(one.stream);
  return one.refusal ? in_envelope(*one.refusal) : success(one.called.row, one.result);
}

// As web::answer_failure has it.
void log_failure(const call_of_client& one, const tenon::error& failure) {
  const bool is_servers = failure.status() >= 500;
  if (!is_servers && (!failure.cause() || !one.here.log.shows(tenon::log_level::debug))) return;
  std::string line("driver ");
  line.append(one.called.row.name).append(" of ").append(one.names().interface).append(": ");
  line.append(one.names().method).append(" failed: ").append(to_string(failure.type())).append(": ");
  line.append(failure.message());
  if (!failure.data().empty()) line.append(", data ").append(failure.data());
  if (!failure.debug().empty()) line.append(", debug ").append(failure.debug());
  if (failure.cause()) line.append(", caused by: ").append(tenon::message_of(failure.cause()));
  is_servers ? one.here.log.error(line) : one.here.log.debug(line);
}

// While what the driver threw is handled.
tenon::response failure_of(const call_of_client& one) {
  try {
    throw;
  } catch (const tenon::error& failure) {
    log_failure(one, failure);
    return in_envelope(failure);
  } catch (...) {
    const tenon::error failure(tenon::error_type::unknown, {.cause = std::current_exception()});
    log_failure(one, failure);
    return in_envelope(failure);
  }
}

// What is wrong with the arguments, where nobody is there who would read them.
std::optional<api_error> wrong_arguments(const wanted_call& wanted, const call_names& of,
                                         const tenon::call::method_row& method) {
  struct reading {
    const wanted_call& wanted;
    const call_names& of;
    const tenon::call::method_row& method;
    std::optional<api_error> problem{};
    static void visit(void* self, const void* arguments) {
      reading& own = *static_cast<reading*>(self);
      own.problem = read_arguments(own.wanted, own.of, own.method,
                                   const_cast<void*>(arguments));  // made for this call, and no constant
    }
  } one{wanted, of, method};
  method.with_defaults(&one, &reading::visit);
  return one.problem;
}

}  // namespace

answered_call answer(const surroundings& here, const wanted_call& wanted, const tenon::passport& who) {
  const auto* interface = here.drivers.find(wanted.interface);
  if (interface == nullptr) {
    api_error problem = interface_not_found(wanted.interface, here.drivers.nearest(wanted.interface));
    if (wanted.interface.empty()) problem.message.append(meant_by("interface", wanted.passed_over));
    return {in_envelope(problem)};
  }
  const call_names names{interface->row.name, wanted.method};
  const std::optional<std::size_t> method = interface->method(wanted.method);
  if (!method) {
    api_error problem = method_not_found(names, interface->method_names());
    if (wanted.method.empty()) problem.message.append(meant_by("method", wanted.passed_over));
    return {in_envelope(problem)};
  }
  const driver* const meant = interface->meant_by(wanted.driver);
  const bool allowed = meant != nullptr && here.rights.allow(who, meant->row);
  if (!allowed || !meant->runs()) {
    if (std::optional<api_error> wrong = wrong_arguments(wanted, names, interface->row.methods[*method]))
      return {in_envelope(*wrong)};
    if (meant == nullptr)
      return {in_envelope(no_implementation_available(
          interface->row.name, wanted.driver.empty() ? interface->row.name : std::string_view(wanted.driver),
          interface->nearest_driver(wanted.driver)))};
    return {in_envelope(allowed ? driver_unavailable(meant->row.name, meant->row.extension)
                                : forbidden(permission_of(meant->row), grants::lacks_scope(who)))};
  }
  call_of_client one{here, wanted, who, *meant, *method};
  answered_call out;
  const auto began = std::chrono::steady_clock::now();
  tenon::attempt([&] { out.response = called(one); },
                 [&] {
                   one.failed = true;
                   out.response = failure_of(one);
                 });
  out.told = {.interface = std::string(names.interface),
              .driver = std::string(meant->row.name),
              .method = std::string(one.names().method),
              .extension = std::string(meant->row.extension),
              .failed = one.failed,
              .took = std::chrono::steady_clock::now() - began};
  return out;
}

}  // namespace tenon_drivers
