# Sourced by scripts/torture: one call of a kind fails, in each phase of a small archive's life.
# shellcheck shell=bash disable=SC2154

points=${TORTURE_POINTS:-40}
read -ra phases <<<"${TORTURE_PHASES:-first second rebuild verify export}"
declare -A tried survived codes  # by what was done

# count WHAT OUTCOME [CODE]: one more was tried; OUTCOME 0 is survival.
count() {
  tried[$1]=$((${tried[$1]:-0} + 1))
  if [ "$2" = 0 ]; then survived[$1]=$((${survived[$1]:-0} + 1)); else failures=$((failures + 1)); fi
  [ -z "${3:-}" ] || codes[$1]+="$3 "
}

# As Markdown: what, how often, survived, and which exit codes how often.
table() {
  local what
  printf '| fault | points | survived | exit codes |\n|---|---|---|---|\n'
  for what in "${!tried[@]}"; do
    printf '| %s | %s | %s | %s |\n' "$what" "${tried[$what]}" "${survived[$what]:-0}" \
      "$(tr ' ' '\n' <<<"${codes[$what]:-}" | grep . | sort -n | uniq -c | awk '{printf "%s%s × %s", (NR > 1 ? ", " : ""), $1, $2}')"
  done | sort
}

# bounded COMMAND...: with nothing on standard input, and killed after a minute. Another shell says how it died.
bounded() { sh -c 'timeout -k 1 60 "$@"; exit $?' sh "$@" >out 2>err </dev/null; }

# rows_of FOLDER: but for what chance decides where two pages are had at once: whether the second already has the
# profile that the first made known, and whether it was asked for before the first stopped the walk.
rows_of() { dump "$1/d.db" | sed -E '/^listing/s/[^|]*\|([0-9]+)$/\1/; /^page.*\|\|0$/d'; }

# The command of a phase on the folder d.
act() {
  case $phase in
    first | second) set -- crawl "$url" --db d/d.db --pages all ;;
    rebuild) set -- rebuild --archive d/archive --db d/d.db ;;
    verify) set -- verify --db d/d.db ;;
    export) set -- export items --db d/d.db --format csv ;;
  esac
  bounded env "${conditions[@]}" "$DEKKO" "$@"
}
# The state that a phase begins in, as d.
begin() {
  rm -rf d mark
  case $phase in
    first) mkdir d ;;
    second) cp -r first d ;;
    rebuild) mkdir d; cp -r second/archive d/archive ;;
    verify | export) cp -r second d ;;
  esac
}

# faults KIND POINT: what `env` has to set for it.
faults() {
  local kind=$1
  conditions=("LD_PRELOAD=$DEKKO_FAULTS" "DEKKO_FAIL_AT=$2")
  case $kind in
    *+) conditions+=(DEKKO_FAIL_ON=1) kind=${kind%+} ;;
    forward) conditions+=(DEKKO_CLOCK_JUMP=34560000) kind=clock ;;  # 400 days
    back) conditions+=(DEKKO_CLOCK_JUMP=-34560000) kind=clock ;;
  esac
  conditions+=("DEKKO_FAIL_KIND=$kind")
}

# What dekko may say, and the sentence that goes with it.
ended_well() {
  case $1 in
    0) ;;
    1 | 3 | 4 | 5 | 6 | 7) [ -s err ] || fail "$2: exit code $1 without a word" ;;
    130) [[ $2 == *SIGINT* || $2 == *SIGTERM* ]] || fail "$2: exit code 130" ;;
    # Before and after dekko listens for them, signals do what they do to every program.
    143) [[ $2 == *SIGTERM* ]] || fail "$2: exit code 143" ;;
    129) [[ $2 == *SIGHUP* ]] || fail "$2: exit code 129" ;;
    137) [[ $2 == *kill* || $2 == *power* ]] || fail "$2: exit code 137" ;;
    *) fail "$2: exit code $1" ;;
  esac
}

# What was seen under a clock set back is history, and what was seen before it stays the present.
as_undisturbed() {
  local but=^$
  [[ $1 != *", back "* ]] || but=^item
  rows_of d >rows || fail "$1: no rows to be read"
  diff <(grep -v "$but" "$phase.rows") <(grep -v "$but" rows) >difference || { head -5 difference | cut -c1-200 >&2; fail "$1: other rows than undisturbed"; }
}

