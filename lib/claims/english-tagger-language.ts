import type { ClauseEffect, TaggerLanguage } from "@/lib/text/tagger/word-features";
import { CLAUSE_EFFECT, classOfMark } from "@/lib/text/tagger/word-features";
import type { Token } from "@/lib/text/tokenize-words";
import { wordsOf } from "@/lib/text/words-of";

/* What is known about English words before they stand in a sentence: closed classes and irregular verbs. */

/** The closed classes by the letter that stands for them in the name of a word's class; compiled by hand. */
const CLOSED_CLASSES: readonly (readonly [string, ReadonlySet<string>])[] = [
  [
    "d",
    wordsOf(
      "the a an this that these those every each no another some any all both either neither half such many few several much more most less",
    ),
  ],
  ["s", wordsOf("my your his her its our their whose")],
  [
    "p",
    wordsOf(
      "in on at by for from with without of to as after before during since until till under over about against between among",
      "amid into onto through throughout near upon within across along around behind beside besides beyond despite except inside",
      "like off outside past per than toward towards underneath unlike versus via amongst regarding concerning including following",
    ),
  ],
  [
    "o",
    wordsOf(
      "i you he she it we they him them us me who whom what myself yourself himself herself itself ourselves themselves someone anyone everyone nobody somebody anybody everybody something anything everything nothing one mine yours hers ours theirs",
    ),
  ],
  ["c", wordsOf("and or but nor yet plus & either neither both")],
  [
    "u",
    wordsOf(
      "because although though while if unless whether when where that since once whereas how why which until till after before as lest so than whenever wherever",
    ),
  ],
  ["w", wordsOf("who whom whose which what that where when why how whoever whatever whichever")],
  ["r", wordsOf("up out off down in on over away back around along about through by")],
  [
    "a",
    wordsOf(
      "not never also already always often again almost even ever just now then there here however too very still only soon later",
      "well perhaps maybe instead rather quite once twice yesterday today tomorrow ago else together far further yet so more most",
      "less least much about nearly roughly moreover meanwhile therefore thus hence indeed otherwise abroad ahead alone apart",
    ),
  ],
  [
    "M",
    wordsOf(
      "can could will would shall should may might must cannot can't couldn't won't wouldn't shouldn't mustn't may'll ought",
    ),
  ],
  ["B", wordsOf("is are was were am isn't aren't wasn't weren't ain't")],
  ["H", wordsOf("has have had hasn't haven't hadn't having")],
  ["D", wordsOf("do does did don't doesn't didn't doing")],
  ["b", wordsOf("be been being")],
  [
    "t",
    wordsOf(
      "january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday",
    ),
  ],
  [
    "n",
    wordsOf(
      "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion trillion dozen zero",
    ),
  ],
  [
    "j",
    wordsOf(
      "many few several much other own same such last next first second third former latter good new old big great high small large long young little few important public bad able late",
    ),
  ],
];

/** Irregular verbs: base form, past tense, past participle. */
const IRREGULAR_VERBS =
  "arise arose arisen|awake awoke awoken|bear bore borne|beat beat beaten|become became become|begin began begun|bend bent bent|bet bet bet|bid bid bid|bind bound bound|bite bit bitten|bleed bled bled|blow blew blown|break broke broken|breed bred bred|bring brought brought|build built built|burn burnt burnt|burst burst burst|buy bought bought|cast cast cast|catch caught caught|choose chose chosen|cling clung clung|come came come|cost cost cost|creep crept crept|cut cut cut|deal dealt dealt|dig dug dug|draw drew drawn|dream dreamt dreamt|drink drank drunk|drive drove driven|eat ate eaten|fall fell fallen|feed fed fed|feel felt felt|fight fought fought|find found found|flee fled fled|fly flew flown|forbid forbade forbidden|forecast forecast forecast|forget forgot forgotten|forgive forgave forgiven|freeze froze frozen|get got gotten|give gave given|go went gone|grind ground ground|grow grew grown|hang hung hung|have had had|hear heard heard|hide hid hidden|hit hit hit|hold held held|hurt hurt hurt|keep kept kept|kneel knelt knelt|know knew known|lay laid laid|lead led led|lean leant leant|leap leapt leapt|learn learnt learnt|leave left left|lend lent lent|let let let|lie lay lain|light lit lit|lose lost lost|make made made|mean meant meant|meet met met|mistake mistook mistaken|overcome overcame overcome|overtake overtook overtaken|overthrow overthrew overthrown|pay paid paid|prove proved proven|put put put|quit quit quit|read read read|rid rid rid|ride rode ridden|ring rang rung|rise rose risen|run ran run|say said said|see saw seen|seek sought sought|sell sold sold|send sent sent|set set set|shake shook shaken|shed shed shed|shine shone shone|shoot shot shot|show showed shown|shrink shrank shrunk|shut shut shut|sing sang sung|sink sank sunk|sit sat sat|sleep slept slept|slide slid slid|speak spoke spoken|speed sped sped|spend spent spent|spin spun spun|split split split|spread spread spread|spring sprang sprung|stand stood stood|steal stole stolen|stick stuck stuck|sting stung stung|strike struck struck|strive strove striven|swear swore sworn|sweep swept swept|swim swam swum|swing swung swung|take took taken|teach taught taught|tear tore torn|tell told told|think thought thought|throw threw thrown|undergo underwent undergone|understand understood understood|undertake undertook undertaken|uphold upheld upheld|upset upset upset|wake woke woken|wear wore worn|weep wept wept|win won won|wind wound wound|withdraw withdrew withdrawn|withhold withheld withheld|withstand withstood withstood|write wrote written";

