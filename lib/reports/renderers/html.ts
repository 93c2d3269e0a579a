import type { Tone } from "@/lib/claims/verdict-scale";
import { ATTRIBUTION_VERDICTS, CLAIM_STATES, TONE_ICON, TONES } from "@/lib/claims/verdict-scale";
import type { MisattributionFinding } from "@/lib/reports/claim-words";
import {
  misattributionCounts,
  misattributionIn,
  misattributionsIn,
  modalityWord,
  setAsideWords,
  standingWords,
} from "@/lib/reports/claim-words";
import { numberRanges } from "@/lib/reports/number-ranges";
import type {
  Passage,
  ReportActivity,
  ReportBlock,
  ReportCitation,
  ReportClaim,
  ReportClaimSetAside,
  ReportDocument,
  ReportNote,
  ReportSegment,
  ReportSource,
} from "@/lib/reports/report-document";
import {
  claimsThatNeedAttention,
  everyClaim,
  headlineOf,
  uncheckedClaims,
} from "@/lib/reports/report-document";
import type { ReportWords } from "@/lib/reports/report-words";
import { reportWords } from "@/lib/reports/report-words";
import { webAddress } from "@/lib/reports/web-address";
import type { Markup, MarkupValue } from "./html-markup";
import { html, styleElement } from "./html-markup";
import { reportStyles } from "./html-styles";
import { reportFonts } from "./report-fonts";
import { toneStrip } from "./tone-strip";

/** What a report may do when it is opened as a file: look like itself, and nothing else. */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; font-src data:; base-uri 'none'; form-action 'none'";

const ATTENTION_ON_COVER = 5;
const RUNNING_TITLE_LENGTH = 60;
/** A claim with more than this to say may break across pages; keeping it whole would leave half a page white. */
const LONG_CLAIM_LENGTH = 2200;
const LONGEST_VALUE = 160;

type Context = {
  report: ReportDocument;
  words: ReportWords;
  sources: Map<number, ReportSource>;
  /** By number of the claim. */
  misattributed: Map<number, MisattributionFinding>;
};

/**
 * A report as one HTML file without scripts and without anything to load: made to be printed on A4, kept and mailed.
 * Every value is escaped, only http and https addresses become links.
 */
export function renderHtml(report: ReportDocument): string {
  const words = reportWords(report);
  const context = {
    report,
    words,
    sources: new Map(report.sources.map((source) => [source.number, source])),
    misattributed: misattributionsIn(report),
  };
  const title = `${reportName(context)}: ${report.article.title}`;
  const page = html`<!doctype html>
<html lang="${report.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>${title}</title>
${styleElement(`${reportFonts(JSON.stringify(report))}\n${styles(context)}`)}
</head>
<body>
<main>
${cover(context)}
${summary(context)}
${people(context)}
${articleNotes(context)}
${article(context)}
${claims(context)}
${unresolved(context)}
${setAside(context)}
${sources(context)}
${versions(context)}
${method(context)}
${withheld(context)}
${record(context)}
</main>
<footer class="colophon"><p>${report.desk} · ${reportName(context)} · ${words.word("cover.timeZoneValue", { timeZone: report.timeZone })}</p></footer>
</body>
</html>
`;
  return page.source;
}

function reportName({ report, words }: Context): string {
  return report.number === null
    ? words.word("title")
    : words.word("numbered", { number: String(report.number) });
}

function edition({ report, words }: Context): string {
  const profile = words.word(`profile.${report.profile}`);
  return report.status === "draft" ? `${words.word("draft")} · ${profile}` : profile;
}

function styles(context: Context): string {
  const { report, words } = context;
  const { title } = report.article;
  const characters = Array.from(title);
  const shortTitle =
    characters.length > RUNNING_TITLE_LENGTH
      ? `${characters.slice(0, RUNNING_TITLE_LENGTH).join("")}…`
      : title;
  return reportStyles({
    title: `${reportName(context)} · ${shortTitle}`,
    edition: edition(context),
    fingerprint: `${words.word("cover.textVersion")} ${report.textVersion.number} · SHA-256 ${report.textVersion.sha256}`,
    page: words.word("page"),
    pageOf: words.word("pageOf"),
  });
}

/** `lang` where the words are in another language than the report. */
function lang({ report }: Context, language: string): MarkupValue {
  return language !== report.language && html` lang="${language}"`;
}

