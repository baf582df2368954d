// expect: too_many_needs: notes lists more than 16 needs.
#include "tenon/app.hpp"

struct notes {
  static constexpr auto manifest = tenon::manifest{.name = "notes",
                                                   .version = "1.0.0",
                                                   .needs = {{"a"},
                                                             {"b"},
                                                             {"c"},
                                                             {"d"},
                                                             {"e"},
                                                             {"f"},
                                                             {"g"},
                                                             {"h"},
                                                             {"i"},
                                                             {"j"},
                                                             {"k"},
                                                             {"l"},
                                                             {"m"},
                                                             {"n"},
                                                             {"o"},
                                                             {"p"},
                                                             {"q"}}};
};

tenon::app<notes> composition;
