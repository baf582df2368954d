#include "deployment.hpp"

#include <string_view>

namespace tenon_local {

namespace {

std::string refusal(std::string_view because) {
  std::string text = "Local authentication cannot be enabled in production environments, and ";
  return text.append(because).append(
      " production: the local provider lets anybody in as anybody. Build the program with another implementation "
      "(TENON_EXTENSION_IMPL), or say development or preview where that is the truth");
}

}  // namespace

std::vector<std::string> problems_of(deployment setting, const char* deployment_env) {
  std::vector<std::string> out;
  if (setting == deployment::production) out.push_back(refusal("the setting local.deployment says"));
  const std::string_view word = deployment_env == nullptr ? "" : deployment_env;
  if (word == "production") {
    out.push_back(refusal("the environment variable DEPLOYMENT_ENV says"));
  } else if (!word.empty() && word != "development" && word != "preview") {
    out.push_back("The environment variable DEPLOYMENT_ENV is \"" + std::string(word) +
                  "\". Set it to development, preview or production, or unset it");
  }
  return out;
}

}  // namespace tenon_local
