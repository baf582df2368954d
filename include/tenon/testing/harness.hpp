// One extension in a unit test, alone: `tenon::testing::harness<greeter> on;`.
#pragma once

#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>
#include <latch>
#include <stdexcept>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

#include "tenon/app.hpp"
#include "tenon/composition/alias.hpp"
#include "tenon/composition/calling.hpp"
#include "tenon/composition/drive.hpp"
#include "tenon/composition/redirect.hpp"
#include "tenon/settings/file_store.hpp"
#include "tenon/testing/fake_clock.hpp"
#include "tenon/testing/keyboard.hpp"
#include "tenon/testing/recorded_log.hpp"
#include "tenon/testing/recorder.hpp"
#include "tenon/testing/scratch_folder.hpp"
#include "tenon/testing/settings_keeper.hpp"
#include "tenon/testing/stub.hpp"
#include "tenon/testing/tells.hpp"

namespace tenon::testing {

namespace detail {

// The name that stands for a fake; of a redirect, the name that it takes over; of an alias, none.
template <class Fake>
inline constexpr std::string_view name_of_fake = unmarked<Fake>::type::manifest.name;
template <fixed_string From, fixed_string To>
inline constexpr std::string_view name_of_fake<redirect<From, To>> = redirect<From, To>::from;
template <class Event, class Other>
inline constexpr std::string_view name_of_fake<alias<Event, Other>>{};

// The needs of X that none of the fakes meets, as indices; what is optional is not there then. `extension_impl` cannot
// be stubbed: it is an implementation or it is none, so a test brings one, marked as such.
template <class X, class... Fakes>
struct missing_needs {
  static constexpr bool is_met(const need& wanted) {
    for (std::string_view one : {std::string_view("tenon"), std::string_view(alias_name), name_of_fake<Fakes>...})
      if (one == wanted.name) return true;
    return wanted.presence == optional;
  }
  static constexpr std::size_t count = [] {
    std::size_t n = 0;
    for (const need& one : X::manifest.needs) n += !is_met(one);
    return n;
  }();
  static constexpr std::array<std::size_t, count> indices = [] {
    std::array<std::size_t, count> out{};
    std::size_t n = 0;
    for (std::size_t i = 0; i < X::manifest.needs.size(); ++i)
      if (!is_met(X::manifest.needs[i])) out[n++] = i;
    return out;
  }();

