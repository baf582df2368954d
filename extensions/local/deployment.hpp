// Where a server runs, as far as it decides whether the local provider may run there: it lets anybody in as anybody.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace tenon_local {

enum class deployment : std::uint8_t { development, preview, production };

// Sentences that say why it may not; none: it may. `deployment_env` is the environment variable DEPLOYMENT_ENV, null
// where it is not set: either of the two is enough to refuse, and a word that is not known refuses too.
[[nodiscard]] std::vector<std::string> problems_of(deployment setting, const char* deployment_env);

}  // namespace tenon_local
