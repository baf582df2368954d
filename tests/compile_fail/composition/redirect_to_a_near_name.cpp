// expect: redirect_not_available: data is redirected to data_clutser, and this composition has none of that name; the nearest is data_cluster. Correct the redirect, or add data_clutser to TENON_EXTENSIONS.
#include "tenon/app.hpp"
#include "data_and_notes.hpp"

tenon::app<tenon::redirect<"data", "data_clutser">, notes, data_cluster> composition;
