#!/usr/bin/env bash
# A session's cookies, and a password from ~/.netrc: what the site is sent, and that nothing which dekko writes or says
# has them, a process list included.
. "$(dirname "$0")/lib.sh"
site --posts 20

printf '127.0.0.1\tFALSE\t/\tFALSE\t0\tsession\thunter2cookie\nother.example\tFALSE\t/\tFALSE\t0\tother\thunter2other\n' >cookies
printf 'machine 127.0.0.1 login me password hunter2netrc\n' >.netrc
chmod 600 cookies .netrc
mkdir out.d
start "$DEKKO" crawl "$url" --db out.d/d.db --cookies cookies --delay 0.2 --verbose --json
until_true grep -qa cookies "/proc/$pid/cmdline"
tr '\0' ' ' <"/proc/$pid/cmdline" >out.d/cmdline
wait "$pid"
cp out err out.d/
exits 0 "$DEKKO" snapshot out.d/copy.db --db out.d/d.db
exits 0 "$DEKKO" archive export out.d/part.warc.gz --archive out.d/archive
zcat -f out.d/archive/*.gz out.d/part.warc.gz >out.d/all.warc
for secret in hunter2 "$(printf 'me:hunter2netrc' | base64)"; do
  if grep -rqaF "$secret" out.d; then fail "written down: $secret in $(grep -rlaF "$secret" out.d)"; fi
done
grep -qa '^Cookie: (withheld)' out.d/all.warc || fail "the archive does not tell that there was a cookie"
grep -qa '^Authorization: (withheld)' out.d/all.warc || fail "the archive does not tell that there was a password"
exits 0 "$DEKKO" verify --db out.d/d.db
