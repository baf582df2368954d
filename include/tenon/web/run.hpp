// From a row of the table into a handler, and back with an answer. Keyed by the host, the extension and what is served:
// no name in here holds a list of extensions.
#pragma once

#include <memory>
#include <optional>
#include <string_view>
#include <type_traits>
#include <utility>

#include "tenon/web/captures.hpp"
#include "tenon/web/converse.hpp"
#include "tenon/web/failure.hpp"
#include "tenon/web/forwarding.hpp"
#include "tenon/web/identified.hpp"
#include "tenon/web/limiting.hpp"
#include "tenon/web/middleware.hpp"
#include "tenon/web/pending.hpp"
#include "tenon/web/refusal.hpp"
#include "tenon/web/served.hpp"
#include "tenon/web/visit.hpp"
#include "tenon/word/attempt.hpp"
#include "tenon/word/exchange.hpp"
#include "tenon/word/forward.hpp"
#include "tenon/word/task.hpp"
#include "tenon/word/waiting.hpp"

namespace tenon::web {

template <class Host>
struct table;

template <class Host, class X, class Served>
class run_served {
  using context_type = decltype(Host::template context<X>(nullptr));
  using answer_type = typename Served::template answer<X, context_type>;

  static auto enter([[maybe_unused]] void* app) noexcept {
    if constexpr (requires { Host::template enter<X>(app); })
      return Host::template enter<X>(app);
    else
      return plain_visit(true);
  }
  using visit_type = decltype(enter(nullptr));

 public:
  static bool run(void* app, exchange& one, const captures& found) noexcept {
    if constexpr (!Served::terms.subdomain.empty())
      if (!is_for_subdomain(one.request, Served::terms.subdomain)) return table<Host>::handle_narrowed(app, one);
    visit_type visit = enter(app);
    if (!visit.is_admitted()) [[unlikely]] {
      refuse_unavailable(one, X::manifest.name);
      return true;
    }
    if constexpr (Served::terms.body_limit != 0)
      if (one.request.body.size() > Served::terms.body_limit) {
        refuse_large_body(one, Served::terms.body_limit);
        return true;
      }
    if constexpr (!asks_who)
      if (is_one_too_many(app, one, nullptr)) return true;
    if constexpr (Served::template is_mounted<X>) set_mount(one.request);
    const Served served = Served::from(found);
    if constexpr (is_forward<answer_type>) {
      std::string_view whose;
      if (!forwarded(app, one, served, whose)) return true;
      return whose.empty() ? table<Host>::handle(app, one) : table<Host>::handle_narrowed(app, one, whose);
    } else if constexpr (is_task<answer_type>) {
      return wait(app, one, served, std::move(visit));
    } else {
      // The handler of a route that asks who may block, as the look at who it is may; who has to be refused is refused
      // here, and who is known here is not looked for again.
      known_type who{};
      if constexpr (asks_who)
        if (one.request.loop != nullptr && is_refused_at_once(app, one, who)) return true;
      if constexpr (Served::blocking || asks_who)
        if (one.request.loop != nullptr) return offload(app, one, served, std::move(visit), std::move(who));
      answer(app, one, served, visit, who);
      stay_with_pieces(one, visit);
      return true;
    }
  }

 private:
  static constexpr bool asks_who = Served::terms.asks_who();
  static constexpr bool converses = Served::terms.web_socket;
  using chain = detail::chain_of<context_type, typename detail::middleware_of<Served>::type>;
  // What stands for it where requests are counted.
  static constexpr char counted_as = 0;

  // True: and it is answered.
  static bool is_one_too_many([[maybe_unused]] void* app, [[maybe_unused]] exchange& one,
                              [[maybe_unused]] const passport* who) noexcept {
    bool out = false;
    if constexpr (Served::terms.most_calls != 0)
      attempt(
          [&] { out = refuse_one_too_many(one, Host::limits(app), &counted_as, who, Served::terms, Host::now(app)); },
          [&] {
            out = true;
            fail(app, one);
          });
    return out;
  }
  using known_type = typename detail::known_caller<asks_who, context_type>::type;
  // What fails here is looked for in full, and fails there.
  static known_type known_at_once(void* app, exchange& one) noexcept {
    known_type who{};
    auto ctx = Host::template context<X>(app);
    attempt([&] { who = identified_at_once(ctx, one.request); }, [] {});
    return who;
  }

  // Who writes an answer in pieces is inside until the last.
  static void stay_with_pieces(exchange& one, [[maybe_unused]] visit_type& visit) noexcept {
    if constexpr (!std::is_trivially_destructible_v<visit_type>)
      if (one.response.more != nullptr)
        attempt(
            [&] {
              one.response.more->stay_with(
                  std::make_shared<const visit_type>(std::move(visit)),
                  [](const void* host) noexcept { return static_cast<const visit_type*>(host)->is_welcome(); });
            },
            [&] { one.response = internal_error(); });
  }
  static void fail(void* app, exchange& one) noexcept {
    answer_failure(one, Host::template log<X>(app), Host::debug(app), shape_of_failures(Served::terms));
  }

  // True: and it is answered. Who may not is counted too, so that guessing has an end.
  static bool may_not(void* app, exchange& one, const auto& who) {
    const bool refused = is_refused(Served::terms, who, one);
    return is_one_too_many(app, one, who.passport.get()) || refused;
  }
  static bool is_refused_at_once(void* app, exchange& one, known_type& who) noexcept {
    bool out = false;
    attempt(
        [&] {
          who = known_at_once(app, one);
          // Whoever may is counted when the handler is entered.
          out = who && is_refused(Served::terms, *who, one);
          if (out) static_cast<void>(is_one_too_many(app, one, who->passport.get()));
        },
        [&] {
          out = true;
          fail(app, one);
        });
    return out;
  }

