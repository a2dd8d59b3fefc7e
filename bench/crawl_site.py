"""The bench's listing pages as a site: nginx on loopback addresses, and what its own log says of the pauses."""
import contextlib
import glob
import os
import shutil
import socket
import subprocess
import time

OCTETS = 100_000
SLUG = "/tag/harbor-affairs/"
CONF = """
daemon off; master_process off; worker_processes 1; pid nginx.pid; error_log nginx.err;
events { worker_connections 1024; }
http {
  log_format times '$server_addr $msec $request_time $status $uri';
  access_log nginx.log times; types { text/html html; text/plain txt; } default_type text/html; index index.html;
  keepalive_requests 100000; etag off; if_modified_since off; add_header Last-Modified "";
  client_body_temp_path t1; proxy_temp_path t2; fastcgi_temp_path t3; uwsgi_temp_path t4; scgi_temp_path t5;
  %s
}
"""


def filled(html):
    """Weighs OCTETS, with the page's state as script, as many pages carry it; links are relative to the host."""
    html = html.replace("https://gazette.example/", "/")
    frame = '<script type="application/json" id="state">["%s"]</script>'
    room = OCTETS - len(html.encode()) - len(frame) + 2
    state = ",".join('"%06x"' % (n * 7919 % 0xFFFFFF) for n in range(max(0, room) // 9 + 1))[1:room + 1]
    return html.replace("</body>", frame % state + "</body>") if room > 0 else html


def lay_out(pages, folder):
    """What make_pages wrote, as the files that a web server serves."""
    for number, file in enumerate(sorted(glob.glob(pages + "/*.html")), 1):
        place = folder + SLUG + ("" if number == 1 else f"page/{number}")
        os.makedirs(place, exist_ok=True)
        with open(file, encoding="utf-8") as page, open(place + "/index.html", "w", encoding="utf-8") as out:
            out.write(filled(page.read()))


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for(address, nginx):
    for _ in range(200):
        if nginx.poll() is not None:
            break
        with contextlib.suppress(OSError), socket.create_connection(address, 1):
            return
        time.sleep(0.05)
    raise SystemExit("nginx does not answer; see nginx.err")


@contextlib.contextmanager
def nginx(folder, root, hosts):
    """A virtual host at each address; yields the listings' addresses. No validators: each answer is a whole page."""
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder)
    port = free_port()
    servers = (f"server {{ listen {host}:{port}; root {os.path.abspath(root)}; }}" for host in hosts)
    with open(folder + "/nginx.conf", "w") as conf:
        conf.write(CONF % "\n  ".join(servers))
    program = shutil.which("nginx") or "/usr/sbin/nginx"
    server = subprocess.Popen([program, "-p", os.path.abspath(folder), "-c", "nginx.conf", "-e", "nginx.err"])
    try:
        wait_for((hosts[0], port), server)
        yield [f"http://{host}:{port}{SLUG}" for host in hosts]
    finally:
        server.terminate()
        server.wait()


def take_log(folder):
    """The log's lines so far as (host, begun, ended, status), in order of their ends; the next call gives later ones."""
    file = folder + "/nginx.log"
    with open(file) as log:
        lines = [line.split() for line in log]
    os.truncate(file, 0)
    return [(host, float(end) - float(took), float(end), int(status)) for host, end, took, status, _ in lines]


def smallest_gap(log):
    """From the end of an answer to the beginning of its host's next request, over all hosts: seconds."""
    last, gaps = {}, []
    for host, begun, ended, _ in log:
        if host in last:
            gaps.append(begun - last[host])
        last[host] = ended
    return min(gaps, default=0.0)
