import type { ReportSnapshot } from "./report-snapshot";

/** Texts that would do harm if a renderer took them for its own; `window.__pwned` shows who let them. */
export const HOSTILE_TEXTS = [
  "<script>window.__pwned=1</script>",
  "</style><script>window.__pwned=1</script>",
  "</title></head><body onload=window.__pwned=1>",
  "<img src=x onerror=window.__pwned=1>",
  "<svg><animate onbegin=window.__pwned=1 attributeName=x dur=1s>",
  `" onmouseover="window.__pwned=1" x="`,
  "' autofocus onfocus='window.__pwned=1",
  '<iframe srcdoc="<script>parent.__pwned=1</script>">',
  "<meta http-equiv=refresh content='0;url=https://evil.example'>",
  "<link rel=stylesheet href=https://evil.example/x.css>",
  "]]><!--<!DOCTYPE x>--><![CDATA[",
  "&lt;script&gt;window.__pwned=1&lt;/script&gt;",
  '"}}; @import url(https://evil.example); body{display:none} /*',
  "\\3c script\\3e */ } * { background: url(https://evil.example) }",
  "[click](javascript:window.__pwned=1)",
  "![x](https://evil.example/pixel.png)",
  "<https://evil.example>",
  "# not a heading",
  "```\nnot code\n```",
  "| a | b |\n| --- | --- |\n| c | d |",
  "- not a list\n1. nor this\n> nor a quote",
  "*not* _emphasis_ **nor** ~~this~~ $x^2$ [^1]",
  "[ref]: javascript:window.__pwned=1",
  "--- \n=== \n***",
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is meant to look like one.
  "{{constructor.constructor('window.__pwned=1')()}} ${7*7} {count, plural, one {x}}",
  "\u202egnp.exe\u202c \u0007\u001b[31m\u0085 \u2028x\u2029",
  '=HYPERLINK("https://evil.example")',
] as const;

export const HOSTILE_ADDRESSES = [
  "javascript:window.__pwned=1",
  "java\tscript:window.__pwned=1",
  " javascript:window.__pwned=1",
  "data:text/html,<script>window.__pwned=1</script>",
  "vbscript:msgbox(1)",
  "file:///etc/passwd",
  'https://example.org/"><script>window.__pwned=1</script>',
  "https://example.org/)](javascript:window.__pwned=1)",
  "//evil.example/<b>",
  "not an address",
] as const;

/** An article in which every text that people can write is `text` and every address is `address`. */
export function hostileSnapshot(text: string, address: string): ReportSnapshot {
  const at = "2026-03-14T10:00:00.000Z";
  const body = `${text}\n\n${text}`;
  const second = text.length + 2;
  const source = {
    title: text,
    url: address,
    publisher: text,
    author: text,
    publishedAt: at,
    isPrimary: true,
    originGroup: text,
    kind: "PAGE" as const,
  };
  const note = { body: text, visibility: "REPORT", by: text, at, isResolved: false } as const;
  const claimId = "0197a000-0000-7000-8000-000000000002";
  return {
    desk: text,
    article: {
      id: "0197a000-0000-7000-8000-000000000001",
      title: text,
      language: text,
      sourceUrl: address,
      agency: text,
      byline: text,
      dateline: text,
      copyright: text,
      publishedAt: at,
      deadline: at,
      assignee: text,
    },
    text: body,
    blocks: [
      { kind: "headline", start: 0, end: text.length, repeatOf: null },
      { kind: "paragraph", start: second, end: body.length, repeatOf: 0 },
    ],
    textVersion: { number: 1, sha256: "ab".repeat(32), createdAt: at },
    textVersions: [{ number: 1, sha256: "ab".repeat(32), createdAt: at }],
    claims: [
      {
        id: claimId,
        number: 1,
        predecessors: [],
        wording: text,
        translation: { language: "en", wording: text },
        places: [
          [{ start: second, end: body.length, quote: text }],
          [{ start: 0, end: text.length, quote: text }],
        ],
        speaker: text,
        speakerRole: text,
        mode: text,
        modality: text,
        kind: text,
        setAside: null,
        isSetAsideProposed: true,
        state: "SIGNED_OFF",
        verdict: "FALSE",
        verdictScale: 1,
        verdictBy: text,
        verdictAt: at,
        reason: text,
        attributionVerdict: "SAID",
        assigneeId: "x",
        assignee: text,
        citations: [
          {
            stance: "SUPPORTS",
            locator: text,
            excerpt: text,
            accessedAt: at,
            source: { ...source, id: "a", isConfidential: false },
          },
          {
            stance: "CONTRADICTS",
            locator: text,
            excerpt: text,
            accessedAt: at,
            source: { ...source, id: "b", isConfidential: true },
          },
        ],
      },
    ],
    removedClaims: [],
    notes: [
      { ...note, id: "n1", claimId: null, parentId: null },
      { ...note, id: "n2", claimId, parentId: null },
      { ...note, id: "n3", claimId, parentId: "n2" },
    ],
    activity: [
      {
        seq: 1,
        at,
        actorId: "x",
        by: text,
        type: text,
        claimId,
        before: { [text]: text, state: text },
        after: { [text]: { [text]: text }, state: "SIGNED_OFF" },
        hash: "cd".repeat(32),
      },
    ],
    record: { seq: 1, hash: "cd".repeat(32) },
    earlierReports: [],
  };
}
