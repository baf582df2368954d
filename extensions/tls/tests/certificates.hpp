// Certificates and keys made for one test, in a folder that goes with them.
#pragma once

#include <string>

#include "tenon/testing/scratch_folder.hpp"

class key_folder : public tenon::testing::scratch_folder {
 public:
  // Writes a file of mode 0600 and returns its path.
  std::string file(const std::string& name, const std::string& content) const;
};

struct made_identity {
  std::string certificate;    // PEM
  std::string key;            // PEM
  std::string encrypted_key;  // PEM, passphrase "secret"
};

// Signed by itself, for localhost, valid from so many seconds ago to so many seconds from now.
[[nodiscard]] made_identity make_identity(long since = 60, long until = 3'600);
