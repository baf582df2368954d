// Words that are nearly one that is known.
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>

namespace tenon::form {

// What is looked for again and again is looked for once; of very many different words the later ones are let be, so
// that a bundle made of them takes no longer than another.
class misspellings {
 public:
  // The word that was meant; empty where the word is known, or like none of them. `begins` is what all of these words
  // begin with, which makes none of them more like another.
  [[nodiscard]] std::string_view meant(std::string_view word, std::span<const std::string_view> known,
                                       std::string_view begins = {});

 private:
  // By the list and the word.
  std::map<const std::string_view*, std::map<std::string, std::string_view, std::less<>>> looked_for_{};
  std::size_t distinct_ = 0;
};

}  // namespace tenon::form
