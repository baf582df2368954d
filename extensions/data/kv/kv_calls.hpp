// The methods of puter-kvstore, on the values of one space.
#pragma once

#include "kv_interface.hpp"
#include "kv_store.hpp"
#include "tenon/word/raw_json.hpp"

namespace tenon_data {

[[nodiscard]] tenon::json::raw called(kv_store& in, const kv_space& of, const puter_kvstore::get& what);
[[nodiscard]] bool called(kv_store& in, const kv_space& of, const puter_kvstore::set& what);
[[nodiscard]] bool called(kv_store& in, const kv_space& of, const puter_kvstore::batch_put& what);
[[nodiscard]] bool called(kv_store& in, const kv_space& of, const puter_kvstore::del& what);
[[nodiscard]] tenon::json::raw called(kv_store& in, const kv_space& of, const puter_kvstore::list& what);
[[nodiscard]] bool called(kv_store& in, const kv_space& of, const puter_kvstore::flush& what);
[[nodiscard]] tenon::json::raw called(kv_store& in, const kv_space& of, const puter_kvstore::incr& what);
[[nodiscard]] tenon::json::raw called(kv_store& in, const kv_space& of, const puter_kvstore::decr& what);
[[nodiscard]] tenon::json::raw called(kv_store& in, const kv_space& of, const puter_kvstore::update& what);
[[nodiscard]] tenon::json::raw called(kv_store& in, const kv_space& of, const puter_kvstore::add& what);
[[nodiscard]] tenon::json::raw called(kv_store& in, const kv_space& of, const puter_kvstore::remove& what);
[[nodiscard]] bool called(kv_store& in, const kv_space& of, const puter_kvstore::expire_at& what);
[[nodiscard]] bool called(kv_store& in, const kv_space& of, const puter_kvstore::expire& what);

}  // namespace tenon_data
