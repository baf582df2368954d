// Where observations are kept: in `data`, in programs that have it. Who may see them is asked of `identity`.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tenon/contract/bundles.hpp>
#include <type_traits>
#include <utility>
#include <vector>

#include "answers.hpp"
#include "export.hpp"
#include "full_notice.hpp"
#include "observation.hpp"
#include "shelf.hpp"
#include "tenon/web/limiting.hpp"
#include "tenon/web/rate_limits.hpp"
#include "tenon/word/boot.hpp"
#include "tenon/word/byte_size.hpp"
#include "tenon/word/clock.hpp"
#include "tenon/word/name.hpp"
#include "tenon/word/passport.hpp"
#include "tenon/word/pieces.hpp"
#include "tenon/word/request.hpp"
#include "tenon/word/response.hpp"
#include "tenon/word/waiting.hpp"
#include "uploads.hpp"

namespace tenon_forms {

using namespace tenon::literals;

// Null: nobody is known.
template <class Context>
std::shared_ptr<const tenon::passport> asker(const Context& ctx, const tenon::request& from) {
  if constexpr (auto identity = ctx.find("identity"_ext))
    return identity->authenticate(from).passport;
  else
    return nullptr;
}

// None: an administrator asks. Who only looks may be known by the session of a browser, where there is no token.
template <class Context>
std::optional<tenon::response> refused(const Context& ctx, const tenon::request& from) {
  if constexpr (auto bundles = ctx.find("bundles"_ext)) {
    if constexpr (tenon_bundles::KnowsBrowsers<std::remove_cvref_t<decltype(*bundles)>>) {
      if (!from.header("Authorization") && bundles->administrator_of(from)) return std::nullopt;
      return refused(asker(ctx, from).get(), log_in_at::bundles);
    }
  }
  return refused(asker(ctx, from).get(), log_in_at::no_page);
}

// To somebody who could tell what it is worth.
template <class Context>
bool shows_a_token(const Context& ctx, const tenon::request& from) {
  if constexpr (auto identity = ctx.find("identity"_ext))
    return from.header("Authorization").has_value();
  else
    return false;
}

template <class Context>
std::chrono::steady_clock::time_point now_of(const Context& ctx) {
  const tenon::clock* const clock = ctx.environment().clock;
  return clock == nullptr ? std::chrono::steady_clock::now() : clock->now();
}

// None where nothing is kept. It is used before the others end.
template <class Context>
std::function<bool(const std::string& sending)> memory_of(const Context& ctx, const std::string& form) {
  if constexpr (auto data = ctx.find("data"_ext))
    return
        [store = observation_store(data->db), &form](const std::string& sending) { return store.has(form, sending); };
  else
    return {};
}

// None where nothing is kept. It is used before the others end.
template <class Context>
keeper keeper_for(const Context& ctx, const std::string& form, const tenon::passport* who, full_notice& notice) {
  if constexpr (auto data = ctx.find("data"_ext))
    return [store = observation_store(data->db), &ctx, &form, who, &notice](observation one,
                                                                            std::span<const upload> files) mutable {
      if (who != nullptr) one.actor = who->user.id;
      const tenon::byte_size most = ctx.settings().observations_max_size.get();
      const bool is_kept = store.keep(form, one, files, most.bytes);
      if (!is_kept) notice.tell(most, now_of(ctx), ctx.log());
      return is_kept;
    };
  else
    return {};
}

template <class Context>
upload_limits file_limits_of(const Context& ctx) {
  const auto& now = ctx.settings();
  return {.of_one = now.file_max_size.get().bytes, .of_all = now.files_max_size.get().bytes};
}

// Of what was sent by whom: so much in a minute.
template <class Context>
std::chrono::seconds wait_of(const Context& ctx, tenon::web::rate_limits& counts, const tenon::request& from,
                             const tenon::passport* who) {
  const std::uint32_t most = ctx.settings().submissions_per_minute.get();
  if (most == 0) return {};
  return counts.wait_for(&counts, tenon::web::counted_caller(from, who), most, std::chrono::minutes(1), now_of(ctx));
}

template <class Context>
constexpr bool keeps(const Context& ctx) {
  if constexpr (auto data = ctx.find("data"_ext))
    return true;
  else
    return false;
}

// A page of them, for administrators.
template <class Context>
tenon::response observations_of(const Context& ctx, const shelf& all, const std::string& form,
                                const tenon::request& from) {
  if constexpr (auto data = ctx.find("data"_ext)) {
    if (auto no = refused(ctx, from)) return *std::move(no);
    const observation_store store(data->db);
    return observed(all, form, from, [&](std::int64_t before, int most) { return store.latest(form, before, most); });
  } else {
    return nothing_kept();
  }
}

// One of them, for administrators.
template <class Context>
tenon::response observation_of(const Context& ctx, const shelf& all, const std::string& form, std::string_view id,
                               const tenon::request& from) {
  if constexpr (auto data = ctx.find("data"_ext)) {
    if (auto no = refused(ctx, from)) return *std::move(no);
    const observation_store store(data->db);
    return one_observed(
        all, form, id, [&](std::int64_t number) { return store.find(form, number); },
        [&](std::int64_t number) { return store.files_of(number); });
  } else {
    return nothing_kept();
  }
}

template <class Store>
tenon::pieces written(const tenon::request& from, Store store, std::shared_ptr<const shelf> kept, std::string form,
                      bool as_table) {
  const ready_form& of = *kept->find(form);
  if (as_table) co_yield csv_head(*of.plan);
  std::int64_t after = 0;
  for (bool is_more = true; is_more;) {
    auto next = tenon::offload(from, [&] { return store.next(of.name, after, observations_a_piece); });
    const std::vector<observation> some = co_await next;
    std::string text;
    for (const observation& one : some) text.append(as_table ? csv_line(*of.plan, one) : json_line(one));
    is_more = !some.empty();
    if (is_more) after = some.back().id;
    if (is_more) co_yield std::move(text);
  }
}

// All of them, in pieces, for administrators: in the columns of the form that is shown now.
template <class Context>
tenon::response exported(const Context& ctx, std::shared_ptr<const shelf> all, std::string form,
                         const tenon::request& from, bool as_table) {
  if constexpr (auto data = ctx.find("data"_ext)) {
    if (auto no = refused(ctx, from)) return *std::move(no);
    if (auto no = missing(*all, form)) return *std::move(no);
    auto lines = written(from, observation_store(data->db), std::move(all), std::move(form), as_table);
    auto out = as_table ? tenon::response::in_pieces("text/csv; charset=utf-8; header=present", std::move(lines))
                        : tenon::response::in_pieces("application/jsonl; charset=utf-8", std::move(lines));
    return std::move(out).with("Cache-Control", "no-store");
  } else {
    return nothing_kept();
  }
}

}  // namespace tenon_forms
