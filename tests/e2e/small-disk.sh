#!/usr/bin/env bash
# A real file system that is full, and one that may only be read: a sentence, an exit code, and nothing that was reported
# as stored is lost. In a namespace of its own, for only there may everybody mount.
if [ -z "${IN_OWN_MOUNTS:-}" ]; then
  unshare --map-root-user --mount true 2>/dev/null || { echo "skipped: this machine gives nobody mounts of their own"; exit 77; }
  IN_OWN_MOUNTS=yes exec unshare --map-root-user --mount "$0"
fi
. "$(dirname "$0")/lib.sh"
mkdir small
mount -t tmpfs -o size=1200k small small
undo() { umount -l small; }
resized() { mount -o "remount,$1" small; }
crawl() { "$DEKKO" crawl "$url" --db small/d.db --pages all; }
items() { sqlite3 -batch "$1" 'select count(*) from items'; }

site --posts 300 --no-gzip --page-bytes 200000
exits 1 crawl
says "$url" "could not be stored" "full" "space"

resized size=64m
equal "$(sqlite3 -batch small/d.db 'pragma integrity_check')" ok integrity
stored=$(items small/d.db)
{ [ "$stored" -gt 0 ] && [ "$stored" -lt 300 ]; } || fail "$stored items stored"
cp -r small before
exits 0 crawl
equal "$(items small/d.db)" 300 "items once there is room again"
exits 0 "$DEKKO" verify --db small/d.db
lost=$(sqlite3 -batch before/d.db "attach 'small/d.db' as now; select count(*) from items where url not in (select url from now.items)")
equal "$lost" 0 "items that were stored before and are not there now"

resized ro
exits 1 crawl
says small "read-only"
resized rw
exits 0 crawl
exits 0 "$DEKKO" verify --db small/d.db