function link(address: string): Markup {
  const target = webAddress(address);
  if (target === null) return html`<bdi class="address">${address}</bdi>`;
  return html`<a class="address" href="${target}" target="_blank" rel="noopener noreferrer nofollow"><bdi>${address}</bdi></a>`;
}

function claimLinks(numbers: readonly number[]): MarkupValue {
  return numbers.map((number, index) => [index > 0 && ", ", html`<a href="#claim-${number}">${number}</a>`]);
}

function fact(label: string, value: MarkupValue, kind?: string): MarkupValue {
  if (value === null || value === "") return null;
  return html`<div${kind && html` class="${kind}"`}><dt>${label}</dt><dd>${value}</dd></div>`;
}

function cover(context: Context): Markup {
  const { report, words } = context;
  const { article, summary: counts } = report;
  const { word } = words;
  const origin = [
    article.byline,
    article.agency,
    article.dateline,
    article.publishedAt && words.day(article.publishedAt),
  ].filter((part) => part !== null && part !== "");
  return html`<header class="cover">
<p class="kicker"><span>${reportName(context)} · ${report.desk}</span><span>${report.status === "draft" && html`<strong class="marker">${word("draft")}</strong> `}${word(`profile.${report.profile}`)}</span></p>
<h1${lang(context, article.language)}><bdi>${article.title}</bdi></h1>
${origin.length > 0 && html`<p class="origin">${origin.map((part, index) => [index > 0 && " · ", html`<bdi>${part}</bdi>`])}</p>`}
${report.status === "draft" && html`<p class="warning">${word("draftWarning", { time: words.time(report.createdAt) })}</p>`}
<div class="figure"><h2>${word("summary.checked", { checked: counts.checked, claims: counts.claims })}</h2><p>${word("summary.signedOff", { count: counts.signedOff })} · ${word("summary.sources", { count: counts.sources })}${counts.attributed > 0 && ` · ${word("summary.attribution", { checked: counts.attributionChecked, attributed: counts.attributed })}`}${misattributions(context)}</p></div>
${strip(context)}
${attention(context)}
${facts(context)}
${contents(context)}
</header>`;
}

/** How often words were not said, or not so, behind how many were checked. */
function misattributions({ report, words }: Context): MarkupValue {
  const findings = misattributionCounts(report).map(({ count, label }) => `${words.number(count)} ${label}`);
  return (
    findings.length > 0 &&
    html`, <strong>${words.word("summary.misattributed", { findings: findings.join(", ") })}</strong>`
  );
}

function strip({ report, words }: Context): MarkupValue {
  const { byTone, claims: total } = report.summary;
  if (total === 0) return null;
  const present = TONES.filter((tone) => byTone[tone] > 0);
  const label = `${words.word("summary.strip")}: ${present.map((tone) => `${byTone[tone]} ${words.term("tone", tone)}`).join(", ")}`;
  return html`<figure class="strip">${toneStrip({ claims: report.claims, textLength: report.text.length, label })}
<figcaption>${words.word("summary.strip")}. ${words.word("summary.stripHelp")}${misattributionCounts(report).length > 0 && ` ${words.word("article.misattributed")}`}</figcaption></figure>
<dl class="tally">${present.map((tone) => html`<div><dt>${sample(tone, words.term("tone", tone))} <span aria-hidden="true">${TONE_ICON[tone]}</span></dt><dd>${words.number(byTone[tone])}</dd></div>`)}</dl>`;
}

function sample(tone: Tone, text: string): Markup {
  return html`<span class="sample tone-${tone}">${text}</span>`;
}

/** A claim in short form: never its wording alone, always with whose words it is. */
function shortClaim(context: Context, claim: ReportClaim): Markup {
  const { words } = context;
  const { headline: shown } = headlineOf(claim, context.report.language);
  const { speaker, mode, weakness } = standingWords(words, claim);
  const whose = [
    speaker && html`${words.word("claims.speaker")} <bdi>${speaker}</bdi>`,
    mode,
    weakness && html`<strong>${weakness}</strong>`,
  ].filter((part) => part !== null);
  return html`${passage(context, shown)}${whose.length > 0 && html` <span class="whose">(${whose.map((part, index) => [index > 0 && " · ", part])})</span>`}`;
}

