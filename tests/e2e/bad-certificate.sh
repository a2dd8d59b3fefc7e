#!/usr/bin/env bash
# A certificate that nobody signed: the answer says so and names the address, and no page is asked for.
. "$(dirname "$0")/lib.sh"

openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=127.0.0.1 -keyout key.pem -out certificate.pem 2>/dev/null
port=$(free_port)
cat >nginx.conf <<END
daemon off; master_process off; pid nginx.pid; error_log nginx.err;
events { worker_connections 64; }
http {
  access_log nginx.log;
  client_body_temp_path t1; proxy_temp_path t2; fastcgi_temp_path t3; uwsgi_temp_path t4; scgi_temp_path t5;
  server { listen 127.0.0.1:$port ssl; ssl_certificate certificate.pem; ssl_certificate_key key.pem; root $here; }
}
END
nginx -p "$here" -c nginx.conf -e nginx.err &
started+=($!)
until_true answers "$port"

exits 3 "$DEKKO" crawl "https://127.0.0.1:$port/tag/x/" --db d.db
says "https://127.0.0.1:$port/tag/x/" certificate
equal "$(sql d.db 'select count(*) from items')" 0 items
equal "$(grep -c GET nginx.log || true)" 0 "requests that got through"