  // A conversation takes the visit over.
  static void answer(void* app, exchange& one, const Served& served, [[maybe_unused]] visit_type& visit,
                     [[maybe_unused]] known_type& at_once) noexcept {
    auto ctx = Host::template context<X>(app);
    if constexpr (asks_who) {
      attempt(
          [&] {
            auto who = at_once ? *std::move(at_once) : identified(ctx, one.request);
            if (may_not(app, one, who)) return;
            const known_meanwhile known(one, who.passport.get());
            if constexpr (converses)
              one.response = talked(app, one, served, ctx, visit, who);
            else
              one.response = handled(app, one, served, ctx);
          },
          [&] { fail(app, one); });
    } else if constexpr (converses) {
      attempt(
          [&] {
            unknown_caller nobody;
            one.response = talked(app, one, served, ctx, visit, nobody);
          },
          [&] { fail(app, one); });
    } else if constexpr (Served::template never_throws<X, context_type> && chain::is_empty) {
      one.response = served.call(Host::template extension<X>(app), one.request, ctx);
    } else {
      attempt([&] { one.response = handled(app, one, served, ctx); }, [&] { fail(app, one); });
    }
    if constexpr (converses)
      if (one.response.status != 101) one.next.reset();  // what stands in between has answered otherwise
  }
  // Once everything has been asked that the route asks for.
  static auto handled(void* app, exchange& one, const Served& served, context_type& ctx) {
    X& extension = Host::template extension<X>(app);
    return passed_through(one, ctx, [&extension, &one, &served, &ctx] {  //
      return served.call(extension, one.request, ctx);
    });
  }
  static response talked(void* app, exchange& one, const Served& served, context_type& ctx, visit_type& visit,
                         auto& who) {
    return passed_through(one, ctx, [&] {
      return converse(Host::template extension<X>(app), Host::template log<X>(app), one, served, ctx, visit, who);
    });
  }
  static auto passed_through(exchange& one, context_type& ctx, auto call) {
    if constexpr (chain::is_empty)
      return call();
    else if constexpr (is_task<answer_type>)
      return chain::type::run_task(one.request, ctx, call);
    else
      return chain::type::run(one.request, ctx, call);
  }
  // False: it is answered.
  static bool forwarded(void* app, exchange& one, const Served& served, std::string_view& whose) noexcept {
    bool goes_on = false;
    auto ctx = Host::template context<X>(app);
    attempt(
        [&] {
          forward to = served.call(Host::template extension<X>(app), one.request, ctx);
          goes_on = to.goes_on() && leads_on(one.request, to);
          if (goes_on) {
            follow(one.request, to);
            whose = to.extension();
          } else if (to.goes_on()) {
            Host::template log<X>(app)
                .about(one.request)
                .error("It forwards to what is no shorter end of the path that it was asked for.");
            one.response = internal_error();
          } else {
            one.response = std::move(to).answer();
          }
        },
        [&] { fail(app, one); });
    return goes_on;
  }

  static bool wait(void* app, exchange& one, const Served& served, visit_type visit) noexcept {
    bool settled = true;
    attempt([&] { settled = drive(one, app, served, std::move(visit)).settle(); },
            [&] { fail(app, one); });  // no memory for the coroutine
    return settled;
  }
  static auto judged(exchange& one, void* app, const Served& served, context_type& ctx) {
    if constexpr (asks_who)
      return admitted(one, app, served, ctx);
    else
      return handled(app, one, served, ctx);
  }
  static task<response> admitted(exchange& one, void* app, const Served& served, context_type& ctx) {
    const auto ask = [&] { return identified(ctx, one.request); };
    known_type who = known_at_once(app, one);
    // Two statements: g++ 12 destroys what stands behind `?` twice where a co_await stands behind `:`.
    if (!who && one.request.loop == nullptr) who.emplace(ask());
    if (!who) who.emplace(co_await tenon::offload(one.request, ask));
    if (may_not(app, one, *who)) co_return std::move(one.response);
    const known_meanwhile known(one, who->passport.get());
    co_return co_await handled(app, one, served, ctx);
  }
  // The context lives here: the handler may hold on to it while it waits. The visit goes where the frame goes.
  static pending drive(exchange& one, void* app, Served served, [[maybe_unused]] visit_type visit) {
    auto ctx = Host::template context<X>(app);
#if defined(__cpp_exceptions)
    try {
      one.response = co_await judged(one, app, served, ctx);
      stay_with_pieces(one, visit);
    } catch (...) {
      fail(app, one);
    }
#else
    one.response = co_await judged(one, app, served, ctx);
    stay_with_pieces(one, visit);
#endif
  }

  struct offloaded {
    void* app;
    exchange& one;
    Served served;
    visit_type visit;
    known_type who;
  };
  static bool offload(void* app, exchange& one, const Served& served, visit_type visit, known_type who) noexcept {
    bool settled = false;
    attempt(
        [&] {
          auto work = std::unique_ptr<offloaded>(new offloaded{app, one, served, std::move(visit), std::move(who)});
          one.request.loop->offload({[](void* data) {
                                       std::unique_ptr<offloaded> self(static_cast<offloaded*>(data));
                                       answer(self->app, self->one, self->served, self->visit, self->who);
                                       stay_with_pieces(self->one, self->visit);
                                       complete_at_home(self->one);
                                     },
                                     work.get()});
          work.release();  // whoever runs it owns it
        },
        [&] {
          fail(app, one);
          settled = true;
        });
    return settled;
  }
};

}  // namespace tenon::web
