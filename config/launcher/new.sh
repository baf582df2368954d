# `new extension`: writes a new extension that builds, passes its test and is found, with nothing to edit first. What is written is
# made of the files in config/stubs: a word between two @ there stands for what the author says. Nothing is ever overwritten.

stubs=$root/config/stubs

new_help() {
  cat <<'TEXT'
usage: ./tenon new extension NAME [OPTIONS]

Writes an extension with a setting, a listener, a hook and a route, its test and its page. It builds as it stands, and is in the
back end at its next build. Nothing is overwritten; what was written is listed.

  --kind KIND         single    a file NAME.hpp; its test lies in tests/ beside it
                      folder    a folder NAME, with a contract for others and room for *.cpp; the default
                      provider  an implementation for extension_impl, with a provider of API keys that keeps them in memory
                      functions a folder NAME with functions that can be called by name, and nothing else (docs/functions.md); those that
                                a form calls are others, and belong into any kind (docs/forms.md)
  --out FOLDER        where to put it: a folder of the search path; the default is extensions/. In mods/ it is made where it is missing
  --description TEXT  one sentence about it, at most 100 characters
  --author TEXT       the default is the name that git knows, or else the user's
  --licence TEXT      the default is BSL-1.0
  --version X.Y.Z     the default is 1.0.0
  --needs LIST        other extensions, with the versions that will do: "http 1.x.x, data"; the default is http, where there is one,
                      and nothing for a provider and for functions
  --route PATH        what it answers GET at, as in /hello/{name}; the default is /NAME. A provider has none, nor have functions

NAME is words of a-z and 0-9 that begin with a letter, joined by _, - or . and together at most 62 characters long. What is
missing is asked for where this runs on a terminal, and has its default elsewhere.
Exit codes: 0 written, 1 it cannot be written as it is asked for, 2 wrong usage.
TEXT
}

new_usage() { say "$*"; say "./tenon help new shows how it is used."; exit 2; }

new_extension() {
  name= kind= out= description= author= licence= version= needs= route= said=
  while [ $# -gt 0 ]; do
    case $1 in
      --kind | --out | --description | --author | --licence | --version | --needs | --route)
        [ $# -ge 2 ] || new_usage "$1 wants a value behind it"
        take_fact "${1#--}" "$2"
        shift ;;
      --kind=* | --out=* | --description=* | --author=* | --licence=* | --version=* | --needs=* | --route=*)
        fact=${1#--}
        take_fact "${fact%%=*}" "${fact#*=}" ;;
      -*) new_usage "unknown option $1" ;;
      *) [ -z "$name" ] || new_usage "one name is enough: \"$name\", and then \"$1\""
        [ -n "$1" ] || new_usage "the name is empty"
        name=$1 ;;
    esac
    shift
  done
  if [ -z "$name" ]; then
    [ -t 0 ] || new_usage "the name is missing, as in ./tenon new extension my-notes"
    ask name "Name, as in my-notes" ""
  fi
  check_name
  # Somebody who is asked should hear of it before the questions; else what costs nothing is looked at first.
  [ ! -t 0 ] || check_type
  find_out_kind
  find_out_place
  check_that_name_is_free
  find_out_texts
  find_out_needs
  find_out_route
  [ -t 0 ] || check_type
  write_extension
}

# `take_fact FACT VALUE`, once each.
take_fact() {
  case " $said " in *" $1 "*) new_usage "--$1 stands there twice" ;; esac
  said="$said $1"
  eval "$1=\$2"
}

# `ask VARIABLE QUESTION DEFAULT`: on a terminal; an empty answer is the default.
ask() {
  answer=
  if [ -t 0 ]; then
    printf '%s%s: ' "$2" "${3:+ [$3]}" >&2
    IFS= read -r answer || answer=
  fi
  [ -n "$answer" ] || answer=$3
  eval "$1=\$answer"
}
# The same for what no option has said.
fill() {
  case " $said " in *" $1 "*) ;; *) ask "$@" ;; esac
}

