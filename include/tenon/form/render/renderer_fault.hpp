// What can be wrong with the renderers of extensions, and how each is said.
#pragma once

#include <cstdint>

#include "tenon/diagnostic/duplicate_renderer.hpp"
#include "tenon/diagnostic/malformed_renderer.hpp"
#include "tenon/diagnostic/not_a_renderer.hpp"
#include "tenon/diagnostic/sentence.hpp"

namespace tenon::form {

enum class renderer_fault : std::uint8_t { none, not_a_renderer, malformed, duplicate };

namespace detail {

template <class Complains>
struct why_not_drawn {
  static constexpr diagnostic::sentence text = Complains::why();
};
template <class Complains, renderer_fault Fault>
struct renderer_complains {};
template <class C>
struct renderer_complains<C, renderer_fault::not_a_renderer>
    : diagnostic::said<diagnostic::not_a_renderer, why_not_drawn<C>>::error {};
template <class C>
struct renderer_complains<C, renderer_fault::malformed>
    : diagnostic::said<diagnostic::malformed_renderer, why_not_drawn<C>>::error {};
template <class C>
struct renderer_complains<C, renderer_fault::duplicate>
    : diagnostic::said<diagnostic::duplicate_renderer, why_not_drawn<C>>::error {};

}  // namespace detail

// Inherit from it: the one error, where there is one.
template <class Complains>
using renderer_check = detail::renderer_complains<Complains, Complains::fault>;

}  // namespace tenon::form
