// Is this set of extensions a program, and in what order does it start? Decided over plain arrays, in n log n, because
// as template instantiations the same would cost seconds.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "tenon/composition/composition_fault.hpp"
#include "tenon/composition/implementation.hpp"
#include "tenon/composition/name.hpp"
#include "tenon/composition/redirections.hpp"
#include "tenon/composition/sorted.hpp"
#include "tenon/composition/start_order.hpp"
#include "tenon/composition/version.hpp"
#include "tenon/diagnostic/sentence.hpp"
#include "tenon/word/build_var.hpp"
#include "tenon/word/framework.hpp"
#include "tenon/word/manifest.hpp"
#include "tenon/word/nearest.hpp"

namespace tenon {

// All indexes but those in `order` are places in the list that was given; `order` holds such places in start order.
template <std::size_t Count>
struct judgement {
  // A need of `tenon` itself, or an optional one of something that is not there: nobody to wait for.
  static constexpr std::size_t npos = std::size_t(-1);

  composition_fault fault = composition_fault::none;
  diagnostic::sentence why{};
  std::array<std::size_t, Count> order{}, level{};
  std::array<std::array<std::size_t, need_list::capacity>, Count> wants{};
};

namespace detail {

// In steps, each of them short enough for a compiler that counts its own. Bare arrays, because g++ remembers every call
// that it has evaluated, and so each access to a std::array.
template <std::size_t Count, std::size_t Redirects = 0>
struct judging {
  static constexpr std::size_t count = Count, npos = judgement<Count>::npos;
  static constexpr std::string_view unset_mark = unset_build_variable_mark;
  const std::array<manifest, Count>& manifests;
  const std::array<bool, Count>& implements;
  redirections<Redirects> redirects{};
  std::span<const bool> exports{};  // asked only where there are redirects
  judgement<Count> result{};
  std::uint64_t head[Count]{};  // of each name, which is as good as the name for most
  std::size_t by_name[Count]{};
  std::array<bool, Redirects> redirect_is_used{};
  std::size_t alias = npos;

  template <class... Parts>
  constexpr bool fail(composition_fault fault, const Parts&... parts) {
    result.fault = fault;
    result.why = diagnostic::sentence(parts...);
    return false;
  }
  // Nobody but the alias may be called by the alias's name.
  constexpr std::size_t find(std::string_view name) const {
    if (name == alias_name) return alias;
    const std::uint64_t wanted = head_of_identifier(name);
    std::size_t from = 0, to = Count;
    while (from < to) {
      const std::size_t middle = (from + to) / 2, one = by_name[middle];
      if (head[one] != wanted ? head[one] < wanted : compare_identifiers(manifests[one].name, name) < 0)
        from = middle + 1;
      else
        to = middle;
    }
    return from < Count && manifests[by_name[from]].name == name ? by_name[from] : npos;
  }
  constexpr std::string_view meant(std::string_view name) const {
    std::array<std::string_view, Count + 1> known{alias_name};
    for (std::size_t i = 0; i < Count; ++i) known[i + 1] = manifests[i].name;
    return nearest(name, known);
  }
  // Where a need leads. Not to who has it: an extension that stands before another needs that one by the name that it
  // takes over.
  constexpr std::size_t place_of(std::size_t who, std::string_view name) {
    std::size_t found = find(name);
    for (std::size_t r = redirects.of(name); r < Redirects; r = redirects.of(name)) {
      name = redirects.rows[r].to;
      const std::size_t next = find(name);
      if (next == who) break;
      redirect_is_used[r] = true;
      found = next;
    }
    return found;
  }

