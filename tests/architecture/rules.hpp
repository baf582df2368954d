// The rules of the house, each a function from the tree to the sentences it has to say about it.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "source_file.hpp"

namespace house {

using findings = std::vector<std::string>;

// The framework looks downward only.
findings upward_includes(const std::vector<source_file>& tree);
// An extension sees public headers, its own files and the contracts of others.
findings stray_includes_of_extensions(const std::vector<source_file>& tree);
// Each library is included behind its door and nowhere else, and by its small headers.
findings libraries_outside_their_door(const std::vector<source_file>& tree);
// What takes a compiler long stands in no header that every program includes.
findings dear_headers_in_every_program(const std::vector<source_file>& tree);
// What a custom application brings is data: no file of one is named in code.
findings paths_into_applications(const std::vector<source_file>& tree);
// Nor is one named, nor a form, a definition, a function or a renderer of one. What applications the tree has, and what
// they call theirs, is read from the folders of examples/ and presets/; without the words that are the framework's own.
std::set<std::string> names_of_applications();
findings names_of_applications_in(const std::vector<source_file>& tree, const std::set<std::string>& names);
// A file of the framework shows first that its own header needs nothing before it.
findings own_headers_that_come_late(const std::vector<source_file>& tree);
// One name for one thing: a source has a header of its stem beside it, or is a part of one, `connection_pieces` of
// `connection`; a test is called like the file or folder that it is about, or goes through a whole app.
findings sources_without_their_header(const std::vector<source_file>& tree);
findings tests_of_no_file(const std::vector<source_file>& tree);
// What the framework looks for in a type stands in the build's list, which refuses to call the type so.
findings members_missing_in(const std::string& list, const std::vector<source_file>& tree);
// Files stay short, and are called by what they are.
findings oversized_files(const std::vector<source_file>& tree);
findings wide_lines(const std::vector<source_file>& tree);
findings unspeaking_names(const std::vector<source_file>& tree);
// A header says first what it is for. Those of examples stand in pages, which say it.
findings headers_without_an_idea(const std::vector<source_file>& tree);
// A public header is there for somebody: others than its own source and its test include it.
findings headers_in_the_attic(const std::vector<source_file>& tree);
// A number that others see says what it counts: by its name (`most_entries`, `size`, `port`), or in a comment on it.
findings bare_numbers(const std::vector<source_file>& tree);
findings unfinished_thoughts(const std::vector<source_file>& tree);

}  // namespace house
