// Certificates and keys made for one test, in a folder that goes with them.
#pragma once

#include <string>

class scratch_folder {
 public:
  scratch_folder();
  ~scratch_folder();
  scratch_folder(const scratch_folder&) = delete;
  scratch_folder& operator=(const scratch_folder&) = delete;

  [[nodiscard]] std::string path(const std::string& name) const { return path_ + "/" + name; }
  // Writes a file of mode 0600 and returns its path.
  std::string file(const std::string& name, const std::string& content) const;

 private:
  std::string path_;
};

struct made_identity {
  std::string certificate;    // PEM
  std::string key;            // PEM
  std::string encrypted_key;  // PEM, passphrase "secret"
};

// Signed by itself, for localhost, valid from so many seconds ago to so many seconds from now.
[[nodiscard]] made_identity make_identity(long since = 60, long until = 3'600);
