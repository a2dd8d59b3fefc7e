// Fetches the addresses on standard input and writes what came as a .warc.gz to standard output, by warcio.js.
import { createRequire } from "node:module";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

const require = createRequire(import.meta.url);
const { WARCRecord, WARCSerializer } = await import(pathToFileURL(require.resolve("warcio")).href);

async function write(type, url, rest, parts) {
  const record = WARCRecord.create({ type, url, date: new Date().toISOString(), warcVersion: "WARC/1.1", ...rest }, parts);
  process.stdout.write(await WARCSerializer.serialize(record, { gzip: true }));
}

async function* one(octets) {
  yield octets;
}

await write("warcinfo", undefined, { filename: "others.warc.gz", warcHeaders: {} }, one(Buffer.from("software: none of ours\r\n")));
for await (const url of createInterface({ input: process.stdin })) {
  const answer = await fetch(url);
  const octets = new Uint8Array(await answer.arrayBuffer());
  const httpHeaders = Object.fromEntries(answer.headers);
  const statusline = `HTTP/1.1 ${answer.status} ${answer.statusText}`;
  await write("response", url, { httpHeaders, statusline, warcHeaders: {} }, one(octets));
}