  constexpr bool manifests_are_well_formed(std::size_t from, std::size_t to) {
    for (std::size_t i = from; i < to; ++i) {
      const manifest& one = manifests[i];
      if (const std::string_view problem = name_problem(one.name); !problem.empty())
        return fail(composition_fault::malformed_name, "the name `", one.name, "` in a manifest ", problem,
                    ". Write words of a-z and 0-9, joined by _, - or . , as in my_extension.");
      if (one.name == alias_name || one.name == "tenon")
        return fail(composition_fault::malformed_name, "an extension is named ", one.name,
                    ", which is the name of something else here. Choose another one.");
      if (!is_whole_version(one.version))
        return fail(composition_fault::malformed_version, one.name, " has the version `", one.version,
                    "` in its manifest. Write three numbers, as in 1.2.3.");
      if (one.needs.is_of_texts())
        return fail(composition_fault::malformed_need, one.name,
                    " lists its needs as texts. Write braces around each, with the versions that will do behind its "
                    "name, as in .needs = {{`data`, `1.x.x`}, {`http`}}.");
      if (one.needs.overflows())
        return fail(composition_fault::too_many_needs, one.name, " lists more than ", need_list::capacity,
                    " needs. Put an extension between them that gathers some.");
    }
    return true;
  }
  constexpr bool names_are_sorted() {
    for (std::size_t i = 0; i < Count; ++i) {
      by_name[i] = i;
      head[i] = head_of_identifier(manifests[i].name);
    }
    std::size_t spare[Count]{};
    sort_places(by_name, spare, Count, [&](std::size_t a, std::size_t b) {
      return head[a] != head[b] ? head[a] < head[b] : compare_identifiers(manifests[a].name, manifests[b].name) < 0;
    });
    return true;
  }
  constexpr bool names_are_unique() {
    for (std::size_t i = 1; i < Count; ++i) {
      if (head[by_name[i - 1]] != head[by_name[i]]) continue;
      const std::string_view a = manifests[by_name[i - 1]].name, b = manifests[by_name[i]].name;
      if (a == b)
        return fail(composition_fault::duplicate_name, "two extensions are named ", a, " (number ", by_name[i - 1] + 1,
                    " and number ", by_name[i] + 1, " of the list). Rename one of them, or take it out.");
      if (same_identifier(a, b))
        return fail(composition_fault::duplicate_name, a, " and ", b,
                    " become the same identifier, because _, - and . count as one. Rename one of them.");
    }
    for (std::size_t i = 0; i < Count; ++i) {
      if (!implements[i]) continue;
      if (alias != npos)
        return fail(composition_fault::several_implementations, manifests[alias].name, " and ", manifests[i].name,
                    " both stand behind the alias extension_impl. Choose one of them.");
      alias = i;
    }
    return true;
  }
  constexpr bool redirects_are_sound() { return redirects.are_sound(*this); }
  constexpr bool redirects_are_used() { return redirects.are_used(*this); }
  constexpr bool needs_are_met(std::size_t from, std::size_t to) {
    for (std::size_t i = from; i < to; ++i)
      for (std::size_t n = 0; n < manifests[i].needs.size(); ++n)
        if (!need_is_met(i, manifests[i].needs[n], result.wants[i][n])) return false;
    return true;
  }
  constexpr bool need_is_met(std::size_t who, const need& wanted, std::size_t& found) {
    const manifest& self = manifests[who];
    if (wanted.versions.starts_with(unset_mark))
      return fail(composition_fault::unset_build_variable, self.name, " needs ", wanted.name,
                  " in the version that the build variable ", wanted.versions.substr(unset_mark.size()),
                  " holds, and the build does not set it. Configure with -DTENON_VAR_",
                  wanted.versions.substr(unset_mark.size()), "=1.x.x.");
    const constraint fits = parse_constraint(wanted.versions);
    if (!fits.well_formed())
      return fail(composition_fault::malformed_version, self.name, " needs ", wanted.name, " `", wanted.versions,
                  "`, which is no version constraint. Write three segments, each a number or x, as in 1.2.x, or a "
                  "range, as in 1.2.0 - 1.4.x.");
    const bool framework = wanted.name == "tenon";
    found = framework ? npos : place_of(who, wanted.name);
    if (!framework && found == npos) return wanted.presence == optional || missing(self, wanted);
    const std::string_view version = framework ? framework_version : manifests[found].version,
                           name = framework ? wanted.name : manifests[found].name;
    if (!satisfies(version, fits))
      return fail(composition_fault::version_mismatch, self.name, " ", self.version, " needs ", wanted.name, " ",
                  wanted.versions, ", and this composition has ", name, " ", version,
                  redirects.of(wanted.name) < Redirects ? " in its place, by a redirect" : "", ". Take a version of ",
                  name, " that fits, or widen the need in the manifest of ", self.name, ".");
    if (!framework && starts_first(who) && !starts_first(found))
      return fail(composition_fault::core_needs_feature, self.name, " is a core extension and needs ", name,
                  ", which starts after all of those. Make ", name, " a core extension too, or drop the need.");
    return true;
  }
  constexpr bool missing(const manifest& self, const need& wanted) {
    if (wanted.name == alias_name)
      return fail(composition_fault::missing_need, self.name, " ", self.version, " needs ", wanted.name, " ",
                  wanted.versions,
                  ", and this composition has no implementation behind that alias. Set TENON_EXTENSION_IMPL to one, as "
                  "in local.");
    if (const std::string_view near = meant(wanted.name); !near.empty())
      return fail(composition_fault::missing_need, self.name, " ", self.version, " needs ", wanted.name, " ",
                  wanted.versions, ", and this composition has none of that name; the nearest is ", near,
                  ". Correct the need, or add ", wanted.name, " to TENON_EXTENSIONS.");
    return fail(composition_fault::missing_need, self.name, " ", self.version, " needs ", wanted.name, " ",
                wanted.versions, ", and this composition has none of that name. Add ", wanted.name,
                " to TENON_EXTENSIONS, or drop the need.");
  }
  constexpr bool starts_first(std::size_t i) const { return manifests[i].core || implements[i]; }
  constexpr bool has_an_order() { return find_start_order(*this); }

