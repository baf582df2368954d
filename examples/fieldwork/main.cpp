#include <tenon/composition.hpp>

// Its forms ask for photographs, and a bundle may have 32 MiB: more than a door lets in that nobody has told.
int main(int argc, char** argv) { return commands::main<tenon::composition>(argc, argv, {"http.body_limit=33MiB"}); }
