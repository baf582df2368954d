// puter-kvstore: the values of who calls, as clients of the original have them.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "kv_types.hpp"
#include "tenon/word/driver.hpp"
#include "tenon/word/field.hpp"
#include "tenon/word/interface.hpp"
#include "tenon/word/raw_json.hpp"
#include "tenon/word/required.hpp"

namespace tenon_data {

struct puter_kvstore {
  static constexpr auto interface = tenon::interface{.name = "puter-kvstore", .doc = "Values by key, one's own."};
  using options = tenon::field<std::optional<kv_options>,
                               {.doc = "appUuid: the application whose values are meant; without, one's own."}>;
  using key_text = tenon::required<tenon::field<std::string, {.doc = "The key."}>>;

  struct get {
    static constexpr auto method = tenon::driver_method{
        .name = "get", .doc = "A value, or null; of a list of keys a list of values.", .default_parameter = "key"};
    using result = tenon::json::raw;
    tenon::required<tenon::field<tenon::json::raw, {.doc = "A text, or a list of texts."}>> key;
    options opt_config{};
  };
  struct set {
    static constexpr auto method = tenon::driver_method{.name = "set", .doc = "Keeps a value."};
    using result = bool;
    key_text key;
    tenon::json::raw value{};
    tenon::field<std::optional<unix_seconds>, {.doc = "Seconds since 1970; without, the time that it has stays."}>
        expire_at{};
    options opt_config{};
  };
  struct item {
    key_text key;
    tenon::json::raw value{};
    std::optional<unix_seconds> expire_at{};
  };
  struct batch_put {
    static constexpr auto method = tenon::driver_method{
        .name = "batchPut", .doc = "Keeps several values, all or none.", .default_parameter = "items"};
    using result = bool;
    tenon::required<std::vector<item>> items;
    options opt_config{};
  };
  struct del {
    static constexpr auto method =
        tenon::driver_method{.name = "del", .doc = "Forgets a value.", .default_parameter = "key"};
    using result = bool;
    key_text key;
    options opt_config{};
  };
  struct list {
    static constexpr auto method =
        tenon::driver_method{.name = "list", .doc = "What there is, by key.", .default_parameter = "as"};
    using result = tenon::json::raw;
    tenon::field<std::string, {.doc = "entries, keys or values."}> as = "entries";
    tenon::field<std::string, {.doc = "What the keys begin with; * may stand at its end."}> pattern{};
    tenon::field<std::optional<std::uint32_t>,
                 {.doc = "At most so many, and where the next begin: {items, cursor}.", .min = 1}>
        limit{};
    tenon::field<std::optional<std::string>, {.doc = "Of the answer before."}> cursor{};
    options opt_config{};
  };
  struct flush {
    static constexpr auto method = tenon::driver_method{.name = "flush", .doc = "Forgets all values."};
    using result = bool;
    options opt_config{};
  };
  struct incr {
    static constexpr auto method = tenon::driver_method{.name = "incr", .doc = "Adds to numbers."};
    using result = tenon::json::raw;
    key_text key;
    tenon::field<std::map<std::string, tenon::json::raw>,
                 {.doc = "By path, keys with periods between them, how much; the path of the whole value is empty."}>
        path_and_amount_map{};
    options opt_config{};
  };
  struct decr {
    static constexpr auto method = tenon::driver_method{.name = "decr", .doc = "Takes from numbers."};
    using result = tenon::json::raw;
    key_text key;
    tenon::field<std::map<std::string, tenon::json::raw>, {.doc = "As of incr."}> path_and_amount_map{};
    options opt_config{};
  };
  struct update {
    static constexpr auto method = tenon::driver_method{.name = "update", .doc = "Sets parts of a value."};
    using result = tenon::json::raw;
    key_text key;
    tenon::required<tenon::field<std::map<std::string, tenon::json::raw>, {.doc = "By path, the value."}>>
        path_and_value_map;
    tenon::field<std::optional<unix_seconds>, {.doc = "In seconds from now."}> ttl{};
    options opt_config{};
  };
  struct add {
    static constexpr auto method = tenon::driver_method{.name = "add", .doc = "Puts values behind those of lists."};
    using result = tenon::json::raw;
    key_text key;
    tenon::required<
        tenon::field<std::map<std::string, tenon::json::raw>, {.doc = "By path, a value or a list of them."}>>
        path_and_value_map;
    options opt_config{};
  };
  struct remove {
    static constexpr auto method = tenon::driver_method{.name = "remove", .doc = "Takes parts of a value away."};
    using result = tenon::json::raw;
    key_text key;
    tenon::required<tenon::field<std::vector<std::string>, {.doc = "Where they are: keys with periods between them."}>>
        paths;
    options opt_config{};
  };
  struct expire_at {
    static constexpr auto method = tenon::driver_method{.name = "expireAt", .doc = "Says when a value is gone."};
    using result = bool;
    key_text key;
    tenon::required<tenon::field<unix_seconds, {.doc = "Seconds since 1970."}>> timestamp;
    options opt_config{};
  };
  struct expire {
    static constexpr auto method = tenon::driver_method{.name = "expire", .doc = "Says how long a value is kept."};
    using result = bool;
    key_text key;
    tenon::required<tenon::field<unix_seconds, {.doc = "In seconds from now, not in milliseconds."}>> ttl;
    options opt_config{};
  };
  using methods =
      tenon::methods<get, set, batch_put, del, list, flush, incr, decr, update, add, remove, expire_at, expire>;
};

using kv_driver =
    tenon::driver<"puter-kvstore", puter_kvstore, {.doc = "Values by key, one's own.", .to = tenon::granted::everyone}>;

}  // namespace tenon_data
