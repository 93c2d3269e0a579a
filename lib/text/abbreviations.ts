import { wordsOf } from "@/lib/text/words-of";

/*
 * German and English abbreviations by what the full stop after them can mean. Written without their last full stop
 * and in lower case; parts are joined ("z. B." is "z.b").
 * Sources: Duden's list of common abbreviations, AP and Guardian style books; chosen by hand.
 */

export interface Abbreviations {
  /** Something has to follow: a name, a number, an example. The full stop never ends a sentence. */
  readonly neverCloses: ReadonlySet<string>;
  /** Can stand at the end of a sentence; does so when the next word opens one. */
  readonly mayClose: ReadonlySet<string>;
  /** Abbreviations only where a number follows: "Art. 5", but "… seiner Art." */
  readonly onlyBeforeNumbers: ReadonlySet<string>;
}

/** Titles, references and specifications that are written alike in German and English. */
const SHARED_NEVER =
  "dr prof med phil jur habil dipl ing mag st mr mrs ms mx capt col hon nr nrn vol vols p pp cf ca vs z.b i.e e.g a.k.a ed eds";
const SHARED_MAY =
  "etc al jr sr inc corp ltd co plc a.d a.m p.m b.c u.s u.s.a u.k u.n e.u ph.d m.d b.a m.a b.sc m.sc d.c jan feb apr jun jul aug sep sept nov";

export const GERMAN_ABBREVIATIONS: Abbreviations = {
  neverCloses: wordsOf(
    SHARED_NEVER,
    "hr hrn fr frl frhr dres hl fa gebr hrsg oblt hptm lt sen maj kap abb abschn bd bde fig figs anm fn az tel vgl abs ziff rz lfd",
    "z.t z.zt z.hd d.h d.i u.u i.d.r i.a i.allg i.v m.e s.a v.a sog bzw bspw insb insbes inkl exkl einschl zzgl abzgl",
    "rd mind evtl ggf geb gest verh gesch gegr verst v approx ehem dt engl franz frz ital span russ griech schweiz österr amerik",
    "röm kath ev evang allg betr entspr gem urspr vorm nachm verb übers viz jur rer nat pol theol oec staatl städt dergl",
  ),
  mayClose: wordsOf(
    SHARED_MAY,
    "usw u.a u.ä o.ä o.g s.o s.u u.v.m u.s.w u.dgl m.a.w ff f bros e.v a.g g.m.b.h v.chr n.chr chr i.r",
    "mio mrd tsd mill bill std sek min str jh jhd jhdt jun gmbh kg hbf bhf mär okt dez mo di mi do sa dgl ges univ mwst",
  ),
  onlyBeforeNumbers: wordsOf("art max mag tab bes lat no nos pos kap op"),
};

export const ENGLISH_ABBREVIATIONS: Abbreviations = {
  neverCloses: wordsOf(
    SHARED_NEVER,
    "messrs mme mlle gen gens sen sens rep reps gov govs lt sgt cmdr cdr adm maj cpl pvt pte brig rev revs pres supt insp det const",
    "drs profs fr msgr cllr ald atty amb rt asst assoc exec dir attn ext fig figs tel viz approx v vs incl p.o o.k",
  ),
  mayClose: wordsOf(
    SHARED_MAY,
    "bros dept univ assn ave blvd rd mt ft esq mtn dist ff gmbh est",
    "mar oct dec mon tue tues wed thu thur thurs fri sat sun",
    "ala ariz ark calif cal colo conn del fla ga ill ind kan ky la md mass mich minn mo mont neb nev okla ore pa tenn tex vt va wash wis wyo",
  ),
  onlyBeforeNumbers: wordsOf("no nos art ch sec par para op p pg pt"),
};

/** Times of day: the full stop closes before a capital, unless a time zone or weekday follows. */
export const TIMES_OF_DAY = wordsOf("a.m p.m");

export const AFTER_TIME_OF_DAY = wordsOf(
  "est edt et cst cdt ct mst mdt pst pdt pt gmt bst utc cet cest monday tuesday wednesday thursday friday saturday sunday",
  "mon tue tues wed thu thur thurs fri sat sun january february march april may june july august september october november december",
);

/** In small letters these are words and not abbreviations: "Art." and "art.", "Di." and "di." */
const WORDS_IN_SMALL_LETTERS = wordsOf(
  "no nos art sen fig sup del mass mo la va pa ga ind ill di mi do fr sa op ch",
);

/** English abbreviations that are written in small letters; the others begin with a capital. */
const SMALL_ENGLISH = wordsOf("vs etc cf p pp ca al approx vol ed eds viz st rd ave incl ext co est pg");

/** Whether `word` is written as its abbreviation is: "Art." but not "art."; "GEN." only where capitals go on. */
export function isWrittenAsAbbreviation(word: string, next: string, language: string): boolean {
  // "Erika P. Muster" is an initial; only the French "M. Exemple" is written with one.
  if (word.length === 1 && word !== word.toLowerCase()) return language === "fr" && word === "M";
  const isAllCapitals = word.length > 1 && word === word.toUpperCase() && !word.includes(".");
  if (isAllCapitals && word.length < 3 && language !== "de" && language !== "en") return true;
  if (isAllCapitals) return next.length > 1 && next === next.toUpperCase();
  if (word.includes(".")) return true;
  if (language === "nl" && word === "Jan") return false;
  if (language !== "en") return !(language === "de" && WORDS_IN_SMALL_LETTERS.has(word));
  return word !== word.toLowerCase() || SMALL_ENGLISH.has(word);
}
