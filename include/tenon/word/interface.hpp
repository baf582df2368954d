// Interfaces: what drivers can do in one way, whoever does it.
#pragma once

#include <string_view>

namespace tenon {

// An interface is a type that says its name and lists its methods; a method is an aggregate of its arguments:
//   struct hello_world {
//     static constexpr auto interface = tenon::interface{.name = "hello-world", .doc = "Greets somebody."};
//     struct greet {
//       static constexpr auto method = tenon::driver_method{.name = "greet", .default_parameter = "subject"};
//       using result = std::string;
//       std::string subject = "World";
//     };
//     using methods = tenon::methods<greet>;
//   };
struct interface {
  std::string_view name;      // a letter, then letters, digits, _ and -; at most 62 characters
  std::string_view doc = "";  // one sentence for people
  bool no_sdk = false;        // tools that look for what they can call are not shown it
};

// `using result = R;` beside it says what the method gives: void, or anything that can become JSON. An argument that
// may be left out has the value of its initialiser then; one that may not is a `tenon::required`.
struct driver_method {
  std::string_view name;                    // as that of a function
  std::string_view doc = "";                // one sentence for people
  std::string_view default_parameter = "";  // arguments that are no object are this one, as the wire spells it
  std::string_view all_arguments = "";      // this one is the whole object, whatever its keys are; lists call it *
};

// What an interface consists of.
template <class... Methods>
struct methods {};

}  // namespace tenon