  // One step further, where the steps before have found nothing: with all extensions, or with those from one place in
  // the list to another.
  [[nodiscard]] constexpr judging then(bool (judging::*step)()) const {
    judging next = *this;
    if (next.result.fault == composition_fault::none) (next.*step)();
    return next;
  }
  using part = bool (judging::*)(std::size_t from, std::size_t to);
  [[nodiscard]] constexpr judging then(part step, std::size_t from, std::size_t to) const {
    judging next = *this;
    if (next.result.fault == composition_fault::none) (next.*step)(from, to);
    return next;
  }
};

// A step taken for a few extensions at a time, each time a constant of its own, because clang allows one so many
// operations. g++ allows thirty times as many, and each constant is another copy of all.
#if defined(__clang__)
inline constexpr std::size_t judged_at_once = 64;
#else
inline constexpr std::size_t judged_at_once = 4096;
#endif
template <std::size_t Count>
inline constexpr std::size_t turns = (Count + judged_at_once - 1) / judged_at_once;
template <const auto& Before, auto Step, std::size_t Turns>
inline constexpr auto taken = taken<Before, Step, Turns - 1>.then(
    Step, (Turns - 1) * judged_at_once, std::min(Turns* judged_at_once, Before.manifests.size()));
template <const auto& Before, auto Step>
inline constexpr auto taken<Before, Step, 0> = Before;

}  // namespace detail

// Stops at the first thing that is wrong. Independent of the order of the list, but for the numbers in a duplicate's
// sentence.
template <std::size_t Count, std::size_t Redirects = 0>
[[nodiscard]] constexpr judgement<Count> judge(const std::array<manifest, Count>& manifests,
                                               const std::array<bool, Count>& implements,
                                               const redirections<Redirects>& redirects = {},
                                               std::span<const bool> exports = {}) {
  using judging = detail::judging<Count, Redirects>;
  return judging{manifests, implements, redirects, exports}
      .then(&judging::manifests_are_well_formed, 0, Count)
      .then(&judging::names_are_sorted)
      .then(&judging::names_are_unique)
      .then(&judging::redirects_are_sound)
      .then(&judging::needs_are_met, 0, Count)
      .then(&judging::redirects_are_used)
      .then(&judging::has_an_order)
      .result;
}

}  // namespace tenon
