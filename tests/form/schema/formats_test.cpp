#include "tenon/form/schema/formats.hpp"

#include <gtest/gtest.h>

#include <initializer_list>
#include <string_view>

using tenon::form::format_fault;

namespace {

void takes(std::string_view format, std::initializer_list<std::string_view> good,
           std::initializer_list<std::string_view> bad) {
  EXPECT_TRUE(tenon::form::is_checked_format(format)) << format;
  for (const std::string_view one : good) EXPECT_EQ(format_fault(format, one), "") << format << " " << one;
  for (const std::string_view one : bad) EXPECT_NE(format_fault(format, one), "") << format << " " << one;
}

TEST(formats, are_truly_checked) {
  takes("date", {"2026-11-27", "2024-02-29"}, {"2026-02-29", "2026-13-01", "2026-1-1", "", "2026-11-27 ", "26-11-27"});
  takes("time", {"08:30:00Z", "23:59:60Z", "08:30:00.25+02:00"}, {"08:30", "24:00:00Z", "08:30:00", "8:30:00Z"});
  takes("date-time", {"2026-11-27T08:30:00Z", "2026-11-27t08:30:00+01:00"},
        {"2026-11-27", "2026-11-27 08:30:00Z", "2026-02-30T08:30:00Z"});
  takes("duration", {"P3D", "PT5M", "P1Y2M3DT4H", "P2W"}, {"P", "PT", "3D", "P1D2W"});
  takes("email", {"a@example.org", "a.b+c@d-e.example"}, {"a", "@example.org", "a@", "a b@c.de", "a@b@c", "a..b@c.de"});
  takes("hostname", {"example.org", "a"}, {"", "-a", "a-", "a..b", "a_b"});
  takes("ipv4", {"1.2.3.4"}, {"1.2.3", "256.1.1.1", "1.2.3.4 ", std::string_view("1.2.3.4\0<", 9)});
  takes("ipv6", {"::1", "2001:db8::8"}, {"1.2.3.4", "12345::"});
  takes("uri", {"https://example.org/a?b#c", "urn:x:y"}, {"/a", "example.org", "https://a b", "http://%zz"});
  takes("uri-reference", {"/a/b", "https://example.org"}, {"a b", "\\"});
  takes("uuid", {"6ba7b810-9dad-11d1-80b4-00c04fd430c8"}, {"6ba7b8109dad11d180b400c04fd430c8", "x"});
  takes("json-pointer", {"", "/a~1b/0"}, {"a", "/~2"});
  takes("relative-json-pointer", {"0#", "1/a"}, {"/a", "01"});
  takes("regex", {"^a+$"}, {"(", "a(?=b)"});
  takes("adate", {"2026-?\?-?\?", "?\?\?\?-11-27", ""}, {"2026", "2026-1?-27"});
}

TEST(formats, are_left_alone_where_nobody_knows_them) {
  EXPECT_FALSE(tenon::form::is_checked_format("stars"));
  EXPECT_EQ(format_fault("stars", "x"), "");
}

}  // namespace
