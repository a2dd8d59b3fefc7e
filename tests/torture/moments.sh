# Sourced by scripts/torture: something befalls dekko at a moment of writing, counted as tests/support/kill_at.c does.
# shellcheck shell=bash disable=SC2154

# Of the command of `phase`: how many calls write.
writes_of() {
  conditions=("LD_PRELOAD=$DEKKO_KILLS" "DEKKO_KILL_COUNT=$here/calls")
  begin
  act || fail "$phase failed while counting"
  cat calls
}

# each_moment WHAT SETUP: SETUP gets the moment and sets `conditions`.
each_moment() {
  local calls most i at
  calls=$(writes_of)
  most=$([ "$points" = all ] && echo "$calls" || echo "$points")
  for ((i = 0; i < most && i < calls; ++i)); do
    at=$((1 + i * calls / (most < calls ? most : calls)))
    "$2" $at
    tell "$1" "$phase, $1 at write $at of $calls"
  done
}

# strike_moments WHAT SETUP: in the two nights and in a rebuild.
strike_moments() {
  local port
  port=$(free_port)
  site --port "$port" --posts 30 --page-bytes 3000
  for phase in first second rebuild; do
    if [ $phase = second ]; then
      end_site
      site --port "$port" --posts 30 --page-bytes 3000 --edit 15@0
    fi
    undisturbed
    [[ " ${phases[*]} " != *" $phase "* ]] || each_moment "$1" "$2"
  done
  end_site
}

killed_at() { conditions=("LD_PRELOAD=$DEKKO_KILLS" "DEKKO_KILL_AT=$1"); }
stage_kill() { strike_moments kill killed_at; }

int_at() { conditions=(--default-signal=INT "LD_PRELOAD=$DEKKO_KILLS" "DEKKO_KILL_AT=$1" DEKKO_KILL_WITH=2); }
term_at() { conditions=("LD_PRELOAD=$DEKKO_KILLS" "DEKKO_KILL_AT=$1" DEKKO_KILL_WITH=15); }
hup_at() { conditions=("LD_PRELOAD=$DEKKO_KILLS" "DEKKO_KILL_AT=$1" DEKKO_KILL_WITH=1); }
stage_signals() {
  strike_moments SIGINT int_at
  strike_moments SIGTERM term_at
  strike_moments SIGHUP hup_at
}

# Killed, and what was not synced is lost with it.
cut_at() {
  conditions=("LD_PRELOAD=$DEKKO_CUTS:$DEKKO_KILLS" "DEKKO_KILL_AT=$1" "DEKKO_DISK=$here/disk")
  rm -rf disk
  mkdir disk
}
stage_power() { strike_moments power cut_at; }

# remember FOLDER: it was there, synced, before dekko began.
remember() {
  local entry
  while read -r entry; do
    if [ -d "$entry" ]; then
      find "$entry" -mindepth 1 -maxdepth 1 -printf '%i %y %f\n' >"disk/names-$(stat -c %i "$entry")"
    else
      cp "$entry" "disk/content-$(stat -c %i "$entry")"
    fi
  done < <(find "$1")
}

# restore INODE FOLDER: what the disk has of it.
restore() {
  local inode kind name
  mkdir -p "$2"
  [ -e "disk/names-$1" ] || return 0
  while read -r inode kind name; do
    if [ "$kind" = d ]; then restore "$inode" "$2/$name"
    elif [ -e "disk/content-$inode" ]; then cp "disk/content-$inode" "$2/$name"
    else : >"$2/$name"; fi
  done <"disk/names-$1"
}
lose_unsynced() {
  local inode
  inode=$(stat -c %i d)
  mv d lost
  restore "$inode" d
  rm -rf lost
}
