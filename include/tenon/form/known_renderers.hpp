// What forms may refer to without a bundle's bringing it.
#pragma once

#include <array>
#include <string_view>

namespace tenon::form {

// Named by `x-renderer`, `rendererType`, `x-question-type`, or as a format.
inline constexpr std::array<std::string_view, 28> built_in_renderers{
    "text",           "number",    "integer",     "boolean",  "date",     "time",   "datetime",
    "range",          "select",    "combo",       "radio",    "checkbox", "toggle", "group",
    "categorization", "category",  "multiselect", "textarea", "slider",   "rating", "builtin-text",
    "image",          "signature", "audio",       "video",    "file",     "qrcode", "gps"};

// Formats of questions that no standard knows.
inline constexpr std::array<std::string_view, 14> known_formats{
    "date",  "date-time", "time",  "photo", "qrcode", "signature",       "select_file",
    "audio", "gps",       "video", "adate", "html",   "sub-observation", "likert"};

// Those of JSON Schema, draft 7 and later.
inline constexpr std::array<std::string_view, 19> standard_formats{"date-time",
                                                                   "date",
                                                                   "time",
                                                                   "duration",
                                                                   "email",
                                                                   "idn-email",
                                                                   "hostname",
                                                                   "idn-hostname",
                                                                   "ipv4",
                                                                   "ipv6",
                                                                   "uri",
                                                                   "uri-reference",
                                                                   "iri",
                                                                   "iri-reference",
                                                                   "uri-template",
                                                                   "json-pointer",
                                                                   "relative-json-pointer",
                                                                   "regex",
                                                                   "uuid"};

}  // namespace tenon::form
