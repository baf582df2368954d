// Interfaces and drivers by name.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tenon/call/caller.hpp"
#include "tenon/call/create_drivers.hpp"
#include "tenon/call/driver_row.hpp"

namespace tenon_drivers {

// Filled while the program opens, and only read later.
class driver_registry {
 public:
  struct driver {
    tenon::call::driver_row row;
    // As tenon::call::driver_door has them.
    std::function<bool(std::size_t method, const tenon::call::caller& by)> call;
    std::function<bool()> runs;
    std::unique_ptr<const tenon::driver_options> options = nullptr;  // of one that was made at run time
  };
  // Where such a one comes from: its extension, and a visit that that waits for before it stops.
  struct origin {
    std::string_view extension{}, version{};
    std::function<bool(const std::function<void()>& inside)> visit{};
    std::function<bool()> runs{};
  };
  struct known_interface {
    tenon::call::interface_row row;
    std::map<std::string, driver, std::less<>> drivers{};

    [[nodiscard]] const driver* find(std::string_view name) const;
    // The driver of that name; where none is said the one called like the interface, or else the only one.
    [[nodiscard]] const driver* meant_by(std::string_view name) const;
    [[nodiscard]] std::optional<std::size_t> method(std::string_view name) const;
    [[nodiscard]] std::string method_names() const;  // `put, burn`
    [[nodiscard]] std::string_view nearest_driver(std::string_view name) const;
  };

  // Of the composition. `app` outlives it.
  explicit driver_registry(const tenon::call::driver_door& composed);

  // Throws tenon::error: another type has that name.
  known_interface& add(const tenon::call::interface_row& row);
  // Throws tenon::error: the interface has a driver of that name, or as above.
  void add(driver what);
  // Throws tenon::error: its name is none, or as above.
  void add(tenon::call::created_driver what, origin from);

  [[nodiscard]] const known_interface* find(std::string_view interface) const;
  [[nodiscard]] std::string_view nearest(std::string_view interface) const;
  [[nodiscard]] const std::map<std::string, known_interface, std::less<>>& all() const { return all_; }

 private:
  std::map<std::string, known_interface, std::less<>> all_{};
};

}  // namespace tenon_drivers
