// Boost.URL as source: of its library, which is one piece, a static program gets all, and here what it uses. Where a
// release of Boost has no such file, the library is linked as it is.
#if __has_include(<boost/url/src.hpp>)
#include <boost/url/src.hpp>
#endif