# healed NAME CODE: a phase that said it was done was; another one, undisturbed, makes good what the fault left undone.
healed() {
  local again=()
  conditions=()
  case $phase in
    verify | export)
      [ "$2" != 0 ] || cmp -s "$phase.out" out || fail "$1: exit code 0, and other output than undisturbed" ;;
    rebuild)
      [ "$2" = 0 ] || { rm -f d/d.db*; act || fail "$1: the next rebuild failed"; } ;;
    *)
      [ "$2" != 0 ] || as_undisturbed "$1, said to be done"
      # Asked for the same again it would begin anew; asked for nothing it goes on, if one had begun.
      [ "$(begun d)" != "$before" ] || again=(--pages all)
      bounded "$DEKKO" crawl "$url" --db d/d.db "${again[@]}" || fail "$1: the next crawl failed" ;;
  esac
  as_undisturbed "$1"
  bounded "$DEKKO" verify --db d/d.db || fail "$1: verify"
  equal "$(twice d/d.db)$(sql d/d.db 'pragma integrity_check')" ok "$1: what is there twice, and integrity"
}
begun() { sql "$1/d.db" 'select count(*) from walk' 2>/dev/null || true; }

# survive NAME: what was set up in `conditions` happens to the phase.
survive() {
  local got=0
  begin
  before=$(begun d)
  [[ $1 != *power* ]] || remember d
  act || got=$?
  [[ $1 != *power* || $got = 0 ]] || lose_unsynced
  echo $got >code
  ended_well $got "$1"
  healed "$1" $got
}

# The phase as nobody disturbs it: kept as a folder of its name, its rows and its output.
undisturbed() {
  conditions=()
  begin
  act || fail "$phase failed undisturbed"
  cp out "$phase.out"
  rows_of d >"$phase.rows"
  rm -rf "$phase"
  mv d "$phase"
}

calls_of() {
  faults "$1" 0
  conditions+=("DEKKO_FAIL_COUNT=$here/calls")
  begin
  act || fail "$phase failed while counting"
  cat calls
}

strike() {
  local kind=$1 calls most i at
  calls=$(calls_of "$kind")
  most=$([ "$points" = all ] && echo "$calls" || echo "$points")
  for ((i = 0; i < most && i < calls; ++i)); do
    at=$((1 + i * calls / (most < calls ? most : calls)))
    faults "$kind" $at
    conditions+=("DEKKO_FAIL_MARK=$here/mark")
    tell "$kind" "$phase, $kind $at of $calls"
  done
}

# tell WHAT NAME: the one that is set up, in a shell that may end, and what became of it.
tell() {
  local outcome=0 got
  (survive "$2") || outcome=$?
  [ $outcome = 0 ] || [ -z "${TORTURE_KEEP:-}" ] || cp -r . "$TORTURE_KEEP/${2// /-}"
  [ $outcome = 0 ] || head -3 err | cut -c1-200 | sed 's/^/    /' >&2
  # How often a call is made is partly chance: one that was not reached is none that was tried.
  got=$(cat code)
  if [ $outcome = 0 ] && ! [ -e mark ] && [[ ${conditions[*]} == *DEKKO_FAIL_MARK* ]]; then return; fi
  if [ $outcome = 0 ] && [ "$got" = 0 ] && [[ ${conditions[*]} == *DEKKO_KILL_AT* ]]; then return; fi
  count "$1" $outcome "$got"
}

# With so much address space beyond what the program takes at its start, in MB.
strike_headroom() {
  local megabytes base step=31
  if [ "$points" = all ] || [ "$points" -gt 20 ]; then step=2; fi
  "$DEKKO" extract - --url "$url" < <(sleep 5) >out 2>err &
  until_true grep -q '^State:.S' "/proc/$!/status"  # it waits for its page
  base=$(awk '/VmPeak/ {print $2}' "/proc/$!/status")
  kill $! && wait $! 2>/dev/null || true
  for ((megabytes = 2; megabytes <= 96; megabytes += step)); do
    conditions=(prlimit "--as=$(((base + megabytes * 1024) * 1024))")
    tell headroom "$phase, $megabytes MB headroom"
  done
}

strike_all() {
  local kind port
  port=$(free_port)
  site --port "$port" --posts 30 --page-bytes 3000
  for phase in first second rebuild verify export; do
    if [ $phase = second ]; then
      end_site
      site --port "$port" --posts 30 --page-bytes 3000 --edit 15@0
    fi
    undisturbed
    [[ " ${phases[*]} " == *" $phase "* ]] || continue
    for kind in "$@"; do
      if [ "$kind" = headroom ]; then strike_headroom; else strike "$kind"; fi
    done
    echo "-- $phase: $SECONDS s"
  done
  end_site
}