function misattribution(claim: ReportClaim): MarkupValue {
  const found = misattributionIn(claim);
  return (
    found && html`<span class="finding tone-${found.tone}">${TONE_ICON[found.tone]} ${found.label}</span>`
  );
}

function passage(context: Context, { language, text }: Passage): Markup {
  return html`<span class="plain"${lang(context, language)}>${text}</span>`;
}

function attention(context: Context): MarkupValue {
  const { report, words } = context;
  if (report.summary.checked + report.summary.attributionChecked === 0) return null;
  const grave = claimsThatNeedAttention(everyClaim(report));
  const shown = grave.slice(0, ATTENTION_ON_COVER);
  return html`<section class="attention"><h3>${words.word("summary.attention")}</h3>
${
  grave.length === 0
    ? html`<p>${words.word("summary.attentionNone")}</p>`
    : html`<ol>${shown.map((claim) => html`<li class="tone-${claim.tone}"><a class="no" href="#claim-${claim.number}">${claim.number}</a><span>${shortClaim(context, claim)} ${misattribution(claim)}${misattributionIn(claim) && " · "}<span class="finding">${TONE_ICON[claim.tone]} ${claim.verdict?.label ?? words.word("claims.notChecked")}</span></span></li>`)}</ol>`
}${grave.length > shown.length && html`<p class="meta soft">${words.word("summary.attentionMore", { count: grave.length - shown.length })}</p>`}</section>`;
}

function facts(context: Context): Markup {
  const { report, words } = context;
  const { article, textVersion } = report;
  const { word } = words;
  const created =
    report.createdBy === null
      ? word("cover.createdByDesk", { time: words.time(report.createdAt), desk: report.desk })
      : word("cover.createdBy", { time: words.time(report.createdAt), name: report.createdBy });
  return html`<section class="facts"><h3>${word("cover.heading")}</h3><dl>
${fact(word("cover.number"), `${report.number === null ? word("draft") : word("claimShort", { number: String(report.number) })}, ${word(`profile.${report.profile}`)}`)}
${fact(word("cover.status"), words.term("articleState", report.summary.state))}
${fact(word("cover.copyright"), article.copyright)}
${fact(word("cover.deadline"), article.deadline && words.time(article.deadline))}
${fact(word("cover.assignee"), article.assignee)}
${fact(word("cover.articleLanguage"), words.languageName(article.language))}
${fact(word("cover.language"), words.languageName(report.language))}
${fact(word("cover.textVersion"), word("cover.textVersionValue", { number: String(textVersion.number), time: words.time(textVersion.createdAt) }))}
${fact(word("cover.created"), created)}
${fact(word("cover.timeZone"), report.timeZone)}
${fact(word("cover.address"), article.sourceUrl && link(article.sourceUrl), "wide")}
${fact(word("cover.article"), html`<span class="hash">${article.id}</span>`, "wide")}
${fact(word("cover.textHash"), html`<span class="hash">${textVersion.sha256}</span>`, "wide")}
${fact(word("cover.record"), report.record && html`<span class="hash">${word("cover.recordValue", { seq: String(report.record.seq), hash: report.record.hash })}</span>`, "wide")}
${fact(word("cover.basedOn"), report.basedOn && html`<span class="hash">${word("cover.basedOnValue", { number: String(report.basedOn.number), sha256: report.basedOn.sha256 })}</span>`, "wide")}
</dl></section>`;
}

type SectionId =
  | "summary"
  | "people"
  | "notes"
  | "article"
  | "claims"
  | "unresolved"
  | "setAside"
  | "sources"
  | "versions"
  | "method"
  | "withheld"
  | "activity";

function contents({ report, words }: Context): Markup {
  const ids: SectionId[] = [
    "summary",
    "people",
    "article",
    "claims",
    "unresolved",
    "sources",
    "versions",
    "method",
  ];
  if (report.claimsSetAside?.length) ids.splice(ids.indexOf("unresolved") + 1, 0, "setAside");
  if (report.notes.length > 0) ids.splice(2, 0, "notes");
  if (report.withheld.length > 0) ids.push("withheld");
  if (report.activity !== null) ids.push("activity");
  return html`<nav aria-label="${words.word("contents")}"><ol>${ids.map((id) => html`<li><a href="#${id}">${words.word(`${id}.heading`)}</a></li>`)}</ol></nav>`;
}

