// Which names a type has as members, whatever they are there: be they private or overloaded.
#pragma once

namespace tenon::detail {

// Deriving from a type and from something with such a member makes the name ambiguous where the type has one too.
// `struct` before it finds types only, so that functions and variables of that name do not count, and a type `handle`
// is no handler. All names that mean something stand here, because a class for each question would be one more for each
// extension.
struct member_decoy {
  int on_preinit, on_init, on_start, on_ready, on_open, on_steady_state, on_housekeeping, on_settings, on_close,
      on_unready, on_stop;
  int housekeeping_period;
  struct settings {};

  int on, on_any;
  struct delivery {};
  struct listens {};
  struct answers {};
  struct emits {};

  struct functions {};
  struct drivers {};

  int on_get, on_head, on_post, on_put, on_delete, on_patch, on_options;
  struct routes {};
  struct web_options {};
  struct handle {};
  int handle;
};
// Only for types that are not final.
template <class X>
struct member_probe : X, member_decoy {};

}  // namespace tenon::detail
