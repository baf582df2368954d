// Files that were sent with forms, as administrators get them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "answers.hpp"
#include "keeping.hpp"
#include "observation.hpp"
#include "shelf.hpp"
#include "tenon/word/error.hpp"
#include "tenon/word/name.hpp"
#include "tenon/word/pieces.hpp"
#include "tenon/word/request.hpp"
#include "tenon/word/response.hpp"
#include "tenon/word/waiting.hpp"

namespace tenon_forms {

// It is saved, and never shown as a page: what is in it is foreign.
[[nodiscard]] tenon::response to_be_saved(const kept_file& one, tenon::pieces bytes);
[[nodiscard]] tenon::response no_such_file();

// What hexadecimal digits stand for.
[[nodiscard]] std::string bytes_in(std::string_view digits);

template <class Store>
tenon::pieces pieces_of(const tenon::request& from, Store store, kept_file one) {
  const auto most = static_cast<std::int64_t>(Store::bytes_of_a_piece);
  for (std::int64_t number = 0; number * most < one.size; ++number) {
    auto next = tenon::offload(from, [&] { return store.piece_of_file(one.id, number); });
    const std::optional<std::string> digits = co_await next;
    if (!digits) throw tenon::error(tenon::error_type::not_found, "the file was deleted while it was read");
    co_yield bytes_in(*digits);
  }
}

template <class Context>
tenon::response file_of_observation(const Context& ctx, const shelf& all, const std::string& form,
                                    std::string_view observation, const std::string& id, const tenon::request& from) {
  if constexpr (auto data = ctx.find("data"_ext)) {
    if (auto no = refused(ctx, from)) return *std::move(no);
    if (auto no = missing(all, form)) return *std::move(no);
    const observation_store store(data->db);
    const std::optional<std::int64_t> number = number_of_observation(observation);
    std::optional<kept_file> found;
    if (number) found = store.find_file(form, *number, id);
    if (!found) return no_such_file();
    kept_file one = *std::move(found);
    auto bytes = pieces_of(from, store, one);
    return to_be_saved(one, std::move(bytes));
  } else {
    return nothing_kept();
  }
}

}  // namespace tenon_forms
