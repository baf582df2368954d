// expect: reserved_redirect: tenon is redirected to data, and it is the framework itself. Take the redirect out.
#include "tenon/app.hpp"
#include "data_and_notes.hpp"

tenon::app<tenon::redirect<"tenon", "data">, notes, data> composition;
