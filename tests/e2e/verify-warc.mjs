// Reads WARC files with warcio.js and holds every block and payload against its digest. Prints the number of records;
// fails at the first that is wrong, has no block digest, or cannot be read.
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const require = createRequire(import.meta.url);
const { WARCParser } = await import(pathToFileURL(require.resolve("warcio")).href);

function base32(octets) {
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  const bits = [...octets].map((octet) => octet.toString(2).padStart(8, "0")).join("");
  return bits.match(/.{1,5}/g).map((five) => alphabet[parseInt(five.padEnd(5, "0"), 2)]).join("");
}

function check(record, field, octets) {
  const stated = record.warcHeader(field);
  if (!stated) return false;
  const [name, value] = stated.split(":");
  const digest = createHash(name.replace("-", "")).update(octets).digest();
  if (value === base32(digest) || value === digest.toString("hex")) return true;
  throw new Error(`${record.warcHeader("WARC-Record-ID")}: ${field} is ${stated}, found ${base32(digest)}`);
}

function body(block) {
  const end = block.indexOf("\r\n\r\n");
  return end < 0 ? block : block.subarray(end + 4);
}

let records = 0;
for (const file of process.argv.slice(2)) {
  for await (const record of new WARCParser(createReadStream(file), { parseHttp: false })) {
    const block = Buffer.from(await record.readFully(false));
    if (!check(record, "WARC-Block-Digest", block)) throw new Error(`${file}: a record without block digest`);
    if (record.warcType === "response") check(record, "WARC-Payload-Digest", body(block));
    ++records;
  }
}
console.log(records);
