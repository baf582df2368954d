#include "media_type.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace tenon_forms {

namespace {

using namespace std::string_view_literals;

constexpr tenon::header_literal of_unknown_kind = "application/octet-stream";

struct known_beginning {
  std::size_t at;
  std::string_view bytes;
  tenon::header_literal type;
};
// The first that fits.
constexpr std::array beginnings{
    known_beginning{0, "\x89PNG\r\n\x1a\n"sv, "image/png"},
    known_beginning{0, "\xff\xd8\xff"sv, "image/jpeg"},
    known_beginning{0, "GIF87a"sv, "image/gif"},
    known_beginning{0, "GIF89a"sv, "image/gif"},
    known_beginning{8, "WEBP"sv, "image/webp"},
    known_beginning{8, "WAVE"sv, "audio/wav"},
    known_beginning{0, "ID3"sv, "audio/mpeg"},
    known_beginning{0, "fLaC"sv, "audio/flac"},
    known_beginning{0, "#!AMR"sv, "audio/amr"},
    known_beginning{4, "ftypqt  "sv, "video/quicktime"},
    known_beginning{4, "ftypM4A"sv, "audio/mp4"},
    known_beginning{4, "ftyphei"sv, "image/heic"},
    known_beginning{4, "ftypmif1"sv, "image/heic"},
    known_beginning{4, "ftypavif"sv, "image/avif"},
    known_beginning{0, "%PDF-"sv, "application/pdf"},
    known_beginning{0, "PK\x03\x04"sv, "application/zip"},
};
// That hold sound, and may hold film.
struct known_container {
  std::size_t at;
  std::string_view bytes, inside;  // `inside`: stands near the beginning too
  tenon::header_literal sound, film;
};
constexpr std::array containers{
    known_container{0, "OggS"sv, ""sv, "audio/ogg", "video/ogg"},
    known_container{4, "ftyp"sv, ""sv, "audio/mp4", "video/mp4"},
    known_container{0, "\x1a\x45\xdf\xa3"sv, "webm"sv, "audio/webm", "video/webm"},
};
constexpr std::array pictures{"image/png"sv, "image/jpeg"sv, "image/gif"sv, "image/webp"sv};

bool stands_at(std::string_view bytes, std::size_t at, std::string_view wanted) {
  return bytes.size() >= at && bytes.substr(at).starts_with(wanted);
}

// Without a title in front: eleven bits that are set, and the third layer, or AAC, which has none.
tenon::header_literal frame_of_sound(std::string_view bytes) {
  if (bytes.size() < 4 || bytes[0] != '\xff') return of_unknown_kind;
  const auto second = static_cast<unsigned char>(bytes[1]);
  if ((second & 0xf6U) == 0xf0U) return "audio/aac";
  return (second & 0xe6U) == 0xe2U ? tenon::header_literal("audio/mpeg") : of_unknown_kind;
}

}  // namespace

kind_of_file kind_for(std::string_view format) noexcept {
  if (format == "photo" || format == "image" || format == "signature") return kind_of_file::picture;
  if (format == "audio") return kind_of_file::sound;
  return format == "video" ? kind_of_file::film : kind_of_file::any;
}

tenon::header_literal media_type_in(std::string_view bytes, kind_of_file wanted) noexcept {
  for (const known_beginning& one : beginnings)
    if (stands_at(bytes, one.at, one.bytes) && (one.at != 8 || bytes.starts_with("RIFF"))) return one.type;
  constexpr std::size_t near = 64;
  for (const known_container& one : containers)
    if (stands_at(bytes, one.at, one.bytes) && bytes.substr(0, near).find(one.inside) != std::string_view::npos)
      return wanted == kind_of_file::sound ? one.sound : one.film;
  return frame_of_sound(bytes);
}

tenon::header_literal known_media_type(std::string_view name) noexcept {
  for (const known_beginning& one : beginnings)
    if (one.type.view() == name) return one.type;
  for (const known_container& one : containers)
    for (const tenon::header_literal type : {one.sound, one.film})
      if (type.view() == name) return type;
  return name == "audio/aac" ? tenon::header_literal("audio/aac") : of_unknown_kind;
}

std::string_view misfit_of(std::string_view media_type, kind_of_file wanted) noexcept {
  switch (wanted) {
    case kind_of_file::picture:
      if (std::ranges::find(pictures, media_type) != pictures.end()) return {};
      return "This is no picture that can be taken: choose a PNG, JPEG, GIF or WebP file.";
    case kind_of_file::sound:
      if (media_type.starts_with("audio/")) return {};
      return "This is no sound that can be taken: choose a WAV, MP3, AAC, Ogg, FLAC, MP4 or WebM file.";
    case kind_of_file::film:
      if (media_type.starts_with("video/")) return {};
      return "This is no film that can be taken: choose an MP4, WebM, Ogg or QuickTime file.";
    default:
      return {};
  }
}

}  // namespace tenon_forms