# Whether a text is one line that fits into an extended regular expression as a whole.
fits() {
  case $1 in *'
'*) return 1 ;; esac
  printf '%s\n' "$1" | LC_ALL=C grep -Eqx -- "$2"
}
name_pattern='[a-z][a-z0-9]*([_.-][a-z][a-z0-9]*)*'

# What a malformed name would be as one: ", as in my_name", or nothing.
near_name() {
  near=$(printf '%s\n' "$1" | sed 's/\([a-z0-9]\)\([A-Z]\)/\1_\2/g' | tr 'A-Z' 'a-z' | LC_ALL=C sed 's/[^a-z0-9.-]\{1,\}/_/g
    s/\([_.-]\)[_.-]\{1,\}/\1/g; s/^[^a-z]*//; s/[_.-]*$//')
  if fits "$near" "$name_pattern" && [ ${#near} -le 62 ]; then printf ', as in %s' "$near"; fi
}

check_name() {
  if ! fits "$name" "$name_pattern" || [ ${#name} -gt 62 ]; then
    new_usage "\"$name\" is not a name for an extension. Write words of a-z and 0-9 that begin with a letter, joined by _, - or . and together at most 62 characters long$(near_name "$name")."
  fi
  identifier=$(printf '%s\n' "$name" | tr '.-' '__')
  case " $(member_names) " in *" $identifier "*)
    new_usage "an extension cannot be called $name: the framework looks for a member $identifier in its type, and a type of that name has itself as one. Choose another name, as in ${name}_two." ;;
  esac
}
# What the framework looks for in a type, in one line.
member_names() {
  sed -n '/^set(TENON_MEMBER_NAMES/,/)/{s/^set(TENON_MEMBER_NAMES//; s/)//; p;}' "$root/config/functions/tenon_member_names.cmake" | tr -s ' \n' ' '
}
check_type() {
  need_packages run
  if ! is_free_in_cpp "$identifier"; then
    new_usage "an extension cannot be called $name: a type $identifier cannot be there beside what C++, its library or the extension's own members are called. Choose another name, as in ${name}_two."
  fi
}

# Asks the compiler whether a type can be called so, beside all that an extension and its test include, and with such members.
is_free_in_cpp() {
  command -v "${CXX:-c++}" >/dev/null 2>&1 || return 0
  {
    for header in cctype cerrno cfloat clocale cmath csignal cstdio cstdlib cstring ctime cwchar cwctype fcntl.h poll.h pthread.h regex.h \
      strings.h sys/random.h sys/socket.h sys/stat.h sys/wait.h unistd.h; do
      printf '#include <%s>\n' "$header"
    done
    printf 'namespace tenon {} namespace extension_impl {} namespace testing {} namespace boost {} namespace fmt {}\n'
    printf 'struct %s { static constexpr int manifest = 0; struct settings {}; struct asked {}; struct emits {}; struct ask_route {};\n' "$1"
    printf '  struct routes {}; void on_start(); void on(); void handle(); int times_asked; int api_key;\n'
    printf '  struct functions {}; struct says_hello {}; void call(); };\n'
    printf '%s* one;\n' "$1"
  } | ${CXX:-c++} -std=c++20 -fsyntax-only -x c++ - >/dev/null 2>&1
}

find_out_kind() {
  fill kind "Kind: single, folder, provider or functions" folder
  case $kind in
    single | folder | provider | functions) ;;
    *) new_usage "\"$kind\" is no kind of extension. Write single, folder, provider or functions." ;;
  esac
}

find_out_place() {
  fill out "Folder to put it into" "$root/extensions"
  case $out in
    '') new_usage "--out is empty" ;;
    /*) ;;
    *) out=$(pwd -P)/$out ;;
  esac
  if [ -d "$out" ]; then
    out=$(cd "$out" && pwd -P)
  elif ! will_be_made; then
    fail "$out is no folder. Make it first, or name another one by --out."
  fi
}

# mods/ is the author's own and not in the repository, so that a new tree has none: a folder that is missing in there is made with
# what is written.
will_be_made() {
  [ ! -e "$out" ] && [ ! -L "$out" ] || return 1
  out=$(printf '%s\n' "$out" | sed ':again
    s#/\./#/#; t again
    s#//*#/#g; s#/\.\{0,1\}$##')
  case $out/ in */../*) return 1 ;; "$root"/mods/*) ;; *) return 1 ;; esac
}

# A path as people know it: from the root of the tree, where it lies in there.
shown() { case $1 in "$root"/*) printf '%s\n' "${1#"$root"/}" ;; *) printf '%s\n' "$1" ;; esac; }

# The folders of the search path, one a line: of the build folder, where a preset or -D has set it; else of config/extensions.json.
search_path() {
  {
    set_by=$(sed -n 's/^TENON_EXTENSION_DIRS:[A-Z]*=//p' "$root/build/${TENON_PRESET:-local}/CMakeCache.txt" 2>/dev/null) || true
    if [ -n "$set_by" ]; then
      printf '%s\n' "$set_by" | tr ';' '\n'
    else
      tr '\n' ' ' <"$root/config/extensions.json" | sed -n 's/.*"mod_directories"[^[]*\[\([^]]*\)\].*/\1/p' | grep -o '"[^"]*"' | tr -d '"'
    fi
  } | while IFS= read -r dir; do
    case $dir in '{repo}'*) dir=$root${dir#'{repo}'} ;; /*) ;; *) dir=$root/$dir ;; esac
    if [ -d "$dir" ]; then (cd "$dir" && pwd -P); else printf '%s\n' "$dir"; fi
  done
}

