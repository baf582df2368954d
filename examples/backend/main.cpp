// The reference server: whatever the build composes, behind the command line of the extension `commands`.
#include <tenon/composition.hpp>

int main(int argc, char** argv) { return commands::main<tenon::composition>(argc, argv); }
