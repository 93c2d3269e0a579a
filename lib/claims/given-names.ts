import { wordsOf } from "@/lib/text/words-of";

/* Frequent given names in German and English news, by which "er" and "sie" find their person. From general knowledge. */

export type Gender = "m" | "f";

const FEMALE = wordsOf(
  "andrea angela angelika anja anke anna anne annette antje astrid barbara beate bettina birgit brigitte britta carola caroline",
  "charlotte christa christiane christina christine claudia cornelia dagmar daniela diana doris dorothea elena elisabeth elke ella",
  "emma emily erika esther eva franziska gabriele gisela grace hanna hannah heidi heike helga helen helene hillary ilse ines inga",
  "ingrid irene iris jana jane janet janine jennifer jessica johanna judith julia juliane jutta karen karin katarina katharina",
  "kathrin katja katrin kerstin kim kristin kristina larissa laura lea lena leonie lisa lucy luise maja manuela margarete margaret",
  "maria marianne marie marina marion marlene martina mary melanie mia michaela michelle miriam monika nadine nancy natalie nicola",
  "nicole nina olga patricia paula petra pia rebecca regina renate renee rita rosa ruth sabine sabrina sandra sara sarah saskia",
  "silke silvia simone sofia sonja sophie stefanie stephanie susan susanne svenja tamara tanja teresa theresa ulrike ursula ute",
  "vanessa vera verena veronika victoria viktoria yvonne",
);
const MALE = wordsOf(
  "achim adam alexander alfred ali andreas andrew anthony anton antonio armin arne arnold arthur axel ben benedikt benjamin bernd",
  "bernhard bill björn bob boris brian bruno burkhard carl carlo carsten charles christian christoph christopher clemens claus",
  "daniel david dennis detlef dieter dietmar dirk dominik donald dominic eberhard eckart edgar eduard edward emil enrico eric erich",
  "erik ernst erwin eugen fabian felix ferdinand florian frank franz fred frederik friedrich fritz gabriel georg george gerald",
  "gerd gerhard gert giovanni gordon gregor günter günther guido gunnar hans hans-jürgen hans-peter harald hartmut heinrich heinz",
  "helmut hendrik henning henry herbert hermann holger horst hubert hugo ingo jack jacob jakob james jan jens jim joachim jochen",
  "joe joel johann johannes john jonas jonathan jörg josef joseph juan julian jürgen justin kai karl karl-heinz karsten kevin klaus",
  "konrad konstantin kurt lars lennart leo leon leonard lothar louis lukas luis magnus manfred manuel marc marcel marco marcus",
  "mario mark markus martin mathias matthew matthias max maximilian michael mike mohammed moritz nico nicolas niklas nils norbert",
  "oliver olaf oscar oskar otto pascal patrick paul pedro peter philip philipp pierre rainer ralf ralph raphael reinhard reiner",
  "rene richard rick robert robin roger roland rolf roman rudolf rüdiger sam samuel scott sebastian siegfried simon stefan steffen",
  "stephan stephen steve steven sven theo theodor thilo thomas thorsten till tim timo tino tobias tom tony torsten udo ulrich uwe",
  "valentin viktor victor vincent volker walter werner wilhelm willi william winfried wolf wolfgang yannick",
);

/** The gender that a given name usually tells; null for names that tell none. */
export function genderOfGivenName(name: string): Gender | null {
  const lower = name.toLowerCase();
  if (FEMALE.has(lower)) return "f";
  return MALE.has(lower) ? "m" : null;
}
