// Settings from JSON: config files, EXTENSION_CONFIG, and lists and objects in texts. A program that includes this
// links Boost.JSON.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tenon/settings/sources.hpp"

namespace tenon::settings {

// `{"<extension>": {...}}`, the object of each extension merged deep into what lies below: fields that it does not name
// keep their values, lists are replaced. `source` is how findings call it.
void add_document(sources& to, std::string_view text, std::string_view source, std::vector<finding>& findings,
                  rank rank = rank::file);
// The same from a file. One that cannot be read is a finding.
void add_file(sources& to, const std::string& path, std::vector<finding>& findings);

// What the text, an object that has been parsed before, says of one extension.
void add_object(sources& to, std::size_t extension, std::string_view text, std::string_view source, rank rank);

// The settings object of the implementation, flat, as the environment variable EXTENSION_CONFIG has it.
void add_extension_config(sources& to, std::string_view text, std::vector<finding>& findings);

// Lets texts of the environment and of `--set` be JSON where a list or an object is wanted. The functions above do it
// too.
void let_texts_be_json(sources& to);

}  // namespace tenon::settings
