// replay-in-browser.mjs BROWSER WACZ ADDRESS PICTURE: opens the address in ReplayWeb.page from the WACZ file, writes a
// screenshot and what the page shows: its heading, then the address of each card's link, a line each.
import { createReadStream, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const require = createRequire(import.meta.url);
const puppeteer = require("puppeteer-core");
const [browserPath, wacz, address, picture] = process.argv.slice(2);
const player = fileURLToPath(new URL("node_modules/replaywebpage", import.meta.url));

const frame = `<!DOCTYPE html><script src="/ui.js"></script><style>html,body,replay-web-page{height:100%;margin:0}</style>
<replay-web-page source="/all.wacz" url="${address}" embed="replayonly" replayBase="/replay/"></replay-web-page>`;
const texts = {
  "/": ["text/html", frame],
  "/ui.js": ["text/javascript", readFileSync(join(player, "ui.js"))],
  "/replay/sw.js": ["text/javascript", readFileSync(join(player, "sw.js"))],
};

// A WACZ is read in ranges: its directory stands at its end.
function sendFile(request, response) {
  const size = statSync(wacz).size;
  const [, from, to] = /bytes=(\d*)-(\d*)/.exec(request.headers.range ?? "") ?? [];
  const start = from ? Number(from) : to ? Math.max(0, size - Number(to)) : 0;
  const end = from && to ? Math.min(Number(to), size - 1) : size - 1;
  const headers = { "Content-Type": "application/wacz", "Accept-Ranges": "bytes", "Content-Length": end - start + 1 };
  if (request.headers.range) headers["Content-Range"] = `bytes ${start}-${end}/${size}`;
  response.writeHead(request.headers.range ? 206 : 200, headers);
  if (request.method === "HEAD") return response.end();
  createReadStream(wacz, { start, end }).pipe(response);
}

const server = createServer((request, response) => {
  const path = new URL(request.url, "http://localhost").pathname;
  if (path === "/all.wacz") return sendFile(request, response);
  const [type, text] = texts[path] ?? [];
  response.writeHead(type ? 200 : 404, { "Content-Type": type ?? "text/plain" });
  response.end(text ?? "");
});
await new Promise((listening) => server.listen(0, "127.0.0.1", listening));

const browser = await puppeteer.launch({
  executablePath: browserPath,
  args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
});
const page = await browser.newPage();
await page.setViewport({ width: 1000, height: 1400 });
await page.goto(`http://localhost:${server.address().port}/`);

// The archived page stands in a frame within the player's.
async function archived() {
  for (let tries = 0; tries < 300; ++tries) {
    for (const inner of page.frames()) {
      if (!inner.url().includes("/tag/")) continue;
      const heading = await inner.$("h1").catch(() => null);
      if (heading) return inner;
    }
    await new Promise((later) => setTimeout(later, 100));
  }
  throw new Error(`no archived page was shown; frames: ${page.frames().map((one) => one.url()).join(" ")}`);
}
const shown = await archived();
const lines = await shown.evaluate(() => [
  document.querySelector("h1").textContent.trim(),
  ...[...document.querySelectorAll("article a[href], .entries a[href]")].map((link) => link.getAttribute("href")),
]);
await page.screenshot({ path: picture });
await browser.close();
server.close();
console.log([...new Set(lines)].join("\n"));
