#!/usr/bin/env bash
# The tab key in bash: listings by name and address, values of options, names of files; and never a complaint.
. "$(dirname "$0")/lib.sh"

site --posts=20
exits 0 "$DEKKO" crawl "$url" --db here.db
cat >dekko.toml <<END
db = "here.db"

[[listing]]
url = "https://harbor.example/tag/boats/"
name = "boats"
END

# A dekko that keeps the words it was called with, once they are complete.
mkdir bin
cat >bin/dekko <<END
#!/bin/sh
[ "\$1" = completion ] && exec "$DEKKO" "\$@"
printf '%s\n' "\$@" >typed
END
chmod +x bin/dekko
"$DEKKO" completion bash >completion.bash

# completes LINE WORDS...: LINE and the tab key come to these words. A terminal shows what was typed; nobody looks at it.
completes() {
  local line=$1
  shift
  rm -f typed
  printf '. ./completion.bash\n%s\t\nexit\n' "$line" |
    PATH=$here/bin:$PATH TERM=dumb script -qec 'bash --norc --noprofile -i' /dev/null >out 2>&1 || true
  printf '%s\n' "$@" >wanted
  diff wanted typed >>out || fail "\"$line\" and tab"
}

completes 'dekko cra' crawl
completes 'dekko crawl bo' crawl boats
completes "dekko crawl ${url%/*/}" crawl "$url"
completes "dekko crawl '${url%/*/}" crawl "$url"
completes "dekko archive list --listing ${url%/*/}" archive list --listing "$url"
completes 'dekko crawl --max-r' crawl --max-requests
completes 'dekko export new_' export new_since_yesterday
completes 'dekko export items --format js' export items --format jsonl
completes 'dekko export items --format=js' export items --format=jsonl
completes 'dekko status --db he' status --db here.db
completes 'dekko status --db=he' status --db=here.db
completes 'dekko profile check ./dek' profile check ./dekko.toml
completes 'dekko crawl --db here.db bo' crawl --db here.db boats
completes 'dekko search bo' search bo

# Nothing to be offered is no reason to speak, nor to make a file.
for broken in 'no such file' bin completion.bash; do
  exits 0 "$DEKKO" completion --offer -- crawl --db "$broken" --config "$broken" ''
  equal "$(cat out err)" ''
done
not test -e 'no such file'
echo 'delay = {' >dekko.toml
exits 0 "$DEKKO" completion --offer -- crawl --db "$here" ''
equal "$(cat out err)" ''
