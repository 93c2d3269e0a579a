import { cssString } from "./html-markup";

/** What stands in the margins of every printed page. */
export type RunningLines = {
  title: string;
  edition: string;
  fingerprint: string;
  page: string;
  pageOf: string;
};

/**
 * The look of a report: ink on paper, made for A4. Hue means a finding, and every finding is also a word and a line
 * style, so that a copy in black and white says the same.
 */
export function reportStyles({ title, edition, fingerprint, page, pageOf }: RunningLines): string {
  return `
@page {
  size: A4;
  margin: 20mm 18mm 22mm;
  @top-left { content: ${cssString(title)}; font: 7.5pt/1.3 ${SANS}; color: #4c5058; vertical-align: top; padding-top: 9mm; width: 76%; text-align: left; }
  @top-right { content: ${cssString(edition)}; font: 7.5pt/1.3 ${SANS}; color: #4c5058; vertical-align: top; padding-top: 9mm; width: 24%; text-align: right; }
  @bottom-left { content: ${cssString(fingerprint)}; font: 6.5pt/1.4 ${SANS}; color: #4c5058; vertical-align: bottom; padding-bottom: 9mm; width: 82%; text-align: left; }
  @bottom-right { content: ${cssString(`${page} `)} counter(page) ${cssString(` ${pageOf} `)} counter(pages); font: 7.5pt/1.4 ${SANS}; color: #1c1f25; vertical-align: bottom; padding-bottom: 9mm; width: 18%; text-align: right; }
}
@page :first { @top-left { content: none } @top-right { content: none } }
${REPORT_CSS}`;
}

const SANS = `"Inter Variable", ui-sans-serif, system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif`;
const SERIF = `"Source Serif 4 Variable", "Source Serif 4", Charter, "Iowan Old Style", Cambria, Georgia, "Liberation Serif", serif`;