# What is an extension among the paths on standard input, by its looks: its name and where it lies, a tab between, one a line.
extensions_among() {
  while IFS= read -r entry; do
    one=${entry##*/}
    if [ -d "$entry" ]; then
      printf '%s\t%s\n' "$one" "$entry"
    elif [ -f "$entry" ] && [ "$one" != "${one%.hpp}" ]; then
      said_name=$(sed -n 's/^\/\/@extension[[:space:]]\{1,\}name[[:space:]]\{1,\}\([a-z0-9_.-]*\).*/\1/p
        /manifest[[:space:]]*[={]/,/;/s/.*[{,[:space:]]\.name[[:space:]]*=[[:space:]]*"\([^"]*\)".*/\1/p' "$entry" | head -n 1)
      printf '%s\t%s\n' "${said_name:-${one%.hpp}}" "$entry"
    fi
  done
}
# Those in the folders given on standard input.
found_extensions() {
  while IFS= read -r dir; do
    for entry in "$dir"/*; do
      case ${entry##*/} in tests | third_party) ;; *) printf '%s\n' "$entry" ;; esac
    done
  done | extensions_among
}
programs() {
  for program in "$root"/examples/*/CMakeLists.txt; do [ ! -f "$program" ] || printf '%s\n' "$program"; done
}
# Those that take whatever is found.
programs_with_star() {
  programs | while IFS= read -r program; do ! grep -qE '[[:space:]][*]|TENON_EXTENSIONS' "$program" || printf '%s\n' "$program"; done
}
# Those that the programs on standard input name by their paths.
listed_extensions() {
  while IFS= read -r program; do
    sed 's/#.*//' "$program" | grep -o '[[:space:]]path:[^[:space:])"]*' | while IFS= read -r spec; do
      path=${spec#*path:}
      case $path in /*) ;; *) path=${program%/*}/$path ;; esac
      if [ -e "$path" ]; then (cd "$(dirname -- "$path")" && printf '%s/%s\n' "$(pwd -P)" "${path##*/}"); fi
    done
  done | extensions_among
}