function section({ words }: Context, id: SectionId, body: MarkupValue, onNewPage = false): Markup {
  return html`<section id="${id}"${onNewPage && html` class="new-page"`}><h2>${words.word(`${id}.heading`)}</h2>
${body}</section>`;
}

function summary(context: Context): Markup {
  const { report, words } = context;
  const { word } = words;
  const counts = report.summary;
  const withVerdict = (key: string | null) =>
    report.claims.filter(({ verdict }) => (verdict?.key ?? null) === key).map(({ number }) => number);
  const unchecked = counts.claims - counts.checked;
  const row = (label: MarkupValue, numbers: number[], count = numbers.length) =>
    count > 0 &&
    html`<tr><td>${label}</td><td class="amount">${words.number(count)}</td><td>${claimLinks(numbers)}</td></tr>`;
  const head = (label: string) =>
    html`<thead><tr><th scope="col">${label}</th><th scope="col" class="amount">${word("summary.count")}</th><th scope="col">${word("summary.numbers")}</th></tr></thead>`;
  return section(
    context,
    "summary",
    html`<div class="paragraphs"><p>${word("summary.scope", {
      version: String(report.textVersion.number),
      claims: counts.claims,
      sourceCount: counts.sources,
    })}${counts.attributed > 0 && ` ${word("summary.attributionLong", { attributed: counts.attributed, checked: counts.attributionChecked })}`}${counts.openNotes !== null && ` ${word("summary.openNotes", { count: counts.openNotes })}.`}${counts.removedClaims.length > 0 && ` ${word("summary.removed", { numbers: numberRanges(counts.removedClaims) })}`}${counts.replacedClaims?.length ? ` ${word("summary.replaced", { numbers: numberRanges(counts.replacedClaims) })}` : ""}${counts.setAside ? ` ${word("summary.setAside", { count: counts.setAside })}` : ""}</p>
<div class="tables">
${
  counts.claims > 0 &&
  html`<table class="counts">${head(word("summary.byVerdict"))}<tbody>${report.scale.verdicts.map(({ key, label, tone }) => row(html`${sample(tone, label)} ${TONE_ICON[tone]}`, withVerdict(key)))}${unchecked > 0 && row(html`${sample("open", word("summary.unchecked"))} ${TONE_ICON.open}`, withVerdict(null))}</tbody></table>`
}
${
  counts.attributed > 0 &&
  html`<table class="counts">${head(word("summary.byAttribution"))}<tbody>${ATTRIBUTION_VERDICTS.map((key) =>
    row(
      report.scale.attribution.find((entry) => entry.key === key)?.label,
      everyClaim(report)
        .filter(({ attribution }) => attribution?.verdict === key)
        .map(({ number }) => number),
    ),
  )}${row(
    word("claims.notAsked"),
    report.claims
      .filter(({ attribution }) => attribution !== null && attribution.verdict === null)
      .map(({ number }) => number),
  )}</tbody></table>`
}
${
  counts.byState !== null &&
  counts.claims > 0 &&
  html`<table class="counts">${head(word("summary.byState"))}<tbody>${CLAIM_STATES.map((state) =>
    row(
      words.term("state", state),
      report.claims.filter((claim) => claim.state === state).map(({ number }) => number),
    ),
  )}</tbody></table>`
}</div></div>`,
  );
}

function people(context: Context): Markup {
  const { report, words } = context;
  const { word } = words;
  const { checkers, assignees, signers, checkerCount } = report.people;
  if (report.profile === "publishable" || checkers.length + assignees.length + signers.length === 0) {
    return section(context, "people", html`<p>${word("people.count", { count: checkerCount })}</p>`);
  }
  const period = (from: string, to: string) =>
    from === to ? words.time(from) : `${words.time(from)} – ${words.time(to)}`;
  return section(
    context,
    "people",
    html`<table class="people"><thead><tr><th scope="col">${word("people.name")}</th><th scope="col">${word("people.role")}</th><th scope="col">${word("people.claims")}</th><th scope="col">${word("people.period")}</th></tr></thead><tbody>
${checkers.map(({ name, claims: count, verdicts, firstAt, lastAt }) => html`<tr><td>${name}</td><td>${word("people.checker")}</td><td>${word("people.claimsWithVerdicts", { claims: count, verdicts: word("people.verdicts", { count: verdicts }) })}</td><td>${period(firstAt, lastAt)}</td></tr>`)}
${assignees.map(({ name, claims: numbers }) => html`<tr><td>${name}</td><td>${word("people.assignee")}</td><td>${claimLinks(numbers)}</td><td></td></tr>`)}
${signers.map(({ name, claims: numbers, lastAt }) => html`<tr><td>${name}</td><td>${word("people.signer")}</td><td>${claimLinks(numbers)}</td><td>${words.time(lastAt)}</td></tr>`)}
</tbody></table>`,
  );
}

