# Sourced by scripts/check-*: a bare Debian 12 in $system, made by make_system and entered by inside. Needs root,
# debootstrap and unshare. Takes the mirror, proxies, certificates and npm's registry from this machine. What is done is
# told by proven, a line each; failed says where the log is, which stays.
# shellcheck shell=bash
for tool in debootstrap git unshare; do
  command -v "$tool" >/dev/null || { echo "$0: $tool is missing; apt-get install $tool" >&2; exit 1; }
done
[ "$(id -u)" = 0 ] || { echo "$0: only root can make a chroot" >&2; exit 1; }

# What is mounted is mounted in a namespace of its own, by a second run of the script, and has vanished with it before
# this one removes the folder: nothing of the machine itself is ever below what is removed.
if [ -z "${DEKKO_FRESH:-}" ]; then
  fresh=$(mktemp -d "${TMPDIR:-/tmp}/dekko-fresh.XXXXXX")
  trap 'rm -rf --one-file-system "$fresh/system"; rmdir "$fresh" 2>/dev/null' EXIT
  DEKKO_FRESH=$fresh unshare --mount --propagation private "scripts/$(basename "$0")"
  rm -f "$fresh/log"
  exit
fi

fresh=$DEKKO_FRESH
system=$fresh/system
log=$fresh/log
registry=$(npm config get registry 2>/dev/null || true)

proven() { echo "proven: $*"; }
failed() { echo "FAILED: $*; log: $log" >&2; exit 1; }

# "URI codename component" for each Debian source of this machine, security and updates included.
sources() {
  # shellcheck disable=SC2016  # apt's own variables
  apt-get indextargets --format '$(ORIGIN) $(REPO_URI) $(CODENAME) $(COMPONENT)' 'Created-By: Packages' |
    sed -n 's/^Debian //p' | sort -u
}

make_system() {
  mirror=$(sources | awk '$2 == "bookworm" { print $1; exit }')
  [ -n "$mirror" ] || failed "no Debian 12 source in this machine's apt"
  debootstrap --variant=minbase bookworm "$system" "$mirror" >"$log" 2>&1 || failed "debootstrap"
  sources | sed 's/^/deb /' >"$system/etc/apt/sources.list"
  apt-config dump | grep -E '^Acquire::(http|https|Check)' >"$system/etc/apt/apt.conf.d/90host" || true
  cp /etc/resolv.conf /etc/hosts "$system/etc/"
  mkdir -p "$system/etc/host"
  cp /etc/ssl/certs/ca-certificates.crt "$system/etc/host/ca.crt" 2>/dev/null || true
  # Devices are its own: debootstrap makes the few that are needed, and terminals are an instance apart.
  mount -t proc proc "$system/proc"
  mkdir -p "$system/dev/pts"
  mount -t devpts -o newinstance,ptmxmode=0666 devpts "$system/dev/pts"
}

# inside FOLDER COMMAND: with an environment that has nothing of this one but the way to the network.
inside() {
  chroot "$system" /usr/bin/env -i HOME=/tmp LANG=C.UTF-8 PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
    http_proxy="${http_proxy:-}" https_proxy="${https_proxy:-}" no_proxy="${no_proxy:-}" \
    NODE_EXTRA_CA_CERTS=/etc/host/ca.crt npm_config_cafile=/etc/host/ca.crt ${registry:+npm_config_registry="$registry"} \
    /bin/bash -c "cd $1 && $2"
}
