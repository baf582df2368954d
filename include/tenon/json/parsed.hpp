// What a document holds. Only the .cpp files of this folder include it, so that nobody else compiles Boost.JSON.
#pragma once

#include <boost/json/value.hpp>
#include <string>

#include "tenon/json/document.hpp"

namespace tenon::json {

struct document::parsed {
  std::string text;
  boost::json::value root;
};

}  // namespace tenon::json
