"""What happens before the server starts: the data goes into the file that the server reads from now on."""

SCRIPT = "convert.sh"
"""The file with the script, next to redis.conf."""
CONVERT = """\
# Redis reads either its log (AOF) or its snapshot (RDB), as redis.conf says. After a change, it would start without
# data, or with old data, so this script has a server of its own read what is there and write what will be read.
# Arguments: the directory of the data, a port, and whether the server will read the log: yes or no.
set -eu
cd "$1"
port=$2
will_read_log=$3
made=converted

has_log() { [ -e appendonlydir/appendonly.aof.manifest ] || [ -e appendonly.aof ]; }
ask() { redis-cli -e -h 127.0.0.1 -p "$port" "$@"; }
log_is_written() { ask info persistence | grep -q '^aof_rewrite_in_progress:0'; }
wait_until() {
  until "$@" >/dev/null 2>&1; do
    kill -0 "$server"
    sleep 1
  done
}
start() {
  redis-server --bind 127.0.0.1 --port "$port" --save '' "$@" &
  server=$!
  trap 'kill "$server" 2>/dev/null || true' EXIT
  trap 'exit 1' INT TERM
  wait_until ask ping
}
stop() {
  ask shutdown nosave
  wait "$server"
  trap - EXIT
}

rm -rf "$made"
if [ "$will_read_log" = yes ]; then
  if has_log || [ ! -e dump.rdb ]; then exit 0; fi
  start --appendonly no --appenddirname "$made"
  ask config set appendonly yes
  wait_until log_is_written
  stop
  [ -e "$made/appendonly.aof.manifest" ]
  if [ -d appendonlydir ]; then rmdir appendonlydir; fi
  mv "$made" appendonlydir
elif has_log; then
  start --appendonly yes
  ask save
  stop
  # the snapshot is complete; the log would be old when somebody switches it on again
  mv appendonlydir "$made"
  rm -r "$made"
fi
"""
"""The script, for Redis 7 and newer. Files appear under their names when they are complete, so it can be stopped."""


def conversion(directory: str, data: str, port: int, *, aof: bool) -> list[str]:
    """Return the command that runs the script, which is in `directory`."""
    return ["sh", f"{directory}/{SCRIPT}", data, str(port), "yes" if aof else "no"]
