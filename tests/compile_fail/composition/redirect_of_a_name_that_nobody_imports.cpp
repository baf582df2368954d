// expect: redirect_not_used: dta is redirected to data_cluster, and nobody in this composition imports dta; the nearest is data. Correct the name in the redirect
#include "tenon/app.hpp"
#include "data_and_notes.hpp"

tenon::app<tenon::redirect<"dta", "data_cluster">, notes, data, data_cluster> composition;
