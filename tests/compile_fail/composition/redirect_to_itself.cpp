// expect: circular_redirect: data is redirected to itself. Take the redirect out
#include "tenon/app.hpp"
#include "data_and_notes.hpp"

tenon::app<tenon::redirect<"data", "data">, notes, data> composition;