function note(context: Context, { by, at, body, isReply }: ReportNote): Markup {
  const { report, words } = context;
  return html`<div class="${isReply ? "note reply" : "note"}"><p class="plain" lang="">${body}</p><p class="meta soft">${isReply && `${words.word("notes.reply")} · `}${words.word("notes.by", { name: by ?? report.desk, time: words.time(at) })}</p></div>`;
}

function articleNotes(context: Context): MarkupValue {
  const { notes } = context.report;
  return (
    notes.length > 0 &&
    section(
      context,
      "notes",
      notes.map((entry) => note(context, entry)),
    )
  );
}

function article(context: Context): Markup {
  const { report, words } = context;
  const tones = new Map(report.claims.map(({ number, tone }) => [number, tone]));
  const present = TONES.filter((tone) => report.summary.byTone[tone] > 0);
  const firstRepeat = report.claims.find(({ repeats }) => repeats.length > 0);
  return section(
    context,
    "article",
    html`${
      present.length > 0 &&
      html`<h3 class="hidden">${words.word("article.legend")}</h3><ul class="legend">${present.map((tone) => html`<li>${sample(tone, words.term("tone", tone))} ${TONE_ICON[tone]} ${words.word(`legend.${tone}`)}</li>`)}${firstRepeat && html`<li class="wide">${words.word("article.repeats", { number: String(firstRepeat.number) })}</li>`}${misattributionCounts(report).length > 0 && html`<li class="wide">${words.word("article.misattributed")}</li>`}</ul>`
    }
<div class="text"${lang(context, report.article.language)}>${report.blocks.map((block) => textBlock(context, block, tones))}</div>`,
    true,
  );
}

const BLOCK_CLASSES: readonly string[] = ["byline", "dateline", "boilerplate", "caption", "list-item"];

function textBlock(context: Context, block: ReportBlock, tones: ReadonlyMap<number, Tone>): Markup {
  const inner = block.segments.map((segment) => textSegment(context, segment, tones));
  if (block.kind === "headline") return html`<h3>${inner}</h3>`;
  const className = BLOCK_CLASSES.includes(block.kind) ? block.kind : "paragraph";
  return html`${block.repeatOf !== null && html`<p class="repeated" lang="${context.report.language}">${context.words.word("article.repeatedBlock")}</p>`}<p class="${className}">${inner}</p>`;
}

function textSegment(
  { report, words, misattributed }: Context,
  segment: ReportSegment,
  tones: ReadonlyMap<number, Tone>,
): MarkupValue {
  const text = report.text.slice(segment.start, segment.end);
  const innermost = segment.claims.at(-1);
  const marked =
    innermost === undefined
      ? text
      : html`<mark class="mark tone-${tones.get(innermost) ?? "open"}">${text}</mark>`;
  const numbers = segment.ends.map(({ claim, isRepeat }) => {
    const found = misattributed.get(claim);
    const label = [
      words.word("claim", { number: String(claim) }),
      words.term("tone", tones.get(claim) ?? "open"),
      ...(found ? [found.label] : []),
    ].join(", ");
    const shown = isRepeat ? words.word("article.repeatMark", { number: String(claim) }) : String(claim);
    return html`<a class="ref" href="#claim-${claim}" aria-label="${label}">${shown}${found && "!"}</a>`;
  });
  return [marked, numbers];
}

function claims(context: Context): Markup {
  const { report } = context;
  return section(
    context,
    "claims",
    report.claims.map((claim) => claimBlock(context, claim)),
    true,
  );
}

function lengthOf({ wording, quote, reason, citations, notes }: ReportClaim): number {
  const evidence = citations.reduce((sum, { excerpt }) => sum + 180 + (excerpt?.length ?? 0), 0);
  const remarks = notes.reduce((sum, { body }) => sum + 80 + body.length, 0);
  return 300 + wording.text.length + (quote?.length ?? 0) + reason.length + evidence + remarks;
}

