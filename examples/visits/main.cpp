// A program whose extension does things beside its requests: `visits` serves on port 8080.
#include <tenon/composition.hpp>
#include <tenon/run.hpp>

int main() { return tenon::run<tenon::composition>(); }
