import { ATTRIBUTION_VERDICTS, CLAIM_STATES, TONE_ICON, TONES } from "@/lib/claims/verdict-scale";
import {
  misattributionCounts,
  misattributionIn,
  modalityWord,
  setAsideWords,
  standingWords,
} from "@/lib/reports/claim-words";
import { numberRanges } from "@/lib/reports/number-ranges";
import type {
  ReportActivity,
  ReportBlock,
  ReportCitation,
  ReportClaim,
  ReportClaimSetAside,
  ReportDocument,
  ReportNote,
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

type Context = { report: ReportDocument; words: ReportWords; sources: Map<number, ReportSource> };

/**
 * A report as Markdown (CommonMark with tables), complete. Words of the article and of people are escaped so that they
 * read as they are written and never become markup.
 */
export function renderMarkdown(report: ReportDocument): string {
  const words = reportWords(report);
  const context = {
    report,
    words,
    sources: new Map(report.sources.map((source) => [source.number, source])),
  };
  const parts = [
    cover(context),
    summary(context),
    people(context),
    articleNotes(context),
    article(context),
    claims(context),
    unresolved(context),
    setAside(context),
    sources(context),
    versions(context),
    method(context),
    withheld(context),
    record(context),
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: replacing control characters is what this is for.
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;

/** A piece of a line as text: what could begin emphasis, code, a link, HTML, an entity, a table or a formula is escaped. */
function escapePiece(text: string): string {
  return text
    .toWellFormed()
    .replace(CONTROLS, "\ufffd")
    .replace(/[\\`*_{}[\]<>&|~$^]/g, "\\$&")
    .replace(/(?<=[a-z]):(?=\/\/)/gi, "\\:")
    .replace(/\bwww\.(?=\S)/gi, (match) => `${match.slice(0, -1)}\\.`)
    .replace(/@(?=\S)/g, "\\@");
}

/** A line of escaped pieces: it must not begin a heading, a list, a rule or a block of another kind. */
function escapeLineStart(line: string): string {
  return line
    .trim()
    .replace(/^[#+=:-]/, "\\$&")
    .replace(/^(\d+)([.)])/, "$1\\$2");
}

/** Text as text on one line, whatever it holds. */
export function escapeMarkdown(text: string): string {
  // Controls first: some of them count as blanks and would vanish together with the end of a line.
  const visible = text.replace(/\r\n?/g, "\n").replace(CONTROLS, "\ufffd");
  return escapeLineStart(escapePiece(visible.replace(/\s*[\n\u2028\u2029]\s*/g, " ")));
}

/** Text over several lines: every line stands by itself, blank ones part paragraphs. */
function prose(text: string, prefix = ""): string {
  const paragraphs = text.split(/\n\s*\n/).filter((paragraph) => paragraph.trim() !== "");
  return paragraphs
    .map((paragraph) =>
      paragraph
        .split("\n")
        .map((line) => `${prefix}${escapeMarkdown(line)}`)
        .join("\\\n"),
    )
    .join(`\n${prefix.trimEnd()}\n`);
}

/** A web address in full; only http and https become links. */
function address(text: string): string {
  const target = webAddress(text);
  if (target === null) return escapeMarkdown(text);
  return `<${target.replace(/[<>\s]/g, encodeURIComponent)}>`;
}

function fact(label: string, value: string | null | undefined | false): string {
  return value ? `- **${label}:** ${value}` : "";
}

function lines(...items: (string | false | null | undefined)[]): string {
  return items.filter((item) => item).join("\n");
}

function paragraphs(...items: (string | false | null | undefined)[]): string {
  return items.filter((item) => item).join("\n\n");
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const row = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [row(head), row(head.map(() => "---")), ...rows.map(row)].join("\n");
}

function reportName({ report, words }: Context): string {
  return report.number === null
    ? words.word("title")
    : words.word("numbered", { number: String(report.number) });
}

function cover(context: Context): string {
  const { report, words } = context;
  const { word } = words;
  const { article, textVersion, summary: counts } = report;
  const profile = word(`profile.${report.profile}`);
  const created =
    report.createdBy === null
      ? word("cover.createdByDesk", { time: words.time(report.createdAt), desk: escapeMarkdown(report.desk) })
      : word("cover.createdBy", {
          time: words.time(report.createdAt),
          name: escapeMarkdown(report.createdBy),
        });
  const grave = claimsThatNeedAttention(everyClaim(report));
  return paragraphs(
    `# ${reportName(context)}: ${escapeMarkdown(article.title)}`,
    report.status === "draft" && `**${word("draftWarning", { time: words.time(report.createdAt) })}**`,
    lines(
      fact(word("cover.number"), `${report.number === null ? word("draft") : report.number}, ${profile}`),
      fact(word("cover.status"), words.term("articleState", report.summary.state)),
      fact(word("cover.agency"), article.agency && escapeMarkdown(article.agency)),
      fact(word("cover.byline"), article.byline && escapeMarkdown(article.byline)),
      fact(word("cover.dateline"), article.dateline && escapeMarkdown(article.dateline)),
      fact(word("cover.publishedAt"), article.publishedAt && words.time(article.publishedAt)),
      fact(word("cover.copyright"), article.copyright && escapeMarkdown(article.copyright)),
      fact(word("cover.deadline"), article.deadline && words.time(article.deadline)),
      fact(word("cover.assignee"), article.assignee && escapeMarkdown(article.assignee)),
      fact(word("cover.address"), article.sourceUrl && address(article.sourceUrl)),
      fact(word("cover.articleLanguage"), escapeMarkdown(words.languageName(article.language))),
      fact(word("cover.language"), words.languageName(report.language)),
      fact(word("cover.article"), `\`${article.id}\``),
      fact(
        word("cover.textVersion"),
        word("cover.textVersionValue", {
          number: String(textVersion.number),
          time: words.time(textVersion.createdAt),
        }),
      ),
      fact(word("cover.textHash"), `\`${textVersion.sha256}\``),
      fact(word("cover.created"), created),
      fact(
        word("cover.record"),
        report.record &&
          word("cover.recordValue", { seq: String(report.record.seq), hash: `\`${report.record.hash}\`` }),
      ),
      fact(
        word("cover.basedOn"),
        report.basedOn &&
          word("cover.basedOnValue", {
            number: String(report.basedOn.number),
            sha256: `\`${report.basedOn.sha256}\``,
          }),
      ),
      fact(word("cover.timeZone"), escapeMarkdown(report.timeZone)),
    ),
    `**${word("summary.checked", { checked: counts.checked, claims: counts.claims })}**`,
    counts.attributed > 0 && attributionLine(context),
    counts.checked + counts.attributionChecked > 0 &&
      paragraphs(
        `## ${word("summary.attention")}`,
        grave.length === 0
          ? word("summary.attentionNone")
          : lines(
              ...grave.map(
                (claim) =>
                  `- **${word("claimShort", { number: String(claim.number) })}** ${shortClaim(context, claim)} **${[...misattribution(claim), `${TONE_ICON[claim.tone]} ${escapeMarkdown(claim.verdict?.label ?? word("claims.notChecked"))}`].join(", ")}**`,
              ),
            ),
      ),
  );
}

function attributionLine({ report, words }: Context): string {
  const { attributionChecked: checked, attributed } = report.summary;
  const findings = misattributionCounts(report).map(
    ({ count, label }) => `${words.number(count)} ${escapeMarkdown(label)}`,
  );
  return `${words.word("summary.attribution", { checked, attributed })}${findings.length > 0 ? `, **${words.word("summary.misattributed", { findings: findings.join(", ") })}**` : ""}`;
}

function headlineText({ report }: Context, claim: ReportClaim): string {
  return escapeMarkdown(headlineOf(claim, report.language).headline.text);
}

/** A claim in short form: never its wording alone, always with whose words it is. */
function shortClaim(context: Context, claim: ReportClaim): string {
  const { words } = context;
  const { speaker, mode, weakness } = standingWords(words, claim);
  const whose = [
    speaker && `${words.word("claims.speaker")} ${escapeMarkdown(speaker)}`,
    mode && escapeMarkdown(mode),
    weakness && `**${weakness}**`,
  ].filter((part) => part !== null);
  return `${headlineText(context, claim)}${whose.length > 0 ? ` (${whose.join(" · ")})` : ""}`;
}

function misattribution(claim: ReportClaim): string[] {
  const found = misattributionIn(claim);
  return found ? [`${TONE_ICON[found.tone]} ${escapeMarkdown(found.label)}`] : [];
}

function summary(context: Context): string {
  const { report, words } = context;
  const { word } = words;
  const counts = report.summary;
  const row = (label: string, numbers: readonly number[]) =>
    numbers.length === 0 ? [] : [[label, words.number(numbers.length), numbers.join(", ")]];
  const numbersOf = (test: (claim: ReportClaim) => boolean) =>
    report.claims.filter(test).map(({ number }) => number);
  const group = (heading: string, rows: string[][]) =>
    rows.length > 0 && table([heading, word("summary.count"), word("summary.numbers")], rows);
  return paragraphs(
    `## ${word("summary.heading")}`,
    [
      word("summary.scope", {
        version: String(report.textVersion.number),
        claims: counts.claims,
        sourceCount: counts.sources,
      }),
      counts.attributed > 0 &&
        word("summary.attributionLong", {
          attributed: counts.attributed,
          checked: counts.attributionChecked,
        }),
      `${word("summary.signedOff", { count: counts.signedOff })}.`,
      counts.openNotes !== null && `${word("summary.openNotes", { count: counts.openNotes })}.`,
      counts.removedClaims.length > 0 &&
        word("summary.removed", { numbers: numberRanges(counts.removedClaims) }),
      counts.replacedClaims?.length &&
        word("summary.replaced", { numbers: numberRanges(counts.replacedClaims) }),
      counts.setAside && word("summary.setAside", { count: counts.setAside }),
    ]
      .filter((sentence) => sentence)
      .join(" "),
    group(word("summary.byVerdict"), [
      ...report.scale.verdicts.flatMap(({ key, label, tone }) =>
        row(
          `${TONE_ICON[tone]} ${escapeMarkdown(label)}`,
          numbersOf(({ verdict }) => verdict?.key === key),
        ),
      ),
      ...row(
        `${TONE_ICON.open} ${word("summary.unchecked")}`,
        numbersOf(({ verdict }) => verdict === null),
      ),
    ]),
    group(word("summary.byAttribution"), [
      ...ATTRIBUTION_VERDICTS.flatMap((key) =>
        row(
          escapeMarkdown(report.scale.attribution.find((entry) => entry.key === key)?.label ?? key),
          everyClaim(report)
            .filter(({ attribution }) => attribution?.verdict === key)
            .map(({ number }) => number),
        ),
      ),
      ...row(
        word("claims.notAsked"),
        numbersOf(({ attribution }) => attribution !== null && attribution.verdict === null),
      ),
    ]),
    counts.byState !== null &&
      group(
        word("summary.byState"),
        CLAIM_STATES.flatMap((state) =>
          row(
            words.term("state", state),
            numbersOf((claim) => claim.state === state),
          ),
        ),
      ),
  );
}

function people({ report, words }: Context): string {
  const { word } = words;
  const { checkers, assignees, signers, checkerCount } = report.people;
  const rows = [
    ...checkers.map(({ name, claims: count, verdicts, firstAt, lastAt }) => [
      escapeMarkdown(name),
      word("people.checker"),
      word("people.claimsWithVerdicts", {
        claims: count,
        verdicts: word("people.verdicts", { count: verdicts }),
      }),
      firstAt === lastAt ? words.time(firstAt) : `${words.time(firstAt)} – ${words.time(lastAt)}`,
    ]),
    ...assignees.map(({ name, claims: numbers }) => [
      escapeMarkdown(name),
      word("people.assignee"),
      numbers.join(", "),
      "",
    ]),
    ...signers.map(({ name, claims: numbers, lastAt }) => [
      escapeMarkdown(name),
      word("people.signer"),
      numbers.join(", "),
      words.time(lastAt),
    ]),
  ];
  return paragraphs(
    `## ${word("people.heading")}`,
    report.profile === "publishable" || rows.length === 0
      ? word("people.count", { count: checkerCount })
      : table([word("people.name"), word("people.role"), word("people.claims"), word("people.period")], rows),
  );
}

function note({ report, words }: Context, { by, at, body, isReply }: ReportNote): string {
  const name = escapeMarkdown(by ?? report.desk);
  const signature = words.word("notes.by", { name, time: words.time(at) });
  return `${prose(body, "> ")}\n>\n> — ${isReply ? `${words.word("notes.reply")}, ` : ""}${signature}`;
}

function articleNotes(context: Context): string {
  const { notes } = context.report;
  if (notes.length === 0) return "";
  return paragraphs(
    `## ${context.words.word("notes.heading")}`,
    ...notes.map((entry) => note(context, entry)),
  );
}

function article(context: Context): string {
  const { report, words } = context;
  const { word } = words;
  const present = TONES.filter((tone) => report.summary.byTone[tone] > 0);
  const repeated = report.claims.find(({ repeats }) => repeats.length > 0);
  return paragraphs(
    `## ${word("article.heading")}`,
    lines(
      ...present.map((tone) => `- ${TONE_ICON[tone]} ${words.term("tone", tone)}`),
      repeated && `- ${word("article.repeats", { number: String(repeated.number) })}`,
      misattributionCounts(report).length > 0 && `- ${word("article.misattributed")}`,
    ),
    ...report.blocks.map((block) => textBlock(context, block)),
  );
}

/** The text with the number and sign of each claim behind its words: [3 ✕]. */
function textBlock({ report, words }: Context, block: ReportBlock): string {
  const claimsByNumber = new Map(everyClaim(report).map((claim) => [claim.number, claim]));
  const text = block.segments
    .map((segment) => {
      const numbers = segment.ends.map(({ claim, isRepeat }) => {
        const number = isRepeat ? words.word("article.repeatMark", { number: String(claim) }) : String(claim);
        const marked = claimsByNumber.get(claim);
        const sign = marked && misattributionIn(marked) ? "!" : "";
        return ` **\\[${number}${sign} ${TONE_ICON[marked?.tone ?? "open"]}\\]**`;
      });
      return `${escapePiece(report.text.slice(segment.start, segment.end))}${numbers.join("")}`;
    })
    .join("")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map(escapeLineStart)
    .join("\\\n");
  if (block.kind === "headline") return `### ${text.replaceAll("\\\n", " ")}`;
  return block.repeatOf === null ? text : `*${words.word("article.repeatedBlock")}*\n\n${text}`;
}

function claims(context: Context): string {
  const { report, words } = context;
  return paragraphs(
    `## ${words.word("claims.heading")}`,
    ...report.claims.map((claim) => claimBlock(context, claim)),
  );
}

function claimBlock(context: Context, claim: ReportClaim): string {
  const { report, words } = context;
  const { word } = words;
  const { original } = headlineOf(claim, report.language);
  const { verdict, attribution } = claim;
  const modality = modalityWord(words, claim.modality);
  const { speaker, isOwn } = standingWords(words, claim);
  const standing = [
    modality !== null && `**${modality}**`,
    isOwn ? word("claims.author") : claim.mode !== "author" && escapeMarkdown(words.term("mode", claim.mode)),
    speaker !== null && `${word("claims.speaker")} **${escapeMarkdown(speaker)}**`,
    escapeMarkdown(words.term("kind", claim.kind)),
  ].filter((part) => part !== false);
  const question =
    claim.speaker === null
      ? word("claims.attributionQuestionUnnamed")
      : word("claims.attributionQuestion", { speaker: escapeMarkdown(claim.speaker) });
  return paragraphs(
    `### ${claim.number}. ${headlineText(context, claim)}`,
    original && `*${word("claims.original")}:* ${escapeMarkdown(original.text)}`,
    standing.join(" · "),
    lines(
      attribution &&
        fact(
          question,
          `**${misattribution(claim)[0] ?? escapeMarkdown(attribution.label ?? word("claims.notAsked"))}**`,
        ),
      fact(
        word("claims.contentQuestion"),
        verdict === null
          ? `${TONE_ICON[claim.tone]} **${word("claims.notChecked")}**`
          : `${TONE_ICON[claim.tone]} **${escapeMarkdown(verdict.label)}** (${word("claims.scale", { version: String(verdict.scale) })})`,
      ),
      claim.repeats.length > 0 && `- ${word("claims.repeats", { count: claim.repeats.length })}`,
    ),
    `**${word("claims.quote")}:**`,
    claim.quote === null ? word("claims.noQuote") : prose(claim.quote, "> "),
    claim.reason !== "" && paragraphs(`**${word("claims.reason")}:**`, prose(claim.reason)),
    `**${word("claims.sources")}:**`,
    claim.citations.length === 0
      ? word("claims.noSources")
      : paragraphs(...claim.citations.map((citation) => evidence(context, citation))),
    claim.citations.length > 0 &&
      `**${word("claims.origins")}:** ${word("claims.originsValue", claim.origins)}`,
    claim.notes.length > 0 &&
      paragraphs(`**${word("claims.note")}:**`, ...claim.notes.map((entry) => note(context, entry))),
    lines(
      claim.checkedAt && fact(word("claims.checked"), by(words, claim.checkedBy, claim.checkedAt)),
      claim.signedOff && fact(word("claims.signedOff"), by(words, claim.signedOff.by, claim.signedOff.at)),
      claim.state !== null && fact(word("claims.state"), words.term("state", claim.state)),
      claim.assignee !== null && fact(word("claims.assignee"), escapeMarkdown(claim.assignee)),
    ),
  );
}

function by(words: ReportWords, name: string | null, at: string): string {
  if (name === null) return words.time(at);
  return words.word("claims.checkedBy", { name: escapeMarkdown(name), time: words.time(at) });
}

function evidence({ words, sources: register }: Context, citation: ReportCitation): string {
  const source = register.get(citation.source);
  if (source === undefined) return "";
  const { word } = words;
  return paragraphs(
    `S${source.number}: **${words.term("stance", citation.stance)}.** ${sourceLine(words, source)}${citation.locator === null ? "" : `, ${escapeMarkdown(citation.locator)}`}${citation.accessedAt === null ? "" : `, ${word("source.accessed", { time: words.time(citation.accessedAt) })}`}`,
    citation.excerpt !== null && prose(citation.excerpt, "> "),
    source.url !== null && address(source.url),
  );
}

function sourceLine(words: ReportWords, source: ReportSource): string {
  const { word } = words;
  if (source.title === null) return `**${word("source.withheld")}**`;
  const names = [source.author, source.publisher].filter((part) => part !== null).map(escapeMarkdown);
  const marks = [
    source.kind && words.term("sourceKind", source.kind),
    source.publishedAt && word("source.published", { time: words.day(source.publishedAt) }),
    source.isPrimary && word("source.primary"),
    source.isConfidential && word("source.confidential"),
  ].filter((mark) => mark);
  return `${names.length > 0 ? `${names.join(", ")}: ` : ""}*${escapeMarkdown(source.title)}* (${marks.join(", ")})`;
}

function unresolved(context: Context): string {
  const { report, words } = context;
  const open = uncheckedClaims(report.claims);
  return paragraphs(
    `## ${words.word("unresolved.heading")}`,
    open.length === 0
      ? words.word("unresolved.none")
      : paragraphs(
          words.word("unresolved.intro", { count: open.length }),
          lines(
            ...open.map(
              (claim) =>
                `- **${words.word("claimShort", { number: String(claim.number) })}** ${[shortClaim(context, claim), ...misattribution(claim).map((found) => `**${found}**`)].join(" ")}`,
            ),
          ),
        ),
  );
}

/** What needs no check, each with who says so; what people wrote about it stands here too. */
function setAside(context: Context): string {
  const { report, words } = context;
  const { claimsSetAside = [] } = report;
  if (claimsSetAside.length === 0) return "";
  return paragraphs(
    `## ${words.word("setAside.heading")}`,
    words.word("setAside.intro", { count: claimsSetAside.length }),
    ...claimsSetAside.map((claim) => claimSetAside(context, claim)),
  );
}

function claimSetAside(context: Context, claim: ReportClaimSetAside): string {
  const { words } = context;
  const { word } = words;
  const found = misattribution(claim).map((finding) => `**${finding}**`);
  return paragraphs(
    `**${word("claimShort", { number: String(claim.number) })}** ${[shortClaim(context, claim), ...found].join(" ")} · ${escapeMarkdown(setAsideWords(words, claim))}`,
    claim.reason !== "" && paragraphs(`**${word("claims.reason")}:**`, prose(claim.reason)),
    claim.citations.length > 0 &&
      paragraphs(
        `**${word("claims.sources")}:**`,
        ...claim.citations.map((citation) => evidence(context, citation)),
      ),
    claim.notes.length > 0 &&
      paragraphs(`**${word("claims.note")}:**`, ...claim.notes.map((entry) => note(context, entry))),
  );
}

function sources({ report, words }: Context): string {
  const { word } = words;
  return paragraphs(
    `## ${word("sources.heading")}`,
    report.sources.length === 0
      ? word("sources.none")
      : lines(
          ...report.sources.map((source) => {
            const origin =
              source.origin &&
              (source.origin.name === null
                ? word("source.origin", { number: String(source.origin.number) })
                : word("source.originNamed", {
                    number: String(source.origin.number),
                    name: escapeMarkdown(source.origin.name),
                  }));
            const used = word("source.usedFor", {
              count: source.claims.length,
              numbers: source.claims.join(", "),
            });
            const parts = [sourceLine(words, source), source.url && address(source.url), origin, used];
            return `- **S${source.number}** ${parts.filter((part) => part).join(" · ")}`;
          }),
        ),
  );
}

function versions({ report, words }: Context): string {
  const { word } = words;
  return paragraphs(
    `## ${word("versions.heading")}`,
    lines(
      ...report.textVersions.map(
        ({ number, sha256, createdAt }) =>
          `- ${word("versions.text", { number: String(number), time: words.time(createdAt) })}${number === report.textVersion.number ? ` (${word("versions.current")})` : ""}, SHA-256 \`${sha256}\``,
      ),
      ...report.earlierReports.map(
        (earlier) =>
          `- ${word("versions.report", { number: String(earlier.number), profile: word(`profile.${earlier.profile}`), time: words.time(earlier.createdAt), version: String(earlier.textVersion) })}, SHA-256 \`${earlier.sha256}\``,
      ),
    ),
    report.earlierReports.length === 0 && word("versions.noReports"),
  );
}

function method({ report, words }: Context): string {
  const { word } = words;
  const { scale } = report;
  return paragraphs(
    `## ${word("method.heading")}`,
    word("method.text"),
    word("method.origins"),
    word("method.hash"),
    `### ${word("method.scale", { version: String(scale.version) })}`,
    table(
      [word("method.verdict"), word("method.meaning"), word("method.rating")],
      scale.verdicts.map(({ label, meaning, tone, rating }) => [
        `${TONE_ICON[tone]} ${escapeMarkdown(label)}`,
        escapeMarkdown(meaning),
        rating === null ? word("method.noRating") : word("method.ratingValue", { rating: String(rating) }),
      ]),
    ),
    word("method.attribution", {
      labels: scale.attribution.map(({ label }) => escapeMarkdown(label)).join(", "),
    }),
  );
}

function withheld({ report, words }: Context): string {
  if (report.withheld.length === 0) return "";
  return paragraphs(
    `## ${words.word("withheld.heading")}`,
    words.word("withheld.intro"),
    lines(
      ...report.withheld.map(
        ({ part, count }) => `- ${escapeMarkdown(words.word(`withheld.${part}`, { count: count ?? 0 }))}`,
      ),
    ),
  );
}

function record({ report, words }: Context): string {
  const { word } = words;
  if (report.activity === null) return "";
  return paragraphs(
    `## ${word("activity.heading")}`,
    table(
      [
        word("activity.seq"),
        word("activity.time"),
        word("activity.who"),
        word("activity.what"),
        word("activity.claim"),
        word("activity.change"),
      ],
      report.activity.map((entry) => [
        String(entry.seq),
        words.time(entry.at),
        escapeMarkdown(entry.by),
        escapeMarkdown(words.activity(entry.type)),
        entry.claim === null ? "" : String(entry.claim),
        entry.changes.map((change) => recordChange(words, change)).join("; "),
      ]),
    ),
  );
}

function recordChange(
  words: ReportWords,
  { field, before, after }: ReportActivity["changes"][number],
): string {
  const show = (value: unknown) => escapeMarkdown(words.recorded(field, value));
  const from = before === null ? "" : `${show(before)} → `;
  return `${escapeMarkdown(words.field(field))}: ${from}${show(after)}`;
}