function claimBlock(context: Context, claim: ReportClaim): Markup {
  const { report, words } = context;
  const { word } = words;
  const { headline: shown, original } = headlineOf(claim, report.language);
  const isLong = lengthOf(claim) > LONG_CLAIM_LENGTH;
  return html`<article class="claim tone-${claim.tone}${isLong && " long"}" id="claim-${claim.number}">
<p class="number" aria-hidden="true">${claim.number}</p>
<div>
<h3><span class="hidden">${word("claim", { number: String(claim.number) })}: </span>${passage(context, shown)}</h3>
${original && html`<p class="original"><span class="sans">${word("claims.original")}:</span> ${passage(context, original)}</p>`}
${standing(context, claim)}
${findings(context, claim)}
<dl class="details">
${fact(word("claims.quote"), claim.quote === null ? html`<span class="small soft">${word("claims.noQuote")}</span>` : html`<blockquote class="quote"${lang(context, report.article.language)}>${claim.quote}</blockquote>`)}
${fact("", claim.repeats.length > 0 && html`<span class="small soft">${word("claims.repeats", { count: claim.repeats.length })}</span>`)}
${fact(word("claims.reason"), claim.reason === "" ? claim.verdict && html`<span class="small soft">${word("claims.noReason")}</span>` : html`<p class="plain" lang="">${claim.reason}</p>`)}
${fact(word("claims.sources"), claim.citations.length === 0 ? html`<span class="small soft">${word("claims.noSources")}</span>` : html`<ul class="evidence">${claim.citations.map((citation) => evidence(context, citation))}</ul>`)}
${claim.citations.length > 0 && fact(word("claims.origins"), html`<span class="small">${word("claims.originsValue", claim.origins)}</span>`)}
${
  claim.notes.length > 0 &&
  fact(
    word("claims.note"),
    claim.notes.map((entry) => note(context, entry)),
  )
}
${checking(context, claim)}
</dl></div></article>`;
}

/** How the claim stands in the text, and who says it. What the article itself does not assert is in bold, always. */
function standing({ words }: Context, claim: ReportClaim): Markup {
  const { word } = words;
  const { speaker, weakness, isOwn } = standingWords(words, claim);
  const parts: MarkupValue[] = [
    weakness === null ? modalityWord(words, claim.modality) : html`<strong>${weakness}</strong>`,
    isOwn ? word("claims.author") : claim.mode !== "author" && words.term("mode", claim.mode),
    speaker && html`${word("claims.speaker")} <strong><bdi>${speaker}</bdi></strong>`,
    words.term("kind", claim.kind),
  ];
  return html`<p class="standing">${parts
    .filter((part) => part !== false && part !== null)
    .map((part, index) => [index > 0 && " · ", part])}</p>`;
}

function findings({ words }: Context, claim: ReportClaim): Markup {
  const { word } = words;
  const asked =
    claim.attribution &&
    html`<div><dt>${claim.speaker === null ? word("claims.attributionQuestionUnnamed") : word("claims.attributionQuestion", { speaker: claim.speaker })}</dt><dd>${misattribution(claim) || (claim.attribution.label ?? word("claims.notAsked"))}</dd></div>`;
  const answer =
    claim.verdict === null
      ? word("claims.notChecked")
      : html`${claim.verdict.label} <span class="aside">${word("claims.scale", { version: String(claim.verdict.scale) })}</span>`;
  return html`<dl class="findings">${asked}<div><dt>${word("claims.contentQuestion")}</dt><dd><span aria-hidden="true">${TONE_ICON[claim.tone]} </span>${answer}</dd></div></dl>`;
}

function evidence(context: Context, citation: ReportCitation): MarkupValue {
  const { words } = context;
  const source = context.sources.get(citation.source);
  if (source === undefined) return null;
  const meta = [
    citation.locator,
    citation.accessedAt && words.word("source.accessed", { time: words.time(citation.accessedAt) }),
  ].filter((part) => part !== null && part !== "");
  return html`<li><a class="no" href="#source-${source.number}">S${source.number}</a><div>
<p><span class="stance">${words.term("stance", citation.stance)}</span> · ${sourceLine(context, source)}</p>
${citation.excerpt && html`<blockquote lang="">${citation.excerpt}</blockquote>`}
${meta.length > 0 && html`<p class="meta">${meta.map((part, index) => [index > 0 && " · ", html`<bdi>${part}</bdi>`])}</p>`}
${source.url && html`<p class="meta">${link(source.url)}</p>`}
</div></li>`;
}

