// What is known of a version of a bundle besides its files.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "tenon/word/timestamp.hpp"

namespace tenon_bundles {

template <class T>
using by_name = std::map<std::string, T, std::less<>>;

struct file_record {
  std::string path{};
  std::uint64_t size = 0;
  std::string hash{}, mime_type{};
  tenon::timestamp mod_time{};  // when it was pushed: what a ZIP file says of that is anybody's word
};

// As clients know it, in camelCase.
struct bundle_manifest {
  std::vector<file_record> files{};  // by path
  std::string version{};
  tenon::timestamp generated_at{};
  std::string hash{};  // of the files and the version
};

struct field_record {
  std::string name{}, type{};
  std::string core{};  // the digest of what a core field may not change; empty: it is none
};

// Digests do not change with the layout of a text.
struct form_record {
  std::string schema_hash{}, ui_hash{}, core_hash{};
  std::vector<field_record> fields{};  // the properties at the top of the schema
};

struct version_record {
  bundle_manifest manifest{};
  by_name<form_record> forms{};
};

// Of all versions: the file by which they are there. Whatever is not in it was never taken, or has gone.
struct store_index {
  std::string active{};                         // empty: none
  std::vector<std::string> versions{};          // the newest first
  by_name<by_name<std::string>> core_fields{};  // by form and field: their digests, once and for all
};

}  // namespace tenon_bundles
