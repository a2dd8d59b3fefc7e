// look-at-report.mjs BROWSER PAGE FOLDER: opens the page at three widths, light and dark. Says what axe-core objects to,
// what the page asked for, and where it is wider than its window; writes a screenshot of each look.
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const require = createRequire(import.meta.url);
const puppeteer = require("puppeteer-core");
const [browserPath, file, folder] = process.argv.slice(2);
const address = pathToFileURL(file).href;
const faults = [];

async function look(browser, width, scheme) {
  const page = await browser.newPage();
  page.on("request", (request) => {
    if (request.url() !== address) faults.push(`asked for ${request.url()}`);
  });
  await page.setBypassCSP(true); // for axe alone: it is put in as a script
  await page.setViewport({ width, height: 900 });
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
  await page.goto(address);
  await page.screenshot({ path: `${folder}/${width}-${scheme}.png`, fullPage: true });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  if (wide > width) faults.push(`${width} ${scheme}: the page is ${wide} wide`);
  await page.addScriptTag({ path: require.resolve("axe-core") });
  const { violations } = await page.evaluate(() => window.axe.run());
  for (const { id, nodes } of violations) {
    faults.push(`${width} ${scheme}: ${id}: ${nodes.map((node) => node.html).join(" ").slice(0, 300)}`);
  }
  await page.close();
}

const browser = await puppeteer.launch({
  executablePath: browserPath,
  args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
});
for (const width of [400, 800, 1600]) {
  for (const scheme of ["light", "dark"]) await look(browser, width, scheme);
}
await browser.close();
for (const fault of new Set(faults)) console.log(fault);
process.exit(faults.length ? 1 : 0);
