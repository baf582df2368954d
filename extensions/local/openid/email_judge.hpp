// Whether somebody with that email address may log in.
#pragma once

#include <functional>
#include <string>

namespace tenon_local {

// Asked with an address that is well-formed, before anything is kept or signed.
using email_judge = std::function<bool(const std::string& email)>;

}  // namespace tenon_local