/** Frequent regular verbs of the news, which show that their forms in -s and -ed are verbs. */
const REGULAR_VERBS = wordsOf(
  "accept accuse add admit agree aim allow announce answer appeal appear apply approve argue arrest arrive ask attack attend avoid back ban base believe belong blame block call cancel carry cause charge check claim close collapse comment complain confirm consider contain continue control create criticise criticize damage decide decline declare defend demand deny depend describe destroy develop die disagree discover discuss dismiss distribute earn employ end enter expand expect explain export express face fail fear fill fine fire fix follow force gain gather handle happen help hire hope identify ignore import improve include increase inform insist install invest investigate invite involve issue join jump kill land last launch like live locate look love maintain manage mention move name need negotiate note offer open operate oppose order organise organize own pass pause plan play pledge point postpone predict prefer prepare present prevent produce promise propose protect protest provide publish pull push raise reach receive recommend record reduce refuse reject release rely remain remember remove replace reply report request require rescue reserve resign respond restore retire return reveal save search seem serve settle share sign sound start state stay stop suffer suggest supply support suspect suspend talk test thank threaten trade train travel try turn use visit vote wait walk want warn watch welcome win wish work worry",
);

const FORMS = new Map<string, string>();

function addForm(form: string, letter: string) {
  const known = FORMS.get(form) ?? "";
  if (!known.includes(letter)) FORMS.set(form, known + letter);
}

const thirdPersonOf = (base: string) =>
  /(?:s|sh|ch|x|z|o)$/.test(base)
    ? `${base}es`
    : /[^aeiou]y$/.test(base)
      ? `${base.slice(0, -1)}ies`
      : `${base}s`;
const pastOf = (base: string) =>
  base.endsWith("e") ? `${base}d` : /[^aeiou]y$/.test(base) ? `${base.slice(0, -1)}ied` : `${base}ed`;
const gerundOf = (base: string) => (/[^e]e$/.test(base) ? `${base.slice(0, -1)}ing` : `${base}ing`);

for (const line of IRREGULAR_VERBS.split("|")) {
  const [base = "", past = "", participle = ""] = line.split(" ");
  for (const [form, letter] of [
    [base, "V"],
    [past, "P"],
    [participle, "N"],
    [thirdPersonOf(base), "Z"],
    [gerundOf(base), "G"],
  ] as const)
    addForm(form, letter);
}
for (const base of REGULAR_VERBS)
  for (const [form, letter] of [
    [base, "V"],
    [pastOf(base), "P"],
    [pastOf(base), "N"],
    [thirdPersonOf(base), "Z"],
    [gerundOf(base), "G"],
  ] as const)
    addForm(form, letter);

const ENDINGS =
  /(?:tion|sion|ment|ness|ity|ance|ence|ship|ism|ist|ing|ed|ly|ous|ful|less|able|ible|ive|ical|ial|al|ic|est|er|or|ish|ize|ise|ify|ies|es|s|y|e)$/;

function classNameOf(token: Token, opensSentence: boolean): string {
  const { kind, lower, text } = token;
  if (kind === "mark") return classOfMark(text);
  if (kind === "number")
    return /^(?:1[5-9]|20)\d\d$/.test(text) ? "year" : /\p{L}$/u.test(text) ? "1st" : "1";
  const isCapital = text !== lower;
  const clitic = /['’](?:s|re|ve|ll|d|m)$/.exec(lower)?.[0] ?? "";
  const word = clitic === "" ? lower : lower.slice(0, -clitic.length);
  let name = "";
  for (const [letter, words] of CLOSED_CLASSES) if (words.has(word)) name += letter;
  if (isCapital && !opensSentence && name === "") return `N${ENDINGS.exec(word)?.[0] ?? ""}${clitic}`;
  name += (FORMS.get(word) ?? "") + clitic;
  if (name !== clitic) return (isCapital && !opensSentence ? "N" : "") + name;
  return `${isCapital ? "N" : ""}-${ENDINGS.exec(word)?.[0] ?? ""}${clitic}`;
}

/** Opening and closing quotation marks, and stops in a row, are told apart by their neighbours. */
function tagOfMark(mark: string): string | null {
  if (mark === "," || mark === "$") return mark;
  if (mark === "?" || mark === "!") return ".";
  if (mark === "(" || mark === "[") return "-LRB-";
  if (mark === ")" || mark === "]") return "-RRB-";
  if (mark === "“") return "``";
  if (mark === "”") return "''";
  return mark === ";" || mark === ":" ? ":" : null;
}

const EFFECTS: Readonly<Record<string, ClauseEffect>> = {
  ",": CLAUSE_EFFECT.comma,
  ".": CLAUSE_EFFECT.end,
  ":": CLAUSE_EFFECT.end,
  WDT: CLAUSE_EFFECT.opener,
  WP: CLAUSE_EFFECT.opener,
  WRB: CLAUSE_EFFECT.opener,
  VBD: CLAUSE_EFFECT.finite,
  VBP: CLAUSE_EFFECT.auxiliary,
  VBZ: CLAUSE_EFFECT.auxiliary,
  MD: CLAUSE_EFFECT.modal,
};

export const ENGLISH_TAGGER_LANGUAGE: TaggerLanguage = {
  classNameOf,
  tagOfMark,
  forbids: () => false,
  isFiniteClass: (name) => /^(?:[MBD]|H)$|^P$/.test(name),
  effectOf: (tag) => EFFECTS[tag.includes("+") ? tag.slice(tag.indexOf("+") + 1) : tag] ?? CLAUSE_EFFECT.none,
};