check_that_name_is_free() {
  dirs=$(search_path)
  on_the_way=yes
  printf '%s\n' "$dirs" | grep -Fqx -- "$out" || on_the_way=no
  found=$(printf '%s\n%s\n' "$dirs" "$out" | sed '/^$/d' | sort -u | found_extensions)
  # A program that lists one of the name by its path would take that one, and * would leave the new one out.
  listed=$(programs | listed_extensions)
  clash=$(printf '%s\n%s\n' "$found" "$listed" | awk -F '\t' -v wanted="$identifier" '{ id = $1; gsub(/[.-]/, "_", id) } id == wanted { print; exit }')
  [ -n "$clash" ] || return 0
  where=$(shown "${clash#*	}")
  if ! printf '%s\n' "$found" | grep -Fqx -- "$clash"; then where="$where, which a program in examples/ lists by its path"; fi
  [ "${clash%%	*}" = "$name" ] || fail "there is ${clash%%	*} already, $where, and _, - and . count as one: both would be the type $identifier. Choose another name."
  fail "there is an extension $name already: $where. Choose another name; nothing is overwritten."
}

find_out_texts() {
  fill description "What it does, in one sentence" "The extension $name."
  fill author "Author" "$(git config user.name 2>/dev/null || id -un 2>/dev/null || echo unknown)"
  fill licence "Licence" BSL-1.0
  fill version "Version" 1.0.0
  for fact in description author licence; do
    eval "value=\$$fact"
    # What a comment, a literal and a page can all hold as it stands: // would look like a comment, ?? like a trigraph.
    case $value in ' '* | *' ' | *//* | *'??'*) bad=yes ;; *) bad=no ;; esac
    if [ $bad = yes ] || ! fits "$value" '[^[:cntrl:]\\]{1,100}'; then
      new_usage "the $fact has to be one line of 1 to 100 characters without a backslash, // or ??, and without spaces at its ends."
    fi
  done
  fits "$version" '(0|[1-9][0-9]{0,8})(\.(0|[1-9][0-9]{0,8})){2}' || new_usage "\"$version\" is no version. Write three numbers, as in 1.2.3."
  doc=$(printf '%s\n' "$description" | sed 's/"/\\"/g')
  [ ${#doc} -le 100 ] || new_usage "the description is too long with its quotation marks: each counts as two of 100 characters."
}

# The version that an extension says it has, by eye; nothing where that cannot be told.
stated_version() {
  of=$2
  if [ -d "$of" ]; then
    own=$(printf '%s\n' "$1" | tr '.-' '__')
    if [ -f "$of/$own.hpp" ]; then of=$of/$own.hpp; else of=$of/main.hpp; fi
    [ -f "$of" ] || return 0
  elif ! grep -q 'manifest[[:space:]]*[={]' "$of"; then
    echo '//@extension version 1.0.0' | cat "$of" - | sed -n 's/^\/\/@extension[[:space:]]\{1,\}version[[:space:]]\{1,\}\([0-9.]*\).*/\1/p' | head -n 1
    return 0
  fi
  sed -n '/manifest[[:space:]]*[={]/,/;/s/.*[{,[:space:]]\.version[[:space:]]*=[[:space:]]*"\([0-9]*\.[0-9]*\.[0-9]*\)".*/\1/p' "$of" | head -n 1
}
# Whether `1.2.3` is one of `1.x.x` or `1.x.x - 2.x.x`, as composition/version.hpp has it.
is_within() {
  awk -v version="$1" -v range="$2" '
    function order(a, b,   x, y, i) {
      split(a, x, "."); split(b, y, ".")
      for (i = 1; i <= 3; ++i) if (x[i] != "x" && y[i] != "x" && x[i] + 0 != y[i] + 0) return x[i] + 0 < y[i] + 0 ? -1 : 1
      return 0
    }
    BEGIN { n = split(range, ends, / *- */); exit !(order(version, ends[1]) >= 0 && order(version, ends[n]) <= 0) }' </dev/null
}
# `nearest WORD WORDS`: "; the nearest is ...", by the measure of word/nearest.hpp, or nothing.
nearest() {
  printf '%s\n' "$2" | awk -v word="$1" '
    function least(a, b) { return a < b ? a : b }
    function distance(a, b,   i, j, d, here, there) {
      for (i = 0; i <= length(a); ++i) d[i, 0] = i
      for (j = 0; j <= length(b); ++j) d[0, j] = j
      for (i = 1; i <= length(a); ++i)
        for (j = 1; j <= length(b); ++j) {
          here = substr(a, i, 1); there = substr(b, j, 1)
          d[i, j] = least(least(d[i - 1, j] + 1, d[i, j - 1] + 1), d[i - 1, j - 1] + (here != there))
          if (i > 1 && j > 1 && here == substr(b, j - 1, 1) && substr(a, i - 1, 1) == there) d[i, j] = least(d[i, j], d[i - 2, j - 2] + 1)
        }
      return d[length(a), length(b)]
    }
    BEGIN { limit = int(length(word) / 3) + 2 }
    { far = distance(word, $0); if (far < limit) { limit = far; best = $0 } }
    END { if (best != "") printf "; the nearest is %s", best }'
}

# Makes the line of the manifest out of `http 1.x.x, data`: the same words as those of //@extension needs.
find_out_needs() {
  default=
  if [ "$kind" != provider ] && [ "$kind" != functions ] && printf '%s\n' "$found" | cut -f 1 | grep -qx http; then default="http 1.x.x"; fi
  fill needs "Needs, as in: http 1.x.x, data" "$default"
  rows=
  [ -n "$needs" ] || return 0
  one_version='(x|[0-9]+)(\.(x|[0-9]+)){2}'
  one_need="[ ]*${name_pattern}([ ]+${one_version}([ ]*-[ ]*${one_version})?)?[ ]*"
  fits "$needs" "$one_need(,$one_need)*" ||
    new_usage "\"$needs\" is no list of needs. Write names, each with the versions that will do or without, and commas between them, as in: http 1.x.x, data"
  rows=$(printf '%s\n' "$needs" | tr ',' '\n' | sed 's/^ *//; s/ *$//; s/^\([^ ]*\)  *\(.*\)$/{"\1", "\2"}/; /^{/!s/.*/{"&"}/')
  [ "$(printf '%s\n' "$rows" | wc -l)" -le 16 ] || new_usage "an extension can have 16 needs at most."
  for needed in $(printf '%s\n' "$rows" | sed 's/^{"\([^"]*\)".*/\1/'); do
    case $needed in tenon | extension_impl) continue ;; esac
    names=$(printf '%s\n' "$found" | cut -f 1 | sort)
    printf '%s\n' "$names" | grep -Fqx -- "$needed" ||
      fail "there is no extension $needed that it could need$(nearest "$needed" "$names"): none of the folders on the search path has one. There are: $(printf '%s\n' "$names" | tr '\n' ' ')"
    place=$(printf '%s\n' "$found" | awk -F '\t' -v wanted="$needed" '$1 == wanted { print $2; exit }')
    version_there=$(stated_version "$needed" "$place")
    range=$(printf '%s\n' "$rows" | sed -n "s/^{\"$needed\", \"\(.*\)\"}\$/\1/p" | head -n 1)
    [ -z "$version_there" ] || [ -z "$range" ] || is_within "$version_there" "$range" ||
      fail "$needed is $version_there, $(shown "$place"), and $range does not take it. Write versions that do, as in --needs \"$needed ${version_there%%.*}.x.x\"."
  done
  # As clang-format would lay it out.
  line="      .needs = {$(printf '%s\n' "$rows" | tr '\n' '|' | sed 's/|$//; s/|/, /g')},"
  if [ ${#line} -gt 120 ]; then
    line=$(printf '      .needs =\n          {\n'; printf '%s\n' "$rows" | sed 's/^/              /; s/$/,/'; printf '          },\n')
  fi
  rows=$line
}

find_out_route() {
  if [ "$kind" = provider ]; then
    case " $said " in *" route "*) new_usage "a provider has no route: leave out --route, or make a feature of --kind folder." ;; esac
    return 0
  fi
  if [ "$kind" = functions ]; then
    case " $said " in *" route "*) new_usage "functions have no route: leave out --route, or make a feature of --kind folder." ;; esac
    return 0
  fi
  fill route "Answers GET at" "/$name"
  letters='[A-Za-z0-9_.~-]+' parameter='\{[A-Za-z_][A-Za-z0-9_]*\}' rest='\{[A-Za-z_][A-Za-z0-9_]*\.\.\.\}'
  if [ ${#route} -gt 70 ] || ! fits "$route" "/|(/($letters|$parameter))*/($letters|$parameter|$rest)" ||
    printf '%s/\n' "$route" | grep -Eq '/\.\.?/'; then
    new_usage "\"$route\" is no route. Write a path of at most 70 characters, as in /hello/{name}: segments of letters, digits, _, ., ~ and -, or a parameter that is a whole segment."
  fi
  [ -z "$(printf '%s\n' "$route" | grep -o '{[^}.]*' | sort | uniq -d)" ] || new_usage "\"$route\" has two parameters of one name; rename one of them."
  # Of all that would be in a program with it. Patterns that meet without being of one shape are the compiler's to find.
  shapes='{ shape = $2; gsub(/[{][^}.]*[.][.][.][}]/, "{...}", shape); gsub(/[{][^}.]*[}]/, "{}", shape) }'
  wanted=$(printf '\t%s\n' "$route" | awk -F '\t' "$shapes { print shape }")
  composed=$(programs_with_star | listed_extensions; printf '%s\n' "$found")
  taken=$(printf '%s\n' "$composed" | cut -f 2 | sed '/^$/d' | while IFS= read -r where; do
    grep -rHoE --include='*.hpp' --exclude-dir=tests 'get<"[^"]*"' -- "$where" | sed 's/:get<"/	/; s/"$//' || true
  done | awk -F '\t' -v wanted="$wanted" "$shapes shape == wanted { print \$1; exit }")
  if [ -z "$taken" ]; then
    first=${route#/}
    at_mount=$(printf '%s\n' "$composed" | awk -F '\t' -v name="${first%%/*}" '$1 == name { print $2; exit }')
    [ -z "$at_mount" ] || taken=$(grep -rlE --include='*.hpp' --exclude-dir=tests '[[:space:]]on_get\(' -- "$at_mount" | head -n 1) || true
  fi
  [ -z "$taken" ] || fail "GET $route is answered already, by $(shown "$taken"). Name another route by --route."
}

# `fill_in STUB FILE`: a line that is one word without a value is left out.
fill_in() {
  awk '
    {
      out = ""
      rest = $0
      while (match(rest, /@[a-z]+@/)) {
        word = substr(rest, RSTART + 1, RLENGTH - 2)
        value = ENVIRON["TENON_NEW_" word]
        if ($0 == "@" word "@" && value == "") next
        out = out substr(rest, 1, RSTART - 1) value
        rest = substr(rest, RSTART + RLENGTH)
      }
      print out rest
    }' "$stubs/$1" >"$2"
}

# `plan STUB FILE`: notes what is to be written. Stops at the first that is there.
plan() {
  [ ! -e "$2" ] && [ ! -L "$2" ] || fail "$(shown "$2") is there already, and nothing is overwritten. Move it away, or choose another name."
  planned="$planned$1	$2
"
}

write_extension() {
  planned=
  place=$out/$name
  entry=$identifier.hpp
  case $kind in
    single)
      place=$out entry=$name.hpp
      plan feature/extension.hpp "$place/$entry"
      plan feature/test.cpp "$place/tests/${identifier}_test.cpp"
      plan feature/page.md "$place/$name.md" ;;
    folder)
      plan feature/extension.hpp "$place/$entry"
      plan feature/contract.hpp "$place/contract.hpp"
      plan feature/test.cpp "$place/tests/${identifier}_test.cpp"
      plan feature/page.md "$place/README.md" ;;
    functions)
      plan functions/extension.hpp "$place/$entry"
      plan functions/test.cpp "$place/tests/${identifier}_test.cpp"
      plan functions/page.md "$place/README.md" ;;
    provider)
      plan provider/extension.hpp "$place/$entry"
      plan provider/api_keys.hpp "$place/api_keys.hpp"
      plan provider/api_keys.cpp "$place/api_keys.cpp"
      plan provider/CMakeLists.txt "$place/CMakeLists.txt"
      plan provider/test.cpp "$place/tests/${identifier}_test.cpp"
      plan provider/page.md "$place/README.md" ;;
  esac
  select="./tenon set-extension $name"
  [ "$on_the_way" = yes ] || select="./tenon set-extension path:$place"
  # As functions are called: my-notes becomes myNotes. Their names are shorter than those of extensions may be.
  function=$(printf '%.50s\n' "$name" | awk -F '[_.-]' '{ out = $1; for (i = 2; i <= NF; ++i) out = out toupper(substr($i, 1, 1)) substr($i, 2); print out }')
  for fact in function name identifier kind description doc author licence version route entry select; do
    eval "TENON_NEW_$fact=\$$fact; export TENON_NEW_$fact"
  done
  TENON_NEW_needs=$rows
  export TENON_NEW_needs
  # What a request asks for: each parameter matches its own name.
  TENON_NEW_path=$(printf '%s\n' "$route" | sed 's/{\([A-Za-z0-9_]*\)[.]*}/\1/g')
  export TENON_NEW_path
  # As clang-format would lay it out.
  heard="it does not hear that event: write a public void on(...&) for it, or with auto& ctx behind that"
  if [ ${#identifier} -gt 45 ]; then
    TENON_NEW_heard=$(printf 'static_assert(tenon::Listens<%s,\n                             %s_asked>,\n              "%s");' "$identifier" "$identifier" "$heard")
  elif [ ${#identifier} -gt 40 ]; then
    TENON_NEW_heard=$(printf 'static_assert(\n    tenon::Listens<%s, %s_asked>,\n    "%s");' "$identifier" "$identifier" "$heard")
  else
    TENON_NEW_heard=$(printf 'static_assert(tenon::Listens<%s, %s_asked>,\n              "%s");' "$identifier" "$identifier" "$heard")
  fi
  export TENON_NEW_heard
  # A single file holds what is the contract of a folder.
  TENON_NEW_view= TENON_NEW_event='
#include "contract.hpp"'
  if [ "$kind" = single ]; then
    TENON_NEW_view='#include <string_view>'
    TENON_NEW_event=$(fill_in feature/contract.hpp /dev/stdout | sed '1,/^#include/d')
  fi
  export TENON_NEW_view TENON_NEW_event
  mkdir -p "$place/tests" || fail "$(shown "$place") cannot be made."
  printf '%s' "$planned" | while IFS='	' read -r stub file; do
    fill_in "$stub" "$file" || fail "$(shown "$file") cannot be written."
    shown "$file"
  done
  say_what_next
}

# Whether ./tenon run takes whatever is found; else the names that it takes are in $taken. -D goes before the preset.
takes_all() {
  taken=$(sed -n 's/^TENON_EXTENSIONS:[A-Z]*=//p' "$root/build/${TENON_PRESET:-local}/CMakeCache.txt" 2>/dev/null) || true
  [ -n "$taken" ] || taken=$(cd "$root" && cmake -N --preset "${TENON_PRESET:-local}" 2>/dev/null | sed -n 's/^  TENON_EXTENSIONS[:A-Z]*="\(.*\)"$/\1/p') || true
  case ";${taken:-*};" in *";*;"*) return 0 ;; *) return 1 ;; esac
}

say_what_next() {
  if [ "$kind" = provider ]; then
    say "$select puts it behind extension_impl; its test is test_$identifier, which ./tenon test builds and runs"
  elif [ "$on_the_way" = yes ] && ! takes_all; then
    say "the preset ${TENON_PRESET:-local} names the extensions of ./tenon run, $taken: put $name among them (TENON_EXTENSIONS). Its test is test_$identifier, which ./tenon test builds and runs"
  elif [ "$on_the_way" = yes ]; then
    say "./tenon run has it from now on; its test is test_$identifier, which ./tenon test builds and runs"
  else
    mods=$root/mods/mods_enabled
    thing=$place
    [ "$kind" != single ] || thing=$place/$entry
    say "$(shown "$out") is not on the search path. To have it found: mkdir -p $(shown "$mods") && ln -s $thing $(shown "$mods")/"
  fi
}
