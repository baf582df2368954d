#include "../identity_files.hpp"

#include <gtest/gtest.h>
#include <openssl/ssl.h>
#include <sys/stat.h>

#include "certificates.hpp"
#include "tenon/word/error.hpp"

namespace {

class identity_files_test : public testing::Test {
 protected:
  // "" for files that work, else what is said of them.
  std::string complaint(const std::string& first, const std::string& second, const std::string& version = "1.2") {
    try {
      static_cast<void>(tenon::tls_door::make_context({first, second, version}, {"tls", {&warnings, &note}}));
      return "";
    } catch (const tenon::error& failure) {
      EXPECT_EQ(failure.type(), tenon::error_type::server_misconfigured);
      return failure.message();
    }
  }
  static void note(void* data, const tenon::log_entry& entry) noexcept {
    static_cast<std::string*>(data)->append(entry.message).append("\n");
  }

  key_folder folder;
  made_identity one = make_identity();
  std::string certificate = folder.file("one.pem", one.certificate);
  std::string key = folder.file("one.key", one.key);
  std::string warnings;
};

TEST_F(identity_files_test, that_belong_together_work_without_a_word) {
  EXPECT_EQ(complaint(certificate, key), "");
  EXPECT_EQ(complaint(certificate, key, "1.3"), "");
  EXPECT_EQ(warnings, "");
}

TEST_F(identity_files_test, in_one_file_work_too) {
  const std::string both = folder.file("both.pem", one.certificate + one.key);
  EXPECT_EQ(complaint(both, both), "");
}

TEST_F(identity_files_test, of_which_one_is_not_set_are_asked_for) {
  EXPECT_EQ(complaint(certificate, ""),
            "tls.certificate is set, but tls.key is not. Set both, or neither to do without TLS.");
  EXPECT_EQ(complaint("", key), "tls.key is set, but tls.certificate is not. Set both, or neither to do without TLS.");
}

TEST_F(identity_files_test, that_cannot_be_read_are_named_with_the_reason) {
  EXPECT_EQ(complaint(folder.path("missing.pem"), key),
            "tls cannot read the certificate " + folder.path("missing.pem") +
                ": No such file or directory. Set tls.certificate to a PEM file that this process may read.");
  EXPECT_EQ(complaint(certificate, folder.path("")),
            "tls cannot read the key " + folder.path("") +
                ": Is a directory. Set tls.key to a PEM file that this process may read.");
}

TEST_F(identity_files_test, that_are_not_pem_are_named) {
  const std::string rubbish = folder.file("rubbish", "not a certificate"), empty = folder.file("empty", "");
  EXPECT_TRUE(complaint(rubbish, key).starts_with("tls cannot use the certificate " + rubbish + " ("))
      << complaint(rubbish, key);
  EXPECT_TRUE(complaint(empty, key).starts_with("tls cannot use the certificate " + empty + " ("));
  EXPECT_TRUE(complaint(certificate, rubbish).starts_with("tls cannot use the key " + rubbish + " ("))
      << complaint(certificate, rubbish);
  EXPECT_TRUE(complaint(key, certificate).starts_with("tls cannot use the certificate " + key + " ("));
  EXPECT_TRUE(complaint(certificate, certificate).starts_with("tls cannot use the key " + certificate + " ("));
}

TEST_F(identity_files_test, that_do_not_belong_together_are_both_named) {
  const std::string other = folder.file("other.key", make_identity().key);
  EXPECT_EQ(complaint(certificate, other),
            "The key " + other + " does not belong to the certificate " + certificate +
                ". Set tls.certificate and tls.key to two files that were made together.");
}

TEST_F(identity_files_test, with_a_passphrase_are_refused_instead_of_asking_the_terminal) {
  const std::string encrypted = folder.file("encrypted.key", one.encrypted_key);
  EXPECT_TRUE(
      complaint(certificate, encrypted).starts_with("tls cannot use the key " + encrypted + ": it is encrypted"))
      << complaint(certificate, encrypted);
}

TEST_F(identity_files_test, ask_for_a_version_that_exists) {
  EXPECT_EQ(complaint(certificate, key, "1.1"),
            "tls.minimum_version is \"1.1\". Write 1.2 or 1.3; anything older is broken.");
}

TEST_F(identity_files_test, that_others_may_read_or_that_are_not_valid_now_are_warned_of) {
  chmod(key.c_str(), 0644);
  EXPECT_EQ(complaint(certificate, key), "");
  EXPECT_NE(warnings.find("can be read by others"), std::string::npos) << warnings;
  const made_identity old = make_identity(7'200, -3'600), young = make_identity(-3'600, 7'200);
  EXPECT_EQ(complaint(folder.file("old.pem", old.certificate), folder.file("old.key", old.key)), "");
  EXPECT_NE(warnings.find("has expired"), std::string::npos) << warnings;
  EXPECT_EQ(complaint(folder.file("young.pem", young.certificate), folder.file("young.key", young.key)), "");
  EXPECT_NE(warnings.find("is not valid yet"), std::string::npos) << warnings;
}

}  // namespace
