// expect: circular_redirect: these redirects lead in a circle: cache -> store_of_files -> data -> cache. Take one of them out.
#include "tenon/app.hpp"
#include "data_and_notes.hpp"

tenon::app<tenon::redirect<"data", "cache">, notes, tenon::redirect<"cache", "store_of_files">, data,
           tenon::redirect<"store_of_files", "data">>
    composition;
