// The look of the report: a column of text, light and dark by the reader's choice, and on paper.
#pragma once

namespace dekko {

// Colours stand out from their ground by 4.5 to 1 for text and 3 to 1 for bars (WCAG 1.4.3 and 1.4.11).
inline constexpr const char* kReportStyle = R"css(
:root { color-scheme: light dark; --ground: #fff; --ink: #1b1f24; --soft: #57606a; --line: #d0d7de; --tile: #f6f8fa;
  --link: #0757ba; --s0: #1f6feb; --s1: #8250df; --s2: #bf5700; --s3: #1a7f37; --s4: #cf222e; }
@media (prefers-color-scheme: dark) {
  :root { --ground: #14171c; --ink: #e6e9ed; --soft: #a3adb8; --line: #3a424c; --tile: #1d2229;
    --link: #79b8ff; --s0: #58a6ff; --s1: #bc8cff; --s2: #e3892b; --s3: #3fb950; --s4: #ff7b72; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 62rem; padding: 1rem; background: var(--ground); color: var(--ink);
  font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
h1 { margin: 0.5rem 0 0; font-size: 1.75rem; } h2 { margin: 2.5rem 0 0.5rem; font-size: 1.25rem; }
p { margin: 0.5rem 0; } a { color: var(--link); } .soft, figcaption, caption, .axis, .most { color: var(--soft); }
dl { display: grid; grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr)); gap: 0.75rem; margin: 1rem 0; }
dl div { background: var(--tile); border: 1px solid var(--line); border-radius: 0.5rem; padding: 0.5rem 0.75rem; }
dt { color: var(--soft); font-size: 0.875rem; } dd { margin: 0; font-size: 1.5rem; font-variant-numeric: tabular-nums; }
figure { margin: 1rem 0; } figcaption, caption { text-align: left; font-size: 0.875rem; padding-bottom: 0.25rem; }
.plot { border-bottom: 1px solid var(--soft); border-top: 1px dotted var(--line); }
.plot svg { display: block; width: 100%; height: 11rem; }
.most { font-size: 0.8125rem; }
.axis { display: flex; justify-content: space-between; font-size: 0.8125rem; }
.legend { display: flex; flex-wrap: wrap; gap: 0.25rem 1rem; margin: 0 0 1rem; padding: 0; list-style: none; font-size: 0.875rem; }
.legend svg { width: 0.8rem; height: 0.8rem; margin-right: 0.375rem; }
.s0 { fill: var(--s0); } .s1 { fill: var(--s1); } .s2 { fill: var(--s2); } .s3 { fill: var(--s3); } .s4 { fill: var(--s4); }
.scroll { overflow-x: auto; } .scroll:focus-visible, summary:focus-visible { outline: 2px solid var(--link); }
table { border-collapse: collapse; width: 100%; font-size: 0.9375rem; overflow-wrap: normal; }
th, td { text-align: left; padding: 0.3rem 0.75rem 0.3rem 0; border-bottom: 1px solid var(--line); vertical-align: top; }
thead th { color: var(--soft); font-weight: 600; } tbody th { font-weight: 400; min-width: 9rem; overflow-wrap: anywhere; }
td { font-variant-numeric: tabular-nums; } .bar { display: block; width: 100%; min-width: 4rem; height: 0.5rem; margin-top: 0.25rem;
  background: var(--tile); }
details { margin: 0.5rem 0; } summary { cursor: pointer; color: var(--link); font-size: 0.875rem; }
@media print { :root { --ground: #fff; --ink: #000; --soft: #444; --line: #bbb; --tile: #fff; --link: #000; --s0: #1f6feb;
    --s1: #8250df; --s2: #bf5700; --s3: #1a7f37; --s4: #cf222e; }
  body { max-width: none; } details:not([open]) { display: none; } figure, tr { break-inside: avoid; } h2 { break-after: avoid; }
  * { print-color-adjust: exact; } }
)css";

}  // namespace dekko
