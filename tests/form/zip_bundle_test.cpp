// Bundles as ZIP files, and what must not come in by them.
#include <gtest/gtest.h>

#include <string>

#include "many_entries.hpp"
#include "tenon/form/open_bundle.hpp"
#include "tenon/form/validator.hpp"
#include "tenon/form/zip_bundle.hpp"
#include "tenon/word/error.hpp"
#include "written_bundle.hpp"
#include "written_zip.hpp"

namespace {

using form_test::messages;
using form_test::strings;
using form_test::written_zip;
using tenon::form::bundle_entry;
using tenon::form::zip_bundle;

std::string refusal(const std::filesystem::path& file, const tenon::form::zip_limits& limits = {}) {
  try {
    zip_bundle bundle(file, limits);
  } catch (const tenon::error& refused) {
    return refused.message();
  }
  return "none";
}
std::string refused_file(const zip_bundle& bundle, std::string_view path) {
  try {
    static_cast<void>(bundle.read(path));
  } catch (const tenon::error& refused) {
    return refused.message();
  }
  return "none";
}
std::string problem(std::string_view path, std::string_view wrong) {
  return std::string("invalid app bundle structure: entry '").append(path).append("' ").append(wrong);
}
// Where the directory of a ZIP file begins.
std::size_t directory_of(const std::string& bytes) { return bytes.find("PK\x01\x02"); }

TEST(a_zip, is_read_like_a_folder) {
  written_zip zip;
  zip.add("forms/").add("forms/visit/ui.json", "{}").add("app/index.html", std::string(100'000, 'x')).add("empty");
  const zip_bundle bundle(zip.path());
  EXPECT_EQ(bundle.entries(),
            (std::vector<bundle_entry>{
                {"app/index.html", false}, {"empty", false}, {"forms", true}, {"forms/visit/ui.json", false}}));
  EXPECT_TRUE(bundle.problems().empty());
  EXPECT_EQ(bundle.read("forms/visit/ui.json"), "{}");
  EXPECT_EQ(bundle.read("app/index.html"), std::string(100'000, 'x'));
  EXPECT_EQ(bundle.read("empty"), "");
  EXPECT_EQ(bundle.read("forms/visit/ui.json"), "{}") << "as often as wanted";
  EXPECT_FALSE(bundle.read("forms"));
  EXPECT_FALSE(bundle.read("nowhere"));
}

TEST(a_zip, is_judged_like_a_folder) {
  written_zip zip;
  zip.add("app/index.html").add("forms/a/schema.json", "{").add("forms/a/ui.json", "{}").add("stray");
  EXPECT_EQ(messages(validate(*tenon::form::open_bundle(zip.path())).errors()),
            (strings{"invalid app bundle structure: unexpected top-level directory 'stray'",
                     "invalid JSON in form schema forms/a/schema.json: invalid JSON: the text ends before the JSON "
                     "value does. A bracket or a quote is not closed."}));
}

TEST(a_zip, of_nothing_is_no_bundle) {
  written_zip zip;
  EXPECT_TRUE(refusal(zip.path()).starts_with("failed to open bundle: "));
}

TEST(an_entry, that_leads_out_of_the_bundle_is_a_problem_and_is_not_read) {
  written_zip zip;
  zip.add("good");
  for (const char* path : {"../evil", "a/../../evil", "/etc/evil", "a\\evil", "C:/evil", "a\nb", "./a", "a//b"})
    zip.add(path, "evil");
  const zip_bundle bundle(zip.path());
  EXPECT_EQ(bundle.entries(), (std::vector<bundle_entry>{{"good", false}}));
  ASSERT_EQ(bundle.problems().size(), 8U);
  for (const auto& one : bundle.problems()) EXPECT_FALSE(bundle.read(one.file)) << one.file;
  EXPECT_EQ(bundle.problems()[0].message, problem("../evil", "leads out of its folder by \"..\""));
  EXPECT_EQ(validate(bundle).errors()[0], bundle.problems()[0]) << "and the first that is told";
}

TEST(an_entry, that_is_a_link_is_a_problem) {
  written_zip zip;
  zip.add("link", "/etc/passwd", form_test::symbolic_link).add("folder/", "..", form_test::symbolic_link);
  const zip_bundle bundle(zip.path());
  EXPECT_TRUE(bundle.entries().empty());
  EXPECT_EQ(messages(bundle.problems()),
            (strings{problem("folder", "is a symbolic link"), problem("link", "is a symbolic link")}));
}

TEST(an_entry, that_is_there_twice_is_a_problem_and_neither_counts) {
  written_zip zip;
  zip.add("a", "1").add("b").add("a", "2").add("a", "3").add("c/").add("c");
  const zip_bundle bundle(zip.path());
  EXPECT_EQ(bundle.entries(), (std::vector<bundle_entry>{{"b", false}}));
  EXPECT_EQ(messages(bundle.problems()),
            (strings{problem("a", "is there more than once"), problem("c", "is there more than once")}));
}
TEST(an_entry, below_one_that_is_a_file_is_a_problem) {
  written_zip zip;
  zip.add("a").add("a/b/c").add("a-b");
  const zip_bundle bundle(zip.path());
  EXPECT_EQ(bundle.entries(), (std::vector<bundle_entry>{{"a", false}, {"a-b", false}}));
  EXPECT_EQ(messages(bundle.problems()), strings{problem("a/b/c", "lies in a folder that is a file")});
}

TEST(an_entry, that_is_encrypted_is_a_problem) {
  written_zip zip;
  zip.add("a", "secret");
  std::string bytes = zip.bytes();
  bytes[directory_of(bytes) + 8] |= 1;
  zip.bend(bytes);
  EXPECT_EQ(messages(zip_bundle(zip.path()).problems()), strings{problem("a", "is encrypted")});
}

TEST(an_entry, that_is_packed_like_a_bomb_is_a_problem) {
  written_zip zip;
  zip.add("small", std::string(1'000'000, '\0')).add("bomb", std::string(std::size_t{8} << 20U, '\0'));
  const zip_bundle bundle(zip.path());
  EXPECT_EQ(messages(bundle.problems()), strings{problem("bomb", "is packed so tightly that it looks like a bomb")});
  EXPECT_EQ(bundle.entries().size(), 1U);
}
TEST(a_zip, that_would_unpack_to_too_much_is_refused) {
  written_zip zip;
  zip.add("a", std::string(600, 'x')).add("b", std::string(600, 'y'));
  EXPECT_EQ(refusal(zip.path(), {.total_bytes = 1'000}), "failed to open bundle: it would unpack to more than it may");
  EXPECT_EQ(refusal(zip.path(), {.total_bytes = 1'200}), "none");
}
TEST(a_zip, of_a_hundred_thousand_entries_is_read_and_of_one_more_refused) {
  using form_test::counted, form_test::many_entries;
  for (const counted how : {counted::by_64_bits, counted::by_16_bits}) {
    written_zip zip;
    zip.bend(many_entries(tenon::form::most_entries, how));
    EXPECT_EQ(zip_bundle(zip.path()).entries().size(), tenon::form::most_entries);
    zip.bend(many_entries(tenon::form::most_entries + 1, how));
    EXPECT_EQ(refusal(zip.path()), "failed to open bundle: it has more than 100000 entries");
  }
}

TEST(a_file, of_a_zip_that_is_too_large_for_json_is_not_read) {
  written_zip zip;
  std::string noise(tenon::form::most_json_bytes + 1, 'x');
  for (std::size_t i = 0; i < noise.size(); ++i) noise[i] = static_cast<char>('a' + i * i % 23);
  zip.add("forms/ext.json", noise).add("app/index.html");
  EXPECT_EQ(messages(validate(zip_bundle(zip.path())).errors()),
            strings{"failed to open extension file forms/ext.json: it is larger than 4 MiB"});
}

TEST(a_zip, that_is_cut_off_or_none_at_all_is_refused) {
  const std::string said =
      "failed to open bundle: it is not a ZIP file, or is cut off: the list of its entries is missing";
  written_zip zip;
  zip.add("a", "text").add("b", "text");
  const std::string whole = zip.bytes();
  for (std::size_t size = 0; size + 22 < whole.size(); ++size) {
    zip.bend(whole.substr(0, size));
    EXPECT_EQ(refusal(zip.path()), said) << size;
  }
  zip.bend("this is a text");
  EXPECT_EQ(refusal(zip.path()), said);
}

TEST(a_zip, whose_directory_is_damaged_is_refused) {
  written_zip zip;
  zip.add("a", "text").add("b", "text");
  std::string bytes = zip.bytes();
  bytes[bytes.rfind("PK\x01\x02") + 1] = 'X';
  zip.bend(bytes);
  EXPECT_EQ(refusal(zip.path()), "failed to open bundle: the list of its entries is damaged");
}

TEST(an_entry, that_is_packed_in_a_way_that_nobody_unpacks_here_says_which) {
  written_zip zip;
  zip.add("app/index.html", "text");
  const std::string whole = zip.bytes();
  const auto packed_by = [&](char method) {
    std::string bytes = whole;
    bytes[bytes.find("PK\x03\x04") + 8] = bytes[directory_of(bytes) + 10] = method;
    zip.bend(bytes);
    return messages(zip_bundle(zip.path()).problems());
  };
  const std::string cure = ", and only deflate is unpacked here: pack it with that";
  EXPECT_EQ(packed_by(8), strings{});
  EXPECT_EQ(packed_by(12), strings{problem("app/index.html", "is packed by bzip2 (method 12)" + cure)});
  EXPECT_EQ(packed_by(14), strings{problem("app/index.html", "is packed by LZMA (method 14)" + cure)});
  EXPECT_EQ(packed_by(77), strings{problem("app/index.html", "is packed by an unknown method (method 77)" + cure)});
}

TEST(an_entry, that_has_another_path_at_its_bytes_than_in_the_list_is_unsafe) {
  written_zip zip;
  zip.add("app/").add("app/index.html", "text").add("app/other.html", "text");
  std::string bytes = zip.bytes();
  EXPECT_EQ(messages(zip_bundle(zip.path()).problems()), strings{});
  bytes[bytes.find("other")] = 'O';
  zip.bend(bytes);
  const zip_bundle bundle(zip.path());
  EXPECT_EQ(messages(bundle.problems()),
            strings{problem("app/other.html", "has another path at its bytes than in the list of entries")});
  EXPECT_FALSE(bundle.read("app/other.html"));
  EXPECT_EQ(bundle.read("app/index.html"), "text");
}

TEST(a_file, whose_bytes_are_damaged_is_not_read) {
  const std::string schema = R"({"type": "object"})";
  written_zip zip;
  zip.add("forms/v/schema.json", schema).add("forms/v/ui.json", "{}").add("app/index.html");
  const std::string whole = zip.bytes();
  const std::size_t begin = whole.find("schema.json") + 11, end = whole.find("PK", begin);
  ASSERT_LT(begin, end);
  for (std::size_t at = begin; at + 1 < end; ++at) {  // the last says that this was all, which the size says too
    std::string bytes = whole;
    bytes[at] = static_cast<char>(bytes[at] ^ 0x55);
    zip.bend(bytes);
    const zip_bundle bundle(zip.path());
    EXPECT_EQ(refused_file(bundle, "forms/v/schema.json"), "its packed bytes are damaged") << at - begin;
    EXPECT_EQ(bundle.read("forms/v/ui.json"), "{}") << "the others are";
    EXPECT_EQ(messages(validate(bundle).errors()), strings{"failed to open form schema: its packed bytes are damaged"});
  }
}

TEST(a_file, that_lays_out_a_form_and_cannot_be_read_is_said_to_be_that) {
  written_zip zip;
  zip.add("forms/v/schema.json", R"({"type": "object"})").add("forms/v/ui.json", "{}").add("app/index.html");
  std::string bytes = zip.bytes();
  char& packed = bytes[bytes.find("ui.json") + std::string("ui.json").size()];
  packed = static_cast<char>(packed ^ 0x55);
  zip.bend(bytes);
  EXPECT_EQ(messages(validate(zip_bundle(zip.path())).errors()),
            strings{"failed to open form UI schema: its packed bytes are damaged"});
}

TEST(a_file, of_any_size_comes_out_piece_by_piece_and_goes_on_when_the_zip_is_gone) {
  std::string text;
  for (std::size_t i = 0; i < tenon::form::most_json_bytes + 1; ++i) text += static_cast<char>('a' + i * i % 23);
  written_zip zip;
  zip.add("large", text).add("empty").add("folder/");
  const std::filesystem::path file = zip.path();
  const zip_bundle bundle(file);
  auto one = bundle.open("large");
  ASSERT_TRUE(one);
  EXPECT_EQ(one->size(), text.size());
  std::string got = one->next(10);
  EXPECT_EQ(got, text.substr(0, 10));
  std::filesystem::remove(file);
  for (std::string more; !(more = one->next(100'000)).empty();) got += more;
  EXPECT_TRUE(got == text);
  EXPECT_EQ(one->next(1), "");
  EXPECT_FALSE(bundle.open("folder"));
  EXPECT_FALSE(bundle.open("nowhere"));
}

// A byte anywhere may be anything: what is read is a bundle or a refusal.
TEST(a_zip, with_any_byte_changed_is_read_or_refused) {
  written_zip zip;
  zip.add("app/index.html", "<!doctype html>").add("forms/ext.json", R"({"functions": {}})");
  const std::string whole = zip.bytes();
  for (std::size_t at = 0; at < whole.size(); ++at) {
    for (const int mask : {0x01, 0x80, 0xFF}) {
      std::string bytes = whole;
      bytes[at] = static_cast<char>(bytes[at] ^ mask);
      zip.bend(bytes);
      try {
        static_cast<void>(validate(zip_bundle(zip.path())));
      } catch (const tenon::error& refused) {
        EXPECT_TRUE(refused.message().starts_with("failed to open bundle: ")) << refused.message();
      }
    }
  }
}

}  // namespace
