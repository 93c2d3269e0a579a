import type { Abbreviations } from "@/lib/text/abbreviations";
import { wordsOf } from "@/lib/text/words-of";

/*
 * Abbreviations of the other languages for which Beleg has lists, written as in abbreviations.ts.
 * Sources: the languages' own spelling guides (Académie française, RAE, Treccani, Taalunie, PWN); chosen by hand.
 */

const NONE: ReadonlySet<string> = new Set();
/** Written alike nearly everywhere. */
const EVERYWHERE = "dr prof mr mrs ing st nr p pp vol fig cf ca vs tel max art";

export const FOREIGN_ABBREVIATIONS: Readonly<Record<string, Abbreviations>> = {
  fr: {
    neverCloses: wordsOf(
      EVERYWHERE,
      "m mm mme mmes mlle mlles me mgr pr ste sts col gén cdt cap lt adj no chap chapitre éd coll env ex réf trad hab",
      "c.-à-d p.ex av apr bd boul fbg tél rés bât n.b id ibid op loc par litt min sgt cne cpt vve",
    ),
    mayClose: wordsOf(
      "etc cie c j.-c janv févr avr juill sept oct nov déc s.a s.a.r.l u.s.a o.n.u u.e dép arr ar jr sr inc corp ltd co",
    ),
    onlyBeforeNumbers: wordsOf("art par min"),
  },
  es: {
    neverCloses: wordsOf(
      EVERYWHERE,
      "sr sra srta sres sras dra dres d dña dª lic arq gral cnel tte cap cmdte sgto sto sta mons fr rvdo rvda excmo excma ilmo ilma",
      "pág págs núm núms no cap vol ed ej p.ej av avda ctra aprox mín máx ee jj cc ff rr hnos ayto admón prov tel tfno dto dpto",
    ),
    mayClose: wordsOf(
      "etc cía uu oo aa ud uds vd vds a.c d.c s.a s.l s.a.u ee.uu ene feb abr jun jul ago sept oct nov dic jr inc corp ltd co",
    ),
    onlyBeforeNumbers: wordsOf("art cap mín máx max"),
  },
  it: {
    neverCloses: wordsOf(
      EVERYWHERE,
      "sig sig.ra sig.na sigg sigg.ri dott dott.ssa prof.ssa avv arch geom rag on onn sen gen col magg ten cap serg mar mons rev card pres",
      "pag pagg artt n nn cfr cit es p.es ad.es tab trad c.so v.le p.zza p.le l.go cd cosid ss s fr dir gent.mo gent.ma egr spett lett all",
    ),
    mayClose: wordsOf(
      "ecc etc a.c d.c s.p.a s.r.l s.n.c s.a.s genn gen febbr apr giu lug sett ott nov dic jr inc corp ltd co",
    ),
    onlyBeforeNumbers: wordsOf("art max min cap tab"),
  },
  nl: {
    neverCloses: wordsOf(
      EVERYWHERE,
      "dhr mevr mw mej drs ir ds mgr jhr bc ba bijv bv b.v d.w.z m.a.w m.n o.a i.v.m t.a.v t.o.v m.b.t n.a.v o.l.v a.d.h.v i.p.v i.t.t t.b.v",
      "t.g.v i.s.m i.c.m m.i.v i.h.k.v blz nrs vgl resp incl excl evt zgn zog nl min zr gebr gem afb hfst red kath v.d v.h lt kol gen sgt",
    ),
    mayClose: wordsOf(
      "enz etc e.d e.a o.i.d a.s jl chr v.chr n.chr jr sr n.v b.v.b.a jan feb mrt apr jun jul aug sep sept okt nov dec v.s inc corp ltd co",
    ),
    onlyBeforeNumbers: wordsOf("art max min nl"),
  },
  pl: {
    neverCloses: wordsOf(
      EVERYWHERE,
      "ul al pl os ks św bł śp abp bp hab inż mgr lek med płk ppłk gen kpt mjr por ppor plut sierż kpr asp nadkom insp red tłum wyd rys tab",
      "m.in np tzw tzn tj zob ok min godz poz ust pkt str s t ww pt ps im pow woj gm ang niem fr ros łac gr hiszp wł daw ur zm dz.u dz jw hr o",
    ),
    mayClose: wordsOf("itd itp etc r w n.e p.n.e tys wlkp maz śl gr jr sr inc corp ltd co b.r br ub"),
    onlyBeforeNumbers: wordsOf("art min max o s t por gr"),
  },
};

/** For languages without a list of their own. */
export const COMMON_ABBREVIATIONS: Abbreviations = {
  neverCloses: wordsOf(EVERYWHERE),
  mayClose: wordsOf("etc jr sr inc corp ltd co"),
  onlyBeforeNumbers: NONE,
};
