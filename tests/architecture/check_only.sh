#!/bin/sh
# Stands before a compiler: has a source checked, and leaves an empty object. Nothing is made of what is never linked.
set -e
"$@" -fsyntax-only
while [ "$1" != -o ]; do shift; done
: > "$2"
