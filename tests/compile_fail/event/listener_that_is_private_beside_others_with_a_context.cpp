// expect: listener_not_callable: notes has an on that is private or cannot be called, so it would hear nothing by it. Make it public and write void on(const greeted&), or void on(const greeted&, auto& ctx), or give it another name.
#include "tenon/app.hpp"

struct greeted {
  static constexpr std::string_view name = "user.greeted";
  int id = 0;
};
struct parted {
  static constexpr std::string_view name = "user.parted";
  static constexpr bool may_be_unheard = true;
  int id = 0;
};
struct door {
  static constexpr auto manifest = tenon::manifest{.name = "door", .version = "1.0.0"};
  using emits = tenon::events<greeted, parted>;
};
class notes {
 public:
  static constexpr auto manifest = tenon::manifest{.name = "notes", .version = "1.0.0"};
  void on(const greeted&, auto&) {}

 private:
  void on(parted& event, auto&) { last = event.id; }
  int last = 0;
};
tenon::app<door, notes> app;
