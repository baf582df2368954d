// What a client uploads.
#pragma once

#include <string>

namespace tenon {

// As an argument it comes as a part of a form, or in JSON as the text of a data: URL; a result becomes such a text too.
// Name and type are what its sender says, and nobody has looked whether the bytes are of that type.
struct file {
  std::string name{};  // without folders and control characters, so it leads nowhere; empty: not said
  std::string type{};  // a media type, in printable ASCII: text/plain; empty: not said
  std::string bytes{};
  friend bool operator==(const file&, const file&) = default;
};

}  // namespace tenon
