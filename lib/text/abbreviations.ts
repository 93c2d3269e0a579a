import { wordsOf } from "@/lib/text/words-of";

/*
 * Abbreviations by what the full stop after them can mean. Written without their last full stop and, where they
 * are not proper names, in lower case; parts are joined ("z. B." is "z.b").
 * Sources: Duden's list of common abbreviations, AP and Guardian style books; chosen by hand.
 */

/** Something has to follow: a name, a number, an example. The full stop never ends a sentence. */
export const NEVER_CLOSES = wordsOf(
  // titles and forms of address
  "dr prof med phil jur habil dipl ing mag hr hrn fr frl frhr dres st hl",
  "mr mrs ms mx messrs mme mlle gen sen rep gov lt col sgt capt cmdr adm maj cpl pvt rev hon pres supt insp",
  // what a number or a reference follows
  "nr nrn no nos art bd bde kap abb tab fig figs vol vols pp anm fn az tel hrsg ed eds cf vgl abs ziff rz",
  // examples and specifications
  "z.b z.t z.zt z.hd d.h d.i i.e e.g viz u.u i.d.r i.a i.allg m.e s.a sog bzw bspw insb insbes inkl exkl einschl zzgl abzgl",
  "ca rd max mind evtl ggf geb gest verh gegr verst vs v approx ehem dt engl franz frz ital span russ lat griech",
  "röm kath ev evang allg bes betr entspr gem lt lfd urspr vorm nachm verb übers sup",
);

/** Words of German that are abbreviations only where a number follows: "Art. 5", but "… seiner Art." */
export const ONLY_BEFORE_NUMBERS = wordsOf("art max mag tab bes lat");

/** Can stand at the end of a sentence; does so when the next word opens one. */
export const MAY_CLOSE = wordsOf(
  "usw etc u.a u.ä o.ä o.g s.o s.u u.v.m u.s.w ff f al",
  "jr sr inc corp ltd co plc bros dept univ assn ave blvd rd mt ft",
  "a.d e.v a.m a.d a.g v.chr n.chr chr b.c a.d ph.d m.d b.a m.a b.sc m.sc d.c u.s u.k u.n e.u u.s.a",
  "mio mrd tsd mill bill std sek min str jh jhd jhdt jun sen gmbh kg",
  "jan feb mär apr jun jul aug sep sept okt oct nov dez dec mon tue tues wed thu thur thurs fri sat sun",
  "ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa tenn tex vt va wash wis wyo",
);

/** Times of day: the full stop closes before a capital, unless a time zone or weekday follows. */
export const TIMES_OF_DAY = wordsOf("a.m p.m");

export const AFTER_TIME_OF_DAY = wordsOf(
  "est edt et cst cdt pst pdt gmt utc cet monday tuesday wednesday thursday friday saturday sunday",
);
