#pragma once

#include <string>
#include <tenon/extension.hpp>
#include <vector>

// Offers what somebody may have in a season.
struct sources_in {
  static constexpr auto form_function = tenon::form_function{.name = "sources_in", .doc = "Where water comes from."};
  tenon::required<std::string> season;

  std::vector<tenon::form_choice> call() const {
    std::vector<tenon::form_choice> all{{"well", "A well"}, {"lorry", "A lorry"}};
    if (season.get() == "wet") all.push_back({"rain", "Rain"});
    return all;
  }
};

// Finds fault with more than a household can carry.
struct can_be_carried {
  static constexpr auto form_function = tenon::form_function{.name = "can_be_carried", .doc = "Is it not too much?"};
  tenon::required<double> litres;
  tenon::required<int> people;

  bool call() const { return litres <= 40.0 * people; }
};

struct litres_each {
  static constexpr auto form_function = tenon::form_function{.name = "litres_each", .doc = "How much everybody has."};
  tenon::required<double> litres;
  tenon::required<int> people;

  double call() const { return litres / people; }
};

struct waters {
  static constexpr auto manifest = tenon::manifest{.name = "waters", .version = "1.0.0", .doc = "Knows about water."};
  using form_functions = tenon::form_functions<sources_in, can_be_carried, litres_each>;
};