const REPORT_CSS = `
:root {
  color-scheme: light;
  --ink: #1c1f25; --soft: #4c5058; --line: #d5d3cf; --strong: #7d8088;
  --sans: ${SANS};
  --serif: ${SERIF};
}
.tone-open, .tone-working, .tone-unresolved { --tint: #e9ebee; --tone: #5e636e; --word: #424853; }
.tone-open, .tone-working { --tint: transparent; }
.tone-supported { --tint: #d9eefd; --tone: #0e659e; --word: #014e7f; }
.tone-mixed { --tint: #fcf0c0; --tone: #aa7906; --word: #6d4b04; }
.tone-refuted { --tint: #fee1d7; --tone: #aa2d18; --word: #93250a; }
* { box-sizing: border-box; }
html { background: #f5f3f0; }
body {
  margin: 0 auto; max-width: 210mm; padding: 20mm 18mm 22mm; background: #fff; color: var(--ink);
  font: 10.5pt/15pt var(--serif); font-kerning: normal; font-variant-numeric: oldstyle-nums;
  overflow-wrap: break-word; hyphens: auto; -webkit-hyphenate-limit-chars: 8 4 4; hyphenate-limit-chars: 8 4 4;
  orphans: 3; widows: 3;
}
h1, h2, h3, p, dl, dd, ol, ul, figure, blockquote, table { margin: 0; padding: 0; }
h1, h2, h3, h4 { font-weight: 600; text-wrap: balance; hyphens: manual; break-after: avoid; }
h1 { font-size: 25pt; line-height: 29pt; letter-spacing: -0.01em; }
h2 { font-size: 17pt; line-height: 22pt; margin: 0 0 5mm; padding-top: 3mm; border-top: 1.2pt solid var(--ink); }
h3 { font-size: 12.5pt; line-height: 17pt; }
h4 { font: 600 8.5pt/13pt var(--sans); margin: 0 0 1mm; }
a { color: inherit; text-decoration-line: underline; text-decoration-thickness: 0.5pt; text-underline-offset: 0.18em; text-decoration-color: var(--strong); }
a:focus-visible { outline: 2px solid #6e3ead; outline-offset: 2px; }
section { margin-top: 12mm; }
.sans, table, dt, .meta, .legend, nav, .marker, .standing { font-family: var(--sans); font-variant-numeric: tabular-nums lining-nums; }
.soft, dt { color: var(--soft); }
.meta { font-size: 8pt; line-height: 12pt; }
.hash { font: 7.5pt/12pt ui-monospace, "SFMono-Regular", Menlo, Consolas, "Liberation Mono", monospace; overflow-wrap: anywhere; hyphens: none; }
.address { overflow-wrap: anywhere; hyphens: none; }
.plain { white-space: pre-line; unicode-bidi: plaintext; }
bdi { unicode-bidi: isolate; }

.cover { margin: 0; }
@media print { .cover { min-height: 252mm; break-inside: auto; } }
.cover .kicker { font: 500 9pt/13pt var(--sans); display: flex; justify-content: space-between; border-bottom: 1.2pt solid var(--ink); padding-bottom: 2mm; margin-bottom: 6mm; }
.cover .origin { margin-top: 3mm; color: var(--soft); font: 9.5pt/14pt var(--sans); }
.marker { display: inline-block; border: 1pt solid var(--ink); border-radius: 2pt; padding: 0 2mm; font-size: 8.5pt; line-height: 13pt; font-weight: 600; }
.warning { margin-top: 4mm; padding: 1mm 3mm; border: 1pt dashed var(--ink); font: 9pt/13pt var(--sans); }
.figure { margin-top: 6mm; }
.figure h2 { border: 0; padding: 0; margin: 0; font-size: 17pt; }
.figure p { font: 9pt/13pt var(--sans); color: var(--soft); }
.strip { margin-top: 3mm; }
.strip svg { display: block; width: 100%; height: auto; overflow: visible; }
.strip figcaption { font: 8pt/11.5pt var(--sans); color: var(--soft); margin-top: 1mm; }
.tally { display: grid; grid-template-columns: repeat(3, 1fr); gap: 0 6mm; margin-top: 4mm; border-top: 0.5pt solid var(--line); }
.tally div { display: flex; gap: 2mm; align-items: baseline; padding: 1mm 0; border-bottom: 0.5pt solid var(--line); font: 8.5pt/13pt var(--sans); }
.tally dd { order: -1; min-width: 6mm; text-align: right; font-weight: 600; font-variant-numeric: tabular-nums lining-nums; }
.tally dt { color: var(--ink); }
.attention { margin-top: 6mm; }
.attention ol, .open ol { list-style: none; }
.open ol { margin-top: 2mm; }
.attention li, .open li { display: grid; grid-template-columns: 8mm 1fr; gap: 0 2mm; padding: 0.6mm 0; border-bottom: 0.5pt solid var(--line); break-inside: avoid; }
.attention li { font-size: 10pt; line-height: 13.5pt; }
.attention h3, .facts h3 { font: 600 9pt/13pt var(--sans); padding-bottom: 1mm; border-bottom: 0.8pt solid var(--ink); }
.attention .no, .open .no { text-align: right; font: 600 9pt/13.5pt var(--sans); text-decoration-line: none; }
.whose { color: var(--soft); font: 8.5pt/13pt var(--sans); } .whose strong { color: var(--ink); font-weight: 600; }
.attention .finding, .open .finding { font: 8.5pt/13pt var(--sans); font-weight: 600; color: var(--word); white-space: nowrap; }
.facts { margin-top: 6mm; break-inside: avoid; }
.facts dl { columns: 2; column-gap: 6mm; }
.facts dl div { display: grid; grid-template-columns: 29mm 1fr; gap: 0 2mm; padding: 0.5mm 0; break-inside: avoid; font: 8pt/11.5pt var(--sans); border-bottom: 0.5pt solid var(--line); }
.facts .wide { column-span: all; grid-template-columns: 29mm 1fr; }
nav { margin-top: 8mm; font-size: 9pt; line-height: 18pt; }
nav ol { list-style: none; columns: 2; }

table { width: 100%; border-collapse: collapse; font-size: 8.5pt; line-height: 12.5pt; hyphens: manual; }
thead { display: table-header-group; }
th { text-align: left; font-weight: 600; border-bottom: 0.8pt solid var(--ink); padding: 1mm 3mm 1mm 0; vertical-align: bottom; }
td { border-bottom: 0.5pt solid var(--line); padding: 1mm 3mm 1mm 0; vertical-align: top; }
tr { break-inside: avoid; }
.amount { text-align: right; white-space: nowrap; }
caption { text-align: left; font-weight: 600; padding: 0 0 1mm; }
.tables { display: grid; gap: 6mm; margin-top: 5mm; }
.counts { table-layout: fixed; }
.counts th:first-child { width: 62mm; } .counts th:nth-child(2) { width: 16mm; }
.people th:first-child { width: 38mm; } .people th:nth-child(2) { width: 26mm; } .people th:nth-child(3) { width: 46mm; }

.text { max-width: 138mm; }
.text p, .text h3 { margin-bottom: 3.2mm; white-space: pre-line; unicode-bidi: plaintext; }
.text { line-height: 17pt; }
.text h3 { font-size: 15pt; line-height: 20pt; }
.text .byline, .text .dateline, .text .boilerplate, .text .caption { color: var(--soft); font-size: 9.5pt; }
.text .list-item { padding-left: 5mm; }
.text .repeated { font: 8pt/11pt var(--sans); color: var(--soft); margin: 0 0 0.5mm; }
.mark, .sample {
  background: var(--tint); color: inherit; print-color-adjust: exact; -webkit-print-color-adjust: exact;
  text-decoration-line: underline; text-decoration-color: var(--tone); text-decoration-thickness: 0.9pt; text-underline-offset: 0.2em; text-decoration-skip-ink: none;
  box-decoration-break: clone; -webkit-box-decoration-break: clone; padding: 0.06em 0;
}
.mark.tone-open, .sample.tone-open { text-decoration-style: dotted; text-decoration-thickness: 1.1pt; }
.mark.tone-working, .sample.tone-working { text-decoration-style: dashed; }
.mark.tone-mixed, .sample.tone-mixed { text-decoration-style: double; text-decoration-thickness: 0.7pt; }
.mark.tone-refuted, .sample.tone-refuted { text-decoration-style: wavy; text-decoration-thickness: 0.7pt; }
.mark.tone-unresolved, .sample.tone-unresolved { text-decoration-line: underline overline; }
.ref { font: 600 6.8pt/0 var(--sans); vertical-align: 0.55em; text-decoration: none; margin: 0 0.08em 0 0.14em; font-variant-numeric: tabular-nums lining-nums; }
.ref + .ref::before { content: ","; }
.legend { margin-bottom: 6mm; font-size: 8.5pt; line-height: 14pt; display: grid; grid-template-columns: repeat(2, 1fr); gap: 0 6mm; list-style: none; border-bottom: 0.5pt solid var(--line); padding-bottom: 3mm; hyphens: manual; }
.legend .wide { grid-column: 1 / -1; }

.claim { break-inside: avoid; padding: 4mm 0 4.5mm; border-top: 0.5pt solid var(--strong); display: grid; grid-template-columns: 12mm minmax(0, 1fr); }
.claim.long { break-inside: auto; display: block; padding-left: 12mm; position: relative; }
.claim.long > .number { position: absolute; left: 0; top: 4mm; }
.claim:first-of-type { border-top: 0; padding-top: 0; }
.claim:first-of-type.long > .number { top: 0; }
.claim > .number { font: 600 15pt/17pt var(--sans); font-variant-numeric: tabular-nums lining-nums; }
.claim .original { margin-top: 1mm; color: var(--soft); font-style: italic; }
.claim .original .sans { font-style: normal; font-size: 8.5pt; }
.claim .standing { font-size: 8.5pt; line-height: 13pt; color: var(--soft); margin-top: 0.8mm; }
.claim .standing strong { color: var(--ink); font-weight: 600; }
.findings { margin: 1.8mm 0 2mm; border-left: 3pt solid var(--tone); background: var(--tint); padding: 1.2mm 3mm; print-color-adjust: exact; -webkit-print-color-adjust: exact; break-inside: avoid; }
.tone-open .findings { border-left-style: dotted; } .tone-working .findings { border-left-style: dashed; }
.tone-mixed .findings { border-left-style: double; border-left-width: 4pt; }
.findings { display: grid; grid-template-columns: fit-content(78mm) 1fr; gap: 0 6mm; font: 9.5pt/14.5pt var(--sans); }
.findings div { display: contents; }
.findings dt { color: var(--ink); }
.findings dd { font-weight: 600; }
.findings .finding { color: var(--word); }
.findings .aside { font-weight: 400; color: var(--soft); font-size: 8pt; }
.details > div { display: grid; grid-template-columns: 23mm minmax(0, 1fr); gap: 0 3mm; padding: 0.4mm 0; }
.details dt { font-size: 8.5pt; line-height: 15pt; hyphens: manual; }
.details .small { font: 8.5pt/15pt var(--sans); }
.quote { border-left: 0.8pt solid var(--strong); padding-left: 3mm; white-space: pre-line; unicode-bidi: plaintext; }
.evidence { list-style: none; }
.evidence > li { display: grid; grid-template-columns: 9mm minmax(0, 1fr); margin-bottom: 1.4mm; break-inside: avoid; }
.evidence > li:last-child { margin-bottom: 0; }
.evidence .no { font: 600 8.5pt/15pt var(--sans); }
.evidence .stance { font: 600 8.5pt/15pt var(--sans); }
.evidence cite, .register cite { font-style: italic; }
.evidence blockquote { margin: 0.6mm 0; border-left: 0.8pt solid var(--line); padding-left: 3mm; white-space: pre-line; unicode-bidi: plaintext; }
.evidence .meta, .register .meta { color: var(--soft); }
.register { list-style: none; }
.register > li { display: grid; grid-template-columns: 13mm minmax(0, 1fr); padding: 2mm 0; border-bottom: 0.5pt solid var(--line); break-inside: avoid; }
.register .no { font: 600 9pt/15pt var(--sans); }
.note + .note { margin-top: 2mm; } .note.reply { margin-left: 6mm; }
.paragraphs > * + * { margin-top: 2.5mm; }
.list { padding-left: 5mm; } .list li { margin-bottom: 1mm; }
.record { table-layout: fixed; }
.record td, .record th { font-size: 7.5pt; line-height: 10.5pt; overflow-wrap: break-word; padding: 0.8mm 2mm 0.8mm 0; }
.record th:nth-child(1) { width: 9mm; } .record th:nth-child(2) { width: 25mm; } .record th:nth-child(3) { width: 27mm; }
.record th:nth-child(4) { width: 32mm; } .record th:nth-child(5) { width: 9mm; }
.record .change { overflow-wrap: anywhere; }
.colophon { margin-top: 12mm; border-top: 0.5pt solid var(--line); padding-top: 2mm; font: 8pt/12pt var(--sans); color: var(--soft); }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }

@media print {
  html, body { background: none; }
  body { max-width: none; padding: 0; }
  nav { display: none; }
  a { text-decoration-line: none; }
  .new-page { break-before: page; margin-top: 0; }
}
@media screen and (max-width: 640px) {
  body { padding: 8mm 5mm; }
  h1 { font-size: 20pt; line-height: 24pt; }
  .facts dl, nav ol { columns: 1; }
  .tally, .legend { grid-template-columns: 1fr; }
  .findings, .details > div { grid-template-columns: 1fr; }
  .claim { grid-template-columns: 9mm minmax(0, 1fr); }
  table { display: block; overflow-x: auto; }
}
`;
