// Questions that are answered with a file, in a program that keeps what is sent.
#include "../files.hpp"

#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "sent_files.hpp"
#include "tenon/sqlite/connection.hpp"

using stage::body_of;
using stage::forms_with_files;
using stage::has;
using stage::header;
using stage::png;
using stage::sent_part;

namespace {

std::int64_t count_in(const std::string& folder, bool of_pieces) {
  tenon::sqlite::connection on(folder + "/forms.data.db", 1000);
  auto all = of_pieces ? on.select("SELECT count(*) FROM observation_file_pieces")
                       : on.select("SELECT count(*) FROM observation_files");
  return all.next() ? all.number(0) : -1;
}
std::int64_t size_in(const std::string& folder) {
  tenon::sqlite::connection on(folder + "/forms.data.db", 1000);
  auto all = on.select("SELECT bytes FROM observations_size");
  return all.next() ? all.number(0) : -1;
}

TEST_F(forms_with_files, keep_a_file_and_give_it_to_administrators_byte_for_byte) {
  auto on = started();
  // Longer than one piece, with every byte there is, and what would end a part if it were not alone in its line.
  std::string bytes(png);
  for (int i = 0; i < 600'000; ++i) bytes += static_cast<char>(i % 256);
  bytes.append("\r\n--cu\r\n");
  EXPECT_EQ(send_parts(*on, {{"/name", "Ada"}, {"/photo", bytes, "a photo.png"}}).status, 303);
  const std::string said = lines(*on);
  EXPECT_TRUE(has(said, R"("name":"a photo.png","sha256":")")) << said;
  EXPECT_TRUE(has(said, R"("size":)" + std::to_string(bytes.size()) + R"(,"type":"image/png"})")) << said;
  const std::string path = "/forms/find/observations/1/files/" + said_of_file(said, "id");
  const tenon::response answer = see(*on, path);
  EXPECT_EQ(answer.status, 200);
  EXPECT_EQ(answer.content_type.view(), "image/png");
  EXPECT_EQ(header(answer, "Content-Disposition"),
            "attachment; filename=\"a photo.png\"; filename*=UTF-8''a%20photo.png");
  EXPECT_EQ(header(answer, "X-Content-Type-Options"), "nosniff");
  EXPECT_EQ(header(answer, "Cache-Control"), "no-store");
  EXPECT_TRUE(has(header(answer, "Content-Security-Policy"), "default-src 'none'"));
  EXPECT_TRUE(all_of(*on, path) == bytes);

  EXPECT_EQ(on->get(path).status, 401);
  EXPECT_EQ(on->send_as("ada", {.target = path, .path = path}).status, 403);
  for (const std::string& other :
       {"/forms/find/observations/2/files/" + said_of_file(said, "id"),
        "/forms/visit/observations/1/files/" + said_of_file(said, "id"),
        std::string("/forms/find/observations/1/files/x"), std::string("/forms/find/observations/x/files/x")})
    EXPECT_EQ(see(*on, other).status, 404) << other;
}

TEST_F(forms_with_files, show_them_on_the_page_of_the_observation_and_name_them_in_tables) {
  auto on = started();
  ASSERT_EQ(send_parts(*on, {{"/name", "Ada"}, {"/photo", png, "<b>.png"}, {"/paper", "%PDF-1", "a.pdf"}}).status, 303);
  const std::string id = said_of_file(lines(*on), "paper");
  const std::string page(see(*on, "/forms/find/observations/1").body.view());
  EXPECT_TRUE(has(page, R"(<th scope="row">Photo</th><td><a href="/forms/find/observations/1/files/)")) << page;
  EXPECT_TRUE(
      has(page, R"(">&lt;b&gt;.png</a> (image/png, 31 bytes)<br><img class="kept" loading="lazy" src="/forms/)"))
      << page;
  EXPECT_TRUE(has(page, "/files/" + id + R"(">a.pdf</a> (application/pdf, 6 bytes)</td>)")) << page;
  EXPECT_FALSE(has(page, "<b>"));
  EXPECT_TRUE(has(see(*on, "/forms/find/observations").body.view(), "<td>&lt;b&gt;.png</td>"));
  const std::string table = all_of(*on, "/forms/find/observations.csv");
  EXPECT_TRUE(has(table, R"(""name"":""<b>.png"")") && has(table, id)) << table;
}

TEST_F(forms_with_files, refuse_what_is_not_what_was_asked_for_whatever_it_calls_itself) {
  auto on = started();
  const auto photo = [&](std::string_view bytes) {
    const tenon::response answer = send_parts(*on, {{"/name", "Ada"}, {"/photo", bytes, "a.png"}});
    return std::to_string(answer.status).append(" ").append(answer.body.view());
  };
  for (const std::string_view bytes :
       {std::string_view("<svg xmlns=\"http://www.w3.org/2000/svg\"><script/></svg>"), std::string_view("<html>"),
        std::string_view("%PDF-1.7"), std::string_view("RIFF\0\0\0\0WAVE", 12), std::string_view("a")}) {
    EXPECT_TRUE(has(photo(bytes), "422 ")) << bytes;
    EXPECT_TRUE(
        has(photo(bytes), R"(</a>: This is no picture that can be taken: choose a PNG, JPEG, GIF or WebP file.)"))
        << photo(bytes);
  }
  EXPECT_TRUE(has(photo(""), "This file is empty: choose another one."));
  EXPECT_TRUE(has(send_parts(*on, {{"/name", "Ada"}, {"/sound", png, "a.mp3"}}).body.view(), "This is no sound"));
  EXPECT_EQ(count_in(folder_.path(), false), 0) << "nothing is left of what is refused";
}

TEST_F(forms_with_files, never_tell_a_browser_that_what_was_sent_is_a_page) {
  auto on = started();
  ASSERT_EQ(send_parts(*on, {{"/name", "Ada"}, {"/paper", "<html><script>1</script>", "a.html"}}).status, 303);
  const std::string path = "/forms/find/observations/1/files/" + said_of_file(lines(*on), "paper");
  EXPECT_EQ(see(*on, path).content_type.view(), "application/octet-stream");
}

TEST_F(forms_with_files, take_files_of_the_size_that_the_settings_say) {
  auto on = started({.file_max_size = tenon::byte_size{2048}, .files_max_size = tenon::byte_size{3072}});
  const std::string whole = std::string(png).append(2048 - png.size(), 'x'), longer = whole + "x";
  EXPECT_EQ(send_parts(*on, {{"/name", "Ada"}, {"/photo", whole, "a.png"}}).status, 303);
  const tenon::response refused = send_parts(*on, {{"/name", "Ada"}, {"/photo", longer, "a.png"}});
  EXPECT_EQ(refused.status, 422);
  EXPECT_TRUE(has(refused.body.view(), "This file has 2 KiB, and at most 2 KiB are taken: choose a smaller one."))
      << refused.body.view();
  const tenon::response both =
      send_parts(*on, {{"/name", "Ada"}, {"/photo", whole, "a.png"}, {"/paper", whole, "b.png"}});
  EXPECT_EQ(both.status, 422);
  EXPECT_TRUE(has(both.body.view(), "All files together have 4 KiB, and at most 3 KiB are taken")) << both.body.view();
  EXPECT_EQ(count_in(folder_.path(), false), 1);
}

TEST_F(forms_with_files, take_a_name_for_a_text_that_leads_nowhere) {
  auto on = started();
  const std::string long_name = std::string(199, 'x') + "\u00e4.png";
  for (const std::string& name : {std::string("../../etc/passwd"), std::string("C:\\\\a\\\\b.png"), std::string("..")})
    EXPECT_EQ(send_parts(*on, {{"/name", "Ada"}, {"/photo", png, name}}).status, 303) << name;
  EXPECT_EQ(send_parts(*on, {{"/name", "Ada"}, {"/photo", png, long_name}}).status, 303);
  EXPECT_EQ(send_parts(*on, {{"/name", "Ada"}, {"/photo", png, "\u00e4;.png"}}).status, 303);
  const std::string said = lines(*on);
  EXPECT_FALSE(has(said, "..") || has(said, "/etc") || has(said, "C:")) << said;
  EXPECT_TRUE(has(said, R"("name":"passwd")") && has(said, R"("name":"b.png")")) << said;
  EXPECT_TRUE(has(said, R"("name":"unnamed")")) << said;
  EXPECT_TRUE(has(said, "\"name\":\"" + std::string(199, 'x') + "\"")) << "cut where a character begins: " << said;
  const std::string last = said.substr(said.rfind("{\"id\":"));
  EXPECT_TRUE(has(last, "\u00e4;.png")) << last;
  const std::string path =
      "/forms/find/observations/5/files/" + said_of_file(said.substr(said.find("{\"id\":5")), "id");
  EXPECT_EQ(header(see(*on, path), "Content-Disposition"),
            "attachment; filename=\"___.png\"; filename*=UTF-8''%C3%A4%3B.png");
}

TEST_F(forms_with_files, take_one_file_for_one_question) {
  auto on = started();
  const tenon::response two = send_parts(*on, {{"/name", "Ada"}, {"/photo", png, "a.png"}, {"/photo", png, "b.png"}});
  EXPECT_EQ(two.status, 422);
  EXPECT_TRUE(has(two.body.view(), "Several files were sent, and one is asked for: choose one.")) << two.body.view();
  EXPECT_EQ(send_parts(*on, {{"/name", "Ada"}, {"/photo", png, "a.png"}, {"/photo", "", ""}}).status, 303)
      << "a question that stands twice, of which one field was left empty";
  EXPECT_TRUE(has(send_parts(*on, {{"/name", png, "a.png"}}).body.view(), "This is not answered with a file."));
  EXPECT_TRUE(
      has(send_parts(*on, {{"/name", "Ada"}, {"/photo", "a.png"}}).body.view(), "This is answered with a file"));
  EXPECT_TRUE(has(send_parts(*on, {{"/name", "Ada"}, {"/x", png, "a.png"}}).body.view(), "Nobody asked for this."));
  EXPECT_EQ(count_in(folder_.path(), false), 1);
}

TEST_F(forms_with_files, say_which_file_has_to_be_chosen_again) {
  auto on = started();
  const tenon::response answer = send_parts(*on, {{"/name", ""}, {"/photo", png, "<a>.png"}});
  EXPECT_EQ(answer.status, 422);
  EXPECT_TRUE(has(answer.body.view(), "You chose '&lt;a&gt;.png'. A page cannot keep a file: choose it again."))
      << answer.body.view();
  EXPECT_EQ(count_in(folder_.path(), false), 0);
}

TEST_F(forms_with_files, keep_nothing_of_a_question_that_rules_hide) {
  stage::write(std::filesystem::path(folder_.path()) / "bundle" / "forms" / "find" / "ui.json", R"({
      "type": "VerticalLayout", "elements": [{"type": "Control", "scope": "#/properties/name"},
      {"type": "Control", "scope": "#/properties/photo",
       "rule": {"effect": "SHOW", "condition": {"scope": "#/properties/name", "schema": {"const": "Ada"}}}}]})");
  auto on = started();
  EXPECT_EQ(send_parts(*on, {{"/name", "Dave"}, {"/photo", png, "a.png"}}).status, 303);
  EXPECT_EQ(count_in(folder_.path(), false), 0);
  EXPECT_EQ(send_parts(*on, {{"/name", "Dave"}, {"/photo", "", "a.png"}}).status, 303);
  EXPECT_EQ(send_parts(*on, {{"/name", "Ada"}, {"/photo", png, "a.png"}}).status, 303);
  EXPECT_EQ(count_in(folder_.path(), false), 1);
}

TEST_F(forms_with_files, refuse_what_cannot_be_read_or_is_too_much) {
  auto on = started();
  EXPECT_EQ(send_body(*on, "--cut\r\n\r\nno name\r\n--cut--").status, 400);
  const tenon::response cut = send_body(*on, body_of({{"/name", "Ada"}}).substr(0, 60));
  EXPECT_EQ(cut.status, 400);
  EXPECT_TRUE(has(cut.body.view(), "The form cannot be read: part 1")) << cut.body.view();
  EXPECT_EQ(send_body(*on, body_of(std::vector<sent_part>(10'000, {"/photo", png, "a.png"}))).status, 400);
  EXPECT_EQ(send_body(*on, body_of({{"/name", std::string(300 * 1024, 'x')}})).status, 413);
  EXPECT_EQ(send(*on, "/name=" + std::string(300 * 1024, 'x')).status, 413);
  EXPECT_EQ(count_in(folder_.path(), false), 0);
}

TEST_F(forms_with_files, keep_what_is_sent_again_by_the_same_key_once_whatever_its_boundary) {
  auto on = started();
  const std::vector<sent_part> parts{{"/name", "Ada"}, {"/photo", png, "a.png"}};
  EXPECT_EQ(send_body(*on, body_of(parts, "one"), "one", "1").status, 303);
  EXPECT_EQ(send_body(*on, body_of(parts, "two"), "two", "1").status, 303);
  EXPECT_EQ(count_in(folder_.path(), false), 1);
  const std::string other = std::string(png).append("!");
  EXPECT_EQ(send_body(*on, body_of({{"/name", "Ada"}, {"/photo", other, "a.png"}}), "cut", "1").status, 303);
  EXPECT_EQ(count_in(folder_.path(), false), 2) << "another file is another answer";
}

TEST_F(forms_with_files, count_them_as_what_is_kept_and_let_them_go_with_their_observation) {
  auto on = started();
  const std::string bytes = std::string(png).append(600'000, 'x');
  ASSERT_EQ(send_parts(*on, {{"/name", "Ada"}}).status, 303);
  const std::int64_t without = size_in(folder_.path());
  ASSERT_EQ(send_parts(*on, {{"/name", "Ada"}, {"/photo", bytes, "a.png"}}).status, 303);
  const std::int64_t with = size_in(folder_.path());
  EXPECT_GE(with - 2 * without, static_cast<std::int64_t>(bytes.size()) + 200);
  EXPECT_EQ(count_in(folder_.path(), true), 3);
  on->change(R"({"observations_max_size": ")" + std::to_string(with + 1000) + "\"}");
  const tenon::response refused = send_parts(*on, {{"/name", "Ada"}, {"/photo", bytes, "a.png"}});
  EXPECT_EQ(refused.status, 507);
  EXPECT_TRUE(has(refused.body.view(), "You chose 'a.png'.")) << refused.body.view();
  EXPECT_EQ(count_in(folder_.path(), true), 3);
  tenon::sqlite::connection(std::string(folder_.path()) + "/forms.data.db", 1000).run("DELETE FROM observations");
  EXPECT_EQ(size_in(folder_.path()), 0);
  EXPECT_EQ(count_in(folder_.path(), false) + count_in(folder_.path(), true), 0);
}

TEST_F(forms_with_files, are_whole_after_the_program_was_killed_at_any_time) {
  const std::string bytes = std::string(png).append(3'000'000, 'x');
  const pid_t child = fork();
  if (child == 0) {
    auto on = started({.submissions_per_minute = 0, .files_max_size = tenon::byte_size{64U << 20U}});
    for (;;) static_cast<void>(send_parts(*on, {{"/name", "Ada"}, {"/photo", bytes, "a.png"}}));
  }
  usleep(700'000);
  kill(child, SIGKILL);
  waitpid(child, nullptr, 0);
  auto on = started();
  const std::string said = lines(*on);
  const auto observations = std::count(said.begin(), said.end(), '\n');
  EXPECT_EQ(count_in(folder_.path(), false), observations);
  EXPECT_EQ(count_in(folder_.path(), true), observations * 12);
}

}  // namespace
