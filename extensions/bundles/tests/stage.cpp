#include "stage.hpp"

#include <charconv>

#include "../../http/http.hpp"
#include "../bundles.hpp"
#include "tenon/form/bundle.hpp"
#include "tenon/form/report.hpp"
#include "tenon/testing/fake_identity.hpp"
#include "tenon/testing/harness.hpp"

namespace stage {

// Knows more of bundles than the rules do.
struct critic {
  static constexpr auto manifest = tenon::manifest{.name = "critic", .version = "1.0.0"};
  void on(tenon_bundles::bundle_inspected& event) {
    for (const tenon::form::bundle_entry& one : event.bundle().entries()) {
      if (one.path.ends_with("/odd")) event.found().warning({"this is odd", one.path, "/a", 3, "Make it even."});
      if (one.path.ends_with("/even")) event.found().note({"this is even", one.path});
      if (one.path.ends_with("/bad")) event.found().error({"this is bad", one.path});
    }
  }
};

namespace {

using harness = tenon::testing::harness<bundles, tenon::testing::fake_identity, http, critic>;

harness::settings_type settings(int keep) {
  harness::settings_type out{};
  out.of<http>().port = 0;
  out.of<http>().body_limit = tenon::byte_size{40U << 20U};
  out.of<bundles>().keep = keep;
  return out;
}

}  // namespace

struct server::composition {
  explicit composition(int keep) : on(settings(keep)) {}
  harness on;
};

server::server(int keep) : on_(std::make_unique<composition>(keep)) {
  const std::string at = on_->on.fake<http>().authority();
  const std::string_view port = std::string_view(at).substr(at.rfind(':') + 1);
  std::from_chars(port.data(), port.data() + port.size(), port_);
}
server::~server() = default;

tenon_bundles::active_bundle server::exported() const { return on_->on.extension().exported().active(); }
std::vector<tenon_bundles::bundle_activated> server::told() const {
  return on_->on.events<tenon_bundles::bundle_activated>();
}
void server::advance(std::chrono::minutes by) { on_->on.advance(by); }
void server::lose(const std::string& token) {
  on_->on.fake<tenon::testing::fake_identity>().fails(
      token, tenon::error(tenon::error_type::server_misconfigured, "the database is gone"));
}

}  // namespace stage
