import { wordsOf } from "@/lib/text/words-of";

/* Verbs that introduce somebody's words, in the forms in which news use them. Compiled by hand. */

/** "say" → "say says said saying"; irregular past forms stand behind a slash. */
const forms = (...lines: readonly string[]): ReadonlySet<string> =>
  new Set(lines.join(" ").split(" ").flatMap(formsOf));

function formsOf(entry: string): string[] {
  const [base = "", past] = entry.split("/");
  const stem = base.endsWith("e") ? base.slice(0, -1) : base;
  const isConsonantY = /[^aeiou]y$/.test(base);
  const third = isConsonantY
    ? `${base.slice(0, -1)}ies`
    : /(?:s|sh|ch|x)$/.test(base)
      ? `${base}es`
      : `${base}s`;
  return [base, third, past ?? (isConsonantY ? `${base.slice(0, -1)}ied` : `${stem}ed`)];
}

/** A clause, a quotation or both follow. */
export const SPEECH_FORMS = forms(
  "say/said tell/told add explain note claim argue warn announce report state believe confirm suggest insist reveal show/showed find/found estimate",
  "expect hope think/thought acknowledge stress write/wrote tweet post conclude predict allege admit/admitted agree reply declare maintain indicate",
  "testify promise pledge vow observe remark recall contend assert concede disclose emphasise emphasize complain joke answer respond continue",
  "fear speculate calculate hear/heard rule discover establish determine/determined demonstrate mention point reiterate caution assume understand/understood know/knew",
);
/** After these a clause follows even without "that". */
export const PLAIN_FORMS = forms(
  "say/said believe think/thought claim reveal suggest hope tell/told fear add insist estimate predict argue warn admit/admitted expect tweet write/wrote report confirm state",
);
/** Two objects: whom it is said to, and what. */
export const TELLING_FORMS = forms("tell/told inform assure remind warn promise");
/** Of these verbs the answer to a quotation is made, but no clause. */
export const QUOTING_FORMS = forms(
  "ask shout joke laugh sigh quip repeat begin/began write/wrote read/read go/went",
);

/** What somebody wants. */
export const APPEAL_FORMS = forms("urge demand request implore beg/begged plead appeal");
/** "called for", "called on" */
export const CALL_FORMS = wordsOf("call calls called");
/** What somebody says of a thing, without a clause: "criticised the plan", "rejected the claim". */
export const REPORTING_FORMS = forms(
  "criticise criticize condemn welcome praise reject deny dispute refute dismiss denounce accuse blame announce promise pledge",
  "confirm defend predict propose recommend oppose support acknowledge admit/admitted warn threaten vow claim describe doubt",
);
/** A denial says the opposite of its clause. */
export const DENYING_FORMS = forms("deny reject dispute refute doubt dismiss");
/** Nouns behind "in a": "in a statement". */
export const SOURCE_NOUNS = wordsOf(
  "statement tweet post interview report letter email message speech briefing conference press release article blog study survey filing",
);
