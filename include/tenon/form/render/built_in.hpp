// The renderers that every form has.
#pragma once

#include "tenon/concepts/renderer.hpp"
#include "tenon/form/render/element.hpp"

namespace tenon::form::built_in {

// They draw what has their format and a type that they can do.
struct text {
  static constexpr auto renderer = tenon::renderer{.format = "text", .doc = "A line of text."};
  static int test(const element& asked);
  static void render(const element& asked, canvas& to);
};
struct textarea {
  static constexpr auto renderer = tenon::renderer{.format = "textarea", .doc = "Several lines of text."};
  static int test(const element& asked);
  static void render(const element& asked, canvas& to);
};
struct number {
  static constexpr auto renderer = tenon::renderer{.format = "number", .doc = "A number, whole or not."};
  static int test(const element& asked);
  static void render(const element& asked, canvas& to);
};
struct slider {
  static constexpr auto renderer = tenon::renderer{.format = "slider", .doc = "A number between two others."};
  static int test(const element& asked);
  static void render(const element& asked, canvas& to);
};
struct date {
  static constexpr auto renderer = tenon::renderer{.format = "date", .doc = "A day."};
  static int test(const element& asked);
  static void render(const element& asked, canvas& to);
};
struct time_of_day {
  static constexpr auto renderer = tenon::renderer{.format = "time", .doc = "A time of the day, in UTC."};
  static int test(const element& asked);
  static void render(const element& asked, canvas& to);
};
struct date_time {
  static constexpr auto renderer = tenon::renderer{.format = "date-time", .doc = "A day and a time, in UTC."};
  static int test(const element& asked);
  static void render(const element& asked, canvas& to);
};
struct boolean {
  static constexpr auto renderer = tenon::renderer{.format = "boolean", .doc = "A box to tick."};
  static int test(const element& asked);
  static void render(const element& asked, canvas& to);
};

// A script can answer these by what a device knows; without one they are typed.
struct gps {
  static constexpr auto renderer = tenon::renderer{.format = "gps", .doc = "Where something is, by its coordinates."};
  static int test(const element& asked);
  static void render(const element& asked, canvas& to);
};
struct qrcode {
  static constexpr auto renderer = tenon::renderer{.format = "qrcode", .doc = "What a code says, a line of text."};
  static int test(const element& asked);
  static void render(const element& asked, canvas& to);
};

// Of several choices one.
struct select {
  static constexpr auto renderer = tenon::renderer{.format = "select", .doc = "One of several, in a list."};
  static int test(const element& asked);
  static void render(const element& asked, canvas& to);
};
struct radio {
  static constexpr auto renderer = tenon::renderer{.format = "radio", .doc = "One of several, all of them shown."};
  static int test(const element& asked);
  static void render(const element& asked, canvas& to);
};
struct rating {
  static constexpr auto renderer = tenon::renderer{.format = "rating", .doc = "A small whole number, by stars."};
  static int test(const element& asked);
  static void render(const element& asked, canvas& to);
};
struct likert {
  static constexpr auto renderer =
      tenon::renderer{.format = "likert", .doc = "A scale, or a table of statements on one scale."};
  static int test(const element& asked);
  static void render(const element& asked, canvas& to);
};
struct multiselect {
  static constexpr auto renderer = tenon::renderer{.format = "multiselect", .doc = "Any of several."};
  static int test(const element& asked);
  static void render(const element& asked, canvas& to);
};

// What holds others.
struct layout {
  static constexpr auto renderer = tenon::renderer{.format = "layout", .doc = "One below the other."};
  static void render(const element& group, canvas& to);
};
struct row {
  static constexpr auto renderer = tenon::renderer{.format = "row", .doc = "Side by side, where there is room."};
  static void render(const element& group, canvas& to);
};
struct group {
  static constexpr auto renderer = tenon::renderer{.format = "group", .doc = "Questions under one heading."};
  static void render(const element& group, canvas& to);
};
struct categorization {
  static constexpr auto renderer =
      tenon::renderer{.format = "categorization", .doc = "Parts under headings, with links to each of them."};
  static void render(const element& group, canvas& to);
};
// A list of objects: its entries, and buttons that add one and take one away.
struct list {
  static constexpr auto renderer = tenon::renderer{.format = "sub-observation", .doc = "A list, entry by entry."};
  static int test(const element& asked);
  static void render(const element& asked, canvas& to);
};
struct words {
  static constexpr auto renderer = tenon::renderer{.format = "builtin-text", .doc = "A text that asks nothing."};
  static void render(const element& said, canvas& to);
};
// Shown where nobody draws what a form wants: never chosen by rank.
struct unknown {
  static constexpr auto renderer = tenon::renderer{.format = "unknown", .doc = "What this server cannot draw."};
  static void render(const element& asked, canvas& to);
};

}  // namespace tenon::form::built_in
