#!/usr/bin/env bash
# Every command has a man page that man shows without a warning and that has each of its options.
. "$(dirname "$0")/lib.sh"
export LC_ALL=C.UTF-8 MANWIDTH=200

exits 0 "$DEKKO" manual --all pages
exits 0 "$DEKKO" --help
mapfile -t commands < <(sed -n '/^Subcommands:/,/^$/s/^  \([a-z]*\) .*/\1/p' out)
[ "${#commands[@]}" -ge 16 ] || fail "--help names few commands: ${commands[*]}"
equal "$(find pages -name '*.1' | wc -l)" $((${#commands[@]} + 1)) "pages"

for command in "${commands[@]}"; do
  page=pages/dekko-$command.1
  exits 0 man --warnings -E UTF-8 -l "$page"
  equal "$(cat err)" '' "warnings for $page"
  for section in NAME SYNOPSIS DESCRIPTION OPTIONS EXAMPLES 'EXIT STATUS' ENVIRONMENT 'SEE ALSO'; do
    grep -qx "$section" out || fail "$page has no $section"
  done
  cp out page
  exits 0 "$DEKKO" "$command" --help
  grep -q '^ *-h,--help' out || fail "$command --help is not read as it is written"
  while read -r option; do
    grep -qw -e "$option" page || fail "$page does not tell $option"
  done < <(sed -n 's/^ *\(-[a-z],\)\?\(--[a-z-]*\).*/\2/p' out)
done

exits 0 man --warnings -E UTF-8 -l pages/dekko.1
equal "$(cat err)" '' 'warnings for dekko.1'
exits 0 "$DEKKO" manual crawl
cmp out pages/dekko-crawl.1
exits 2 "$DEKKO" manual crwal
says 'did you mean `crawl`'
