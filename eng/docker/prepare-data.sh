#!/bin/sh
# The data folder named first, for the user named second alone: it holds the store and, until it is fetched, the root token.
set -eu
install -d -m 0700 -o "$2" "$1"
