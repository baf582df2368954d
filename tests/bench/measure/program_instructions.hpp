// What a program does once more, counted.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace bench {

// The user instructions of one round of a program that takes the number of rounds as its last word: by the difference
// of two runs, so that start and stop cancel out. Throws std::runtime_error where it cannot be counted.
double instructions_of_one(const std::vector<std::string>& words, std::size_t few, std::size_t many);

}  // namespace bench
