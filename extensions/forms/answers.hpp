// What requests about forms are answered with.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "observation.hpp"
#include "shelf.hpp"
#include "tenon/word/log.hpp"
#include "tenon/word/passport.hpp"
#include "tenon/word/request.hpp"
#include "tenon/word/response.hpp"
#include "uploads.hpp"

namespace tenon_forms {

// Whoever asks has what has that tag (RFC 9110 section 13.1.2: a list of tags, weak or not, or `*`).
[[nodiscard]] bool has_it(const tenon::request& from, std::string_view tag);

[[nodiscard]] tenon::response listed(const shelf& of, const tenon::request& from);
[[nodiscard]] tenon::response shown(const shelf& of, std::string_view name, const tenon::request& from,
                                    const tenon::log& log);
// Has kept it when it has returned true; false: there is no room.
using keeper = std::function<bool(const observation& one, std::span<const upload> files)>;
// What becomes of answers with which nothing is wrong.
struct taker {
  // Zero: one more is taken, and counted; else how long whoever sends it has to wait.
  std::function<std::chrono::seconds()> wait{};
  keeper keep{};                                          // none: nothing is kept
  std::string_view actor{};                               // the id of who sends it; empty where nobody is known
  std::function<bool(const std::string& sending)> has{};  // it has come before, and is kept
  upload_limits most{};
};
// What somebody has filled in: 303 to a page that says so, which is all where it has come before; or 422 and the form
// with what was typed and what is wrong; 429 and the form with what was typed where it is one too many, 507 where there
// is no room for it. Whoever only wants to see the choices that there are now gets the form with what was typed.
[[nodiscard]] tenon::response taken(const shelf& of, std::string_view name, const tenon::request& from,
                                    const tenon::log& log, const taker& by);
[[nodiscard]] tenon::response said_so(const shelf& of, std::string_view name, bool is_kept);

// Whom nobody but administrators may see: what was sent, some of it at a time. `find` gives no more than so many,
// before an id.
using finder = std::function<std::vector<observation>(std::int64_t before, int most)>;
[[nodiscard]] tenon::response observed(const shelf& of, std::string_view name, const tenon::request& from,
                                       const finder& find);
// As a route has matched it, or a query says it.
[[nodiscard]] std::optional<std::int64_t> number_of_observation(std::string_view text);
// One of them, whole.
using one_finder = std::function<std::optional<observation>(std::int64_t id)>;
using files_finder = std::function<std::vector<kept_file>(std::int64_t id)>;
[[nodiscard]] tenon::response one_observed(const shelf& of, std::string_view name, std::string_view id,
                                           const one_finder& find, const files_finder& files_of);
// `who` is null where nobody is known. None: that is an administrator.
enum class log_in_at { no_page, bundles };
[[nodiscard]] std::optional<tenon::response> refused(const tenon::passport* who, log_in_at page);
// To who sends something with a token that is nobody's: it would be kept as if nobody had sent it.
[[nodiscard]] tenon::response unknown_token();
// Where the program has no `data`.
[[nodiscard]] tenon::response nothing_kept();
// There is such a form, and it can be shown; else the answer.
[[nodiscard]] std::optional<tenon::response> missing(const shelf& of, std::string_view name);
// So many at a time are written to a client.
inline constexpr int observations_a_piece = 200;
// As JSON: {"form", "schema", "ui", "data", "parameters"}, and "extensions" where there are some.
[[nodiscard]] tenon::response init_data(const shelf& of, std::string_view name, const tenon::request& from);

}  // namespace tenon_forms
