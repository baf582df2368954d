// The redirects of a composition: where a name leads, and whether they can be followed at all.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <string_view>

#include "tenon/composition/composition_fault.hpp"
#include "tenon/composition/implementation.hpp"
#include "tenon/composition/redirect.hpp"
#include "tenon/diagnostic/sentence.hpp"
#include "tenon/word/manifest.hpp"
#include "tenon/word/nearest.hpp"

namespace tenon {

template <std::size_t Count>
struct redirections {
  std::array<redirect_row, Count> rows{};  // by the names that they take over

  constexpr redirections() = default;
  constexpr explicit redirections(std::span<const redirect_row> stated) {
    std::copy_n(stated.begin(), Count, rows.begin());
    std::sort(rows.begin(), rows.end(), [](const redirect_row& a, const redirect_row& b) {
      return a.from != b.from ? a.from < b.from : a.to < b.to;
    });
  }

  // The row that takes over a name; `Count` where none does.
  [[nodiscard]] constexpr std::size_t of(std::string_view name) const {
    const auto at =
        std::lower_bound(rows.begin(), rows.end(), name,
                         [](const redirect_row& row, std::string_view wanted) { return row.from < wanted; });
    return at != rows.end() && at->from == name ? static_cast<std::size_t>(at - rows.begin()) : Count;
  }

  // `all` knows the extensions; of what is wrong it hears the first.
  template <class Judging>
  constexpr bool are_sound(Judging& all) const {
    for (std::size_t i = 0; i < Count; ++i) {
      const redirect_row& row = rows[i];
      if (i > 0 && rows[i - 1].from == row.from)
        return all.fail(composition_fault::duplicate_redirect, row.from, " is redirected twice: to ", rows[i - 1].to,
                        " and to ", row.to, ". Take one of the two redirects out.");
      if (row.from == "tenon" || row.from == alias_name)
        return all.fail(composition_fault::reserved_redirect, row.from, " is redirected to ", row.to,
                        row.from == "tenon" ? ", and it is the framework itself. Take the redirect out."
                                            : ", and it is the alias of the implementation. Take the redirect out, and "
                                              "set TENON_EXTENSION_IMPL to choose another one.");
    }
    for (const redirect_row& row : rows)
      if (!leads_somewhere(row, all)) return false;
    return true;
  }

  // Whether each is of some use, when all needs have been met.
  template <class Judging>
  constexpr bool are_used(Judging& all) const {
    for (std::size_t i = 0; i < Count; ++i) {
      if (all.redirect_is_used[i]) continue;
      std::array<std::string_view, Judging::count * need_list::capacity> names{};
      std::size_t n = 0;
      for (const manifest& one : all.manifests)
        for (const need& wanted : one.needs)
          if (of(wanted.name) == Count) names[n++] = wanted.name;
      const std::string_view near = nearest(rows[i].from, std::span(names).first(n));
      return all.fail(composition_fault::redirect_not_used, rows[i].from, " is redirected to ", rows[i].to,
                      ", and nobody in this composition imports ", rows[i].from,
                      near.empty() ? "" : "; the nearest is ", near,
                      ". Correct the name in the redirect, or take the redirect out.");
    }
    return true;
  }

 private:
  template <class Judging>
  constexpr bool leads_somewhere(const redirect_row& row, Judging& all) const {
    std::string_view to = row.to;
    for (std::size_t steps = 0; steps < Count && to != row.from && of(to) < Count; ++steps) to = rows[of(to)].to;
    if (to == row.from) return circle(row, all);
    if (of(to) < Count) return true;  // runs into a circle that it does not stand on, which is told of another row
    const std::size_t whom = all.find(to);
    if (whom == Judging::npos) {
      const std::string_view near = all.meant(to);
      return all.fail(composition_fault::redirect_not_available, row.from, " is redirected to ", to,
                      ", and this composition has none of that name", near.empty() ? "" : "; the nearest is ", near,
                      ". Correct the redirect, or add ", to, " to TENON_EXTENSIONS.");
    }
    if (!all.exports[whom])
      return all.fail(composition_fault::redirect_not_available, row.from, " is redirected to ", to,
                      ", which exports nothing. Give ", to,
                      " a member `using exports = T;` and `T& exported()`, or take the redirect out.");
    return true;
  }
  template <class Judging>
  constexpr bool circle(const redirect_row& row, Judging& all) const {
    if (row.to == row.from)
      return all.fail(composition_fault::circular_redirect, row.from,
                      " is redirected to itself. Take the redirect out, or name another extension as its target.");
    diagnostic::sentence why("these redirects lead in a circle: ", row.from);
    std::string_view at = row.from;
    do {
      at = rows[of(at)].to;
      why.add(" -> ");
      why.add(at);
    } while (at != row.from);
    return all.fail(composition_fault::circular_redirect, why.view(), ". Take one of them out.");
  }
};

}  // namespace tenon
