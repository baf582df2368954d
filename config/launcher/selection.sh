# set-extension, reset-extension and show-extension. The selection is one file, replaced by renaming: interrupted at any point,
# the old or the new one stands whole. What is selected is found, configured and compiled against before that file is touched.

override=$root/config/extension_overrides.cmake
pristine=$root/config/no_override.cmake
bench=$root/build/.selection

# `replace_override FILE`: the override becomes FILE.
replace_override() {
  rm -f "$root"/config/.extension_overrides.*
  trap 'rm -f "$root/config/.extension_overrides.$$"' EXIT
  trap 'exit 1' INT TERM HUP
  if cp "$1" "$root/config/.extension_overrides.$$"; then
    sync "$root/config/.extension_overrides.$$" 2>/dev/null || true  # not every file system can
    if mv -f "$root/config/.extension_overrides.$$" "$override"; then return 0; fi
  fi
  fail "config/extension_overrides.cmake cannot be written; the selection is as it was."
}

# The value that a line of the override sets.
override_value() { sed -n "s/^set($1 \"\(.*\)\")\$/\1/p" "$override" 2>/dev/null; }

# Writes what the override would be. `candidate SPEC PACKAGE_DIR`
candidate() {
  cat "$pristine"
  printf 'set(TENON_OVERRIDE_IMPL "%s")\n' "$1"
  [ -z "$2" ] || printf 'set(TENON_OVERRIDE_PACKAGE_DIR "%s")\n' "$2"
}

# CMake's own words, without where in its files they were spoken.
cmake_message() {
  awk '/^CMake Error/ { on = 1; next } /^Call Stack|^-- / { on = 0 } on && NF { $1 = $1; print }' "$1" | tr '\n' ' ' | sed 's/ $//'
}

set_override() {
  case $1 in *[\"\\\$\;\<\>]* | *'
'*) misuse "an extension cannot be named \"$1\"" ;; esac
  candidate "$1" "" >"$bench/candidate.cmake"
  say "checking $1"
  if ! (cd "$root" && cmake --preset "$preset" -B "$bench/tree" -DTENON_OVERRIDE_FILE="$bench/candidate.cmake" -DTENON_USE_OVERRIDE=ON \
    -DTENON_TESTS=OFF) >"$bench/log" 2>&1; then
    message=$(cmake_message "$bench/log")
    [ -n "$message" ] || { cat "$bench/log" >&2; message="CMake's words stand above."; }
    fail "$1 is not selected, everything is as it was. $message"
  fi
  if ! cmake --build "$bench/tree" --target extension_impl_check >"$bench/log" 2>&1 9>&-; then
    cat "$bench/log" >&2
    fail "$1 is not selected, everything is as it was: the program does not compile with it. The compiler's words stand above."
  fi
  candidate "$1" "$(cat "$bench/tree/extension_impl_package_dir.txt")" >"$bench/candidate.cmake"
  replace_override "$bench/candidate.cmake"
  printf '%s\n' "$(sed 's/ (selected by .*//' "$bench/tree/extension_impl.txt")"
  say "./tenon run and build take it from now on; ./tenon reset-extension undoes that"
}

reset_override() {
  if cmp -s "$pristine" "$override"; then
    printf 'no override is set\n'
    return 0
  fi
  before=$(override_value TENON_OVERRIDE_IMPL)
  replace_override "$pristine"
  printf 'the override %sis undone: TENON_EXTENSION_IMPL of each preset decides\n' "${before:+$before }"
}

show_override() {
  spec=$(override_value TENON_OVERRIDE_IMPL)
  dir=$(override_value TENON_OVERRIDE_PACKAGE_DIR)
  if [ -n "$spec" ]; then
    printf 'override: %s%s (config/extension_overrides.cmake)\n' "$spec" "${dir:+, found in $dir}"
    [ -z "$dir" ] || [ -d "$dir" ] || say "$dir is no longer there: install the package again, or ./tenon reset-extension"
  else
    printf 'no override: TENON_EXTENSION_IMPL of each preset decides\n'
  fi
  for one in "$root"/presets/*.json; do
    name=$(basename "$one" .json)
    impl=$(sed -n 's/.*"TENON_EXTENSION_IMPL": *"\([^"]*\)".*/\1/p' "$one")
    [ -n "$impl" ] || continue
    built=$(cat "$root/build/$name/extension_impl.txt" 2>/dev/null) || built='not configured yet'
    if [ -n "$spec" ] && ! grep -q '"TENON_USE_OVERRIDE": *"OFF"' "$one"; then impl=$spec; fi
    printf 'preset %s: %s (as last configured: %s)\n' "$name" "$impl" "$built"
  done
}