function sourceLine({ words }: Context, source: ReportSource): Markup {
  const { word } = words;
  if (source.title === null) return html`<strong>${word("source.withheld")}</strong>`;
  const by = [source.author, source.publisher].filter((part) => part !== null && part !== "");
  const marks = [
    source.kind && words.term("sourceKind", source.kind),
    source.publishedAt && word("source.published", { time: words.day(source.publishedAt) }),
    source.isPrimary && word("source.primary"),
    source.isConfidential && word("source.confidential"),
  ].filter((part) => part !== null && part !== false);
  return html`${by.map((part, index) => [index > 0 && ", ", html`<bdi>${part}</bdi>`])}${by.length > 0 && ": "}<cite lang="">${source.title}</cite> <span class="meta">(${marks.join(", ")})</span>`;
}

/** Who has checked and where the work is, in one line. */
function checking({ words }: Context, claim: ReportClaim): MarkupValue {
  const { word } = words;
  const by = (name: string | null, at: string) =>
    name === null ? words.time(at) : word("claims.checkedBy", { name, time: words.time(at) });
  const isChecked = claim.checkedAt !== null;
  const state = claim.state !== null && claim.signedOff === null && words.term("state", claim.state);
  const parts = [
    claim.checkedAt && by(claim.checkedBy, claim.checkedAt),
    claim.signedOff && `${word("claims.signedOff")}: ${by(claim.signedOff.by, claim.signedOff.at)}`,
    state && (isChecked ? `${word("claims.state")}: ${state}` : state),
    claim.assignee && `${word("claims.assignee")}: ${claim.assignee}`,
  ].filter((part) => part);
  return (
    parts.length > 0 &&
    fact(
      isChecked ? word("claims.checked") : word("claims.state"),
      html`<span class="small">${parts.join(" · ")}</span>`,
    )
  );
}

function unresolved(context: Context): Markup {
  const { words } = context;
  const open = uncheckedClaims(context.report.claims);
  return section(
    context,
    "unresolved",
    open.length === 0
      ? html`<p>${words.word("unresolved.none")}</p>`
      : html`<div class="open"><p>${words.word("unresolved.intro", { count: open.length })}</p><ol>${open.map((claim) => html`<li><a class="no" href="#claim-${claim.number}">${claim.number}</a><span>${shortClaim(context, claim)} ${misattribution(claim)}</span></li>`)}</ol></div>`,
    true,
  );
}

/** What needs no check, each with who says so; what people wrote about it stands here too. */
function setAside(context: Context): MarkupValue {
  const { report, words } = context;
  const { claimsSetAside = [] } = report;
  if (claimsSetAside.length === 0) return null;
  return section(
    context,
    "setAside",
    html`<div class="open"><p>${words.word("setAside.intro", { count: claimsSetAside.length })}</p><ol>${claimsSetAside.map((claim) => html`<li id="claim-${claim.number}"><span class="no">${claim.number}</span><div><p>${shortClaim(context, claim)} ${misattribution(claim)}</p><p class="meta soft">${setAsideWords(words, claim)}</p>${workOn(context, claim)}</div></li>`)}</ol></div>`,
  );
}

function workOn(context: Context, claim: ReportClaimSetAside): MarkupValue {
  const { word } = context.words;
  const hasWork = claim.reason !== "" || claim.citations.length + claim.notes.length > 0;
  return (
    hasWork &&
    html`<dl class="details">
${claim.reason !== "" && fact(word("claims.reason"), html`<p class="plain" lang="">${claim.reason}</p>`)}
${claim.citations.length > 0 && fact(word("claims.sources"), html`<ul class="evidence">${claim.citations.map((citation) => evidence(context, citation))}</ul>`)}
${
  claim.notes.length > 0 &&
  fact(
    word("claims.note"),
    claim.notes.map((entry) => note(context, entry)),
  )
}
</dl>`
  );
}

