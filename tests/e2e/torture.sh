#!/usr/bin/env bash
# A small sample of scripts/torture, so that it stays able to do the rest: each thread that cannot be started, some
# calls of other kinds, a power cut, a terminal that takes nothing. Each time dekko ends in good order, and the next
# crawl comes to the rows of one that nobody disturbed.
set -euo pipefail
: "${DEKKO:?names the dekko program}"
if [[ $(ldd "$DEKKO") == *libasan* ]]; then
  echo "skipped: a sanitizer has allocation for itself"
  exit 77
fi
cd "$(dirname "$0")/../.."
TORTURE_POINTS=6 TORTURE_PHASES=first scripts/torture thread
TORTURE_POINTS=3 TORTURE_PHASES="first second" scripts/torture write forward power
TORTURE_POINTS=2 TORTURE_PHASES=rebuild scripts/torture open
scripts/torture full-output