  template <class Marked, class Missing>
  struct composed;
  template <class Marked, std::size_t... Missing>
  struct composed<Marked, std::index_sequence<Missing...>> {
    using type = app<Marked, Fakes..., stub<X, indices[Missing]>..., recorder<Marked>, settings_keeper, keyboard>;
  };
};

template <class Marked, class... Fakes>
using harnessed = typename missing_needs<typename unmarked<Marked>::type, Fakes...>::template composed<
    Marked, std::make_index_sequence<missing_needs<typename unmarked<Marked>::type, Fakes...>::count>>::type;

}  // namespace detail

// A composition of the extension, of the fakes and redirects that the test brings, of stubs for whatever else is
// needed, and of a recorder, started. `Extension` may be marked with `implementation<>`. No other extension is linked.
// The data directory is a folder of its own, unless the test names one.
// One test uses it on one thread; what it records may come from any. It calls functions as the extension would:
// `on.call("helloWorld"_fn, {.subject = "Dave"})`.
template <class Extension, class... Fakes>
class harness : public calling<harness<Extension, Fakes...>, detail::harnessed<Extension, Fakes...>,
                               typename unmarked<Extension>::type> {
 public:
  using app_type = detail::harnessed<Extension, Fakes...>;
  using extension_type = typename unmarked<Extension>::type;
  using settings_type = typename app_type::settings_type;

  harness() : harness(settings_type{}) {}
  // `harness<greeter> on(greeter::settings{.greeting = "Hi"});`
  explicit harness(auto own, environment surroundings = {})
    requires HasSettings<extension_type> && std::is_same_v<decltype(own), typename extension_type::settings>
      : harness(with(std::move(own)), std::move(surroundings)) {}
  explicit harness(settings_type settings, environment surroundings = {})
      : store_(known()), app_(recorded(std::move(surroundings)), std::move(settings)), started_(app_.start()) {}

  // False: the start ended. An extension that is merely in fault says so in `status`.
  [[nodiscard]] bool started() const noexcept { return started_; }
  void stop() noexcept { app_.stop(); }
  [[nodiscard]] const status_record& status() const noexcept {
    for (std::size_t i = 0;; ++i)
      if (app_type::extensions()[i].manifest.name == extension_type::manifest.name) return app_.status_of(i);
  }

  [[nodiscard]] extension_type& extension() noexcept { return app_.template part<extension_type>(); }
  template <class Fake>
  [[nodiscard]] Fake& fake() noexcept {
    return app_.template part<Fake>();
  }
  [[nodiscard]] app_type& app() noexcept { return app_; }

  // Changes its settings as an administrator does, and returns when everything that comes of it has happened:
  // `on.change(R"({"greeting": "Hi"})")`. What is refused stands in the findings.
  settings::update change(std::string_view merge_patch)
    requires HasSettings<extension_type>
  {
    const settings::update made = store_.change(extension_type::manifest.name, merge_patch);
    app_.settle();
    return made;
  }

  // Moves the time on that its delays and periods go by, and returns when everything that has become due is done. It
  // stands still otherwise, unless the test brings a clock of its own in the environment.
  void advance(std::chrono::nanoseconds by) {
    time_.advance(by);
    app_.settle();
  }

  // Has a fake `tells<E, ...>` emit it, and gives it back with the listeners' answers in it.
  template <Event E>
  E tell(E event) {
    (tell_by<Fakes>(event), ...);
    return event;
  }
  // What was emitted, by anybody, with the answers of the extension in it.
  template <Event E>
  [[nodiscard]] std::vector<E> events() {
    return fake<recorder<Extension>>().template all<E>();
  }
  [[nodiscard]] std::vector<std::string_view> event_names() { return fake<recorder<Extension>>().names(); }
  [[nodiscard]] std::vector<log_line> logs() const { return log_.lines(); }

  // Calls it so often in each of two threads that begin together: what its handlers and listeners share shows under a
  // thread sanitizer. What a call throws ends the test program, as in any thread.
  template <class Call>
  static void from_two_threads(Call call, int times = 100) {
    std::latch both(2);
    const auto repeat = [&] {
      both.arrive_and_wait();
      for (int i = 0; i < times; ++i) call();
    };
    std::jthread other(repeat);
    repeat();
  }

  using calling<harness, app_type, extension_type>::call_as;
  // Calls a driver for somebody, where `on.call` calls it for the system:
  // `on.call_as({.passport = &quinn}, no_frills{}, greets::greet{})`.
  template <fixed_string Name, class Interface, driver_options Options, class Method>
  decltype(auto) call_as(const actor& who, driver<Name, Interface, Options>, const Method& arguments) {
    using meant = driver<Name, Interface, Options>;
    using drive = tenon::detail::drive_of<app_type, extension_type, meant, Method>;
    if constexpr (drive::fault == tenon::detail::drive_fault::none)
      return app_type::calls::template drive<typename drive::callee, meant>(app_, arguments, who);
    else
      return tenon::detail::refused_drive<app_type, extension_type, meant, Method>();
  }

  // Types a command: `on.exec("hello:say-hello", {"Dave"}).printed`. What it throws comes through.
  command_call exec(std::string_view name, const std::vector<std::string>& words = {}) {
    command_call call{.words = words};
    fake<keyboard>().find(name).run(call);
    call.words = {};
    return call;
  }
  // What the last of the words could become; none where the command completes nothing.
  [[nodiscard]] std::vector<std::string> complete(std::string_view name, const std::vector<std::string>& words) {
    const command found = fake<keyboard>().find(name);
    return found.complete ? found.complete(words) : std::vector<std::string>();
  }

  // One request, as a server would send it in. Throws where the answer does not come at once: what a handler waits for
  // is not there in a unit test.
  response send(request one) {
    exchange both;
    both.request = std::move(one);
    both.complete = [](exchange&) {};
    const door way_in = app_.door();
    if (!way_in.handle(way_in.app, both))
      throw std::logic_error("the handler waits for something: test it with a server");
    return std::move(both.response);
  }
  // The same with a token, for a `fake_identity`: `on.send_as("ada", {.target = "/lounge", .path = "/lounge"})`.
  response send_as(std::string_view token, request one) {
    const std::string value = std::string("Bearer ").append(token);
    std::vector<header> headers(one.headers.begin(), one.headers.end());
    headers.push_back({"Authorization", value});
    one.headers = headers;
    return send(std::move(one));
  }
  // `on.get("/hello?subject=Dave")`.
  response get(std::string_view target) {
    const std::string_view path = target.substr(0, target.find('?'));
    const std::string_view query = target.substr(std::min(path.size() + 1, target.size()));
    return send({.method = method::get, .target = target, .path = path, .query = query});
  }
  response post(std::string_view path, std::string_view body) {
    return send({.method = method::post, .method_name = "POST", .target = path, .path = path, .body = body});
  }

 private:
  friend class calling<harness, app_type, extension_type>;
  [[nodiscard]] app_type& app_called() const noexcept { return const_cast<app_type&>(app_); }

  static settings_type with(auto own) {
    settings_type out{};
    out.template of<extension_type>() = std::move(own);
    return out;
  }
  environment recorded(environment surroundings) {
    if (surroundings.log_sink.write == nullptr) surroundings.log_sink = log_.sink();
    if (surroundings.settings_store == nullptr) surroundings.settings_store = &store_;
    if (surroundings.clock == nullptr) surroundings.clock = &time_;
    if (surroundings.data_dir == environment().data_dir) surroundings.data_dir = folder_.path();
    return surroundings;
  }
  template <class Fake, class E>
  void tell_by(E& event) {
    if constexpr (requires(Fake& one) { one.tell(event); }) fake<Fake>().tell(event);
  }

  static std::vector<settings::known_extension> known() {
    std::vector<settings::known_extension> all;
    for (const extension_facts& one : app_type::extensions())
      all.push_back({std::string(one.manifest.name), one.implementation});
    return all;
  }

  recorded_log log_{};
  fake_clock time_{};
  scratch_folder folder_{};  // outlives the app, which may have files open there
  settings::file_store store_;
  app_type app_;
  bool started_ = false;
};

}  // namespace tenon::testing