function sources(context: Context): Markup {
  const { report, words } = context;
  const { word } = words;
  if (report.sources.length === 0) return section(context, "sources", html`<p>${word("sources.none")}</p>`);
  return section(
    context,
    "sources",
    html`<ol class="register">${report.sources.map((source) => {
      const { origin } = source;
      const originText =
        origin &&
        (origin.name === null
          ? word("source.origin", { number: String(origin.number) })
          : word("source.originNamed", { number: String(origin.number), name: origin.name }));
      return html`<li id="source-${source.number}"><span class="no">S${source.number}</span><div><p>${sourceLine(context, source)}</p>${source.url && html`<p class="meta">${link(source.url)}</p>`}<p class="meta">${originText && `${originText} · `}${word("source.usedFor", { count: source.claims.length, numbers: source.claims.join(", ") })}</p></div></li>`;
    })}</ol>`,
  );
}

function versions(context: Context): Markup {
  const { report, words } = context;
  const { word } = words;
  return section(
    context,
    "versions",
    html`<ul class="list">${report.textVersions.map(({ number, sha256, createdAt }) => html`<li>${word("versions.text", { number: String(number), time: words.time(createdAt) })}${number === report.textVersion.number && ` (${word("versions.current")})`}<br><span class="hash">SHA-256 ${sha256}</span></li>`)}
${report.earlierReports.map((earlier) => html`<li>${word("versions.report", { number: String(earlier.number), profile: word(`profile.${earlier.profile}`), time: words.time(earlier.createdAt), version: String(earlier.textVersion) })}<br><span class="hash">SHA-256 ${earlier.sha256}</span></li>`)}</ul>
${report.earlierReports.length === 0 && html`<p>${word("versions.noReports")}</p>`}`,
  );
}

function method(context: Context): Markup {
  const { report, words } = context;
  const { word } = words;
  const { scale } = report;
  return section(
    context,
    "method",
    html`<div class="paragraphs"><p>${word("method.text")}</p><p>${word("method.origins")}</p><p>${word("method.hash")}</p>
<table><caption>${word("method.scale", { version: String(scale.version) })}</caption><thead><tr><th scope="col">${word("method.verdict")}</th><th scope="col">${word("method.meaning")}</th><th scope="col" class="amount">${word("method.rating")}</th></tr></thead><tbody>
${scale.verdicts.map(({ label, meaning, tone, rating }) => html`<tr><td>${sample(tone, label)} ${TONE_ICON[tone]}</td><td>${meaning}</td><td class="amount">${rating === null ? word("method.noRating") : word("method.ratingValue", { rating: String(rating) })}</td></tr>`)}
</tbody></table><p>${word("method.attribution", { labels: scale.attribution.map(({ label }) => label).join(", ") })}</p></div>`,
  );
}

function withheld(context: Context): MarkupValue {
  const { report, words } = context;
  if (report.withheld.length === 0) return null;
  return section(
    context,
    "withheld",
    html`<p>${words.word("withheld.intro")}</p><ul class="list">${report.withheld.map(({ part, count }) => html`<li>${words.word(`withheld.${part}`, { count: count ?? 0 })}</li>`)}</ul>`,
  );
}

function record(context: Context): MarkupValue {
  const { report, words } = context;
  const { word } = words;
  if (report.activity === null) return null;
  return section(
    context,
    "activity",
    html`<div class="paragraphs"><p>${word("activity.intro")}</p><table class="record"><thead><tr><th scope="col" class="amount">${word("activity.seq")}</th><th scope="col">${word("activity.time")}</th><th scope="col">${word("activity.who")}</th><th scope="col">${word("activity.what")}</th><th scope="col" class="amount">${word("activity.claim")}</th><th scope="col">${word("activity.change")}</th></tr></thead><tbody>
${report.activity.map((entry) => html`<tr><td class="amount">${entry.seq}</td><td>${words.shortTime(entry.at)}</td><td><bdi>${entry.by}</bdi></td><td>${words.activity(entry.type)}</td><td class="amount">${entry.claim}</td><td>${entry.changes.map((change) => recordChange(context, change))}</td></tr>`)}
</tbody></table></div>`,
    true,
  );
}

function recordChange(
  { words }: Context,
  { field, before, after }: ReportActivity["changes"][number],
): Markup {
  const show = (value: unknown) => {
    const text = words.recorded(field, value);
    const characters = Array.from(text);
    return characters.length > LONGEST_VALUE ? `${characters.slice(0, LONGEST_VALUE).join("")}…` : text;
  };
  return html`<p class="change"><span class="soft">${words.field(field)}:</span> ${before !== null && html`<bdi>${show(before)}</bdi> → `}<bdi>${show(after)}</bdi></p>`;
}
