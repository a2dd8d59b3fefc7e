#!/usr/bin/env bash
# Every query of docs/cookbook.md answers what the page says, and docs/schema.md is what the schema makes it.
. "$(dirname "$0")/lib.sh"
root=$e2e/../..

"$root/scripts/cookbook" >cookbook.md
diff "$root/docs/cookbook.md" cookbook.md >out || fail "docs/cookbook.md is old; run: scripts/cookbook > new && mv new docs/cookbook.md"
[ "$(grep -c '^```sql' cookbook.md)" -ge 20 ] || fail "the cookbook lost its queries"

"$root/scripts/schema-doc" >schema.md
diff "$root/docs/schema.md" schema.md >out || fail "docs/schema.md is old; run: scripts/schema-doc > docs/schema.md"
