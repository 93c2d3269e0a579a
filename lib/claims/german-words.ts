import { wordsOf } from "@/lib/text/words-of";

/* Closed word classes of German, in lower case. Source: Duden grammar; compiled by hand. */

export const DETERMINERS = wordsOf(
  "der die das dem den des ein eine einem einen einer eines kein keine keinem keinen keiner keines",
  "dieser diese dieses diesem diesen jener jene jenes jenem jenen jeder jede jedes jedem jeden",
  "welcher welche welches welchem welchen alle allen aller allem alles beide beiden beider",
  "viele vielen vieler viel mehrere mehreren mehrerer einige einigen einiger wenige wenigen weniger manche manchen",
  "zahlreiche zahlreichen zahlreicher sämtliche sämtlichen etliche etlichen zwei drei vier fünf sechs sieben acht neun zehn elf zwölf",
  "solche solchen solcher solches hunderte tausende dutzende mein meine unser unsere unserem unseren unserer euer eure",
);

export const POSSESSIVES = wordsOf(
  "sein seine seinem seinen seiner seines ihr ihre ihrem ihren ihrer ihres mein meine meinem meinen meiner meines",
  "unser unsere unserem unseren unserer unseres dein deine euer eure",
);

export const PREPOSITIONS = wordsOf(
  "in im ins an am ans auf aufs aus bei beim mit nach von vom vor zu zum zur für gegen ohne um durch über unter zwischen",
  "während wegen trotz seit bis neben hinter laut gemäß innerhalb außerhalb aufgrund anhand mithilfe mittels angesichts",
  "infolge anlässlich hinsichtlich bezüglich gegenüber samt entlang statt anstatt anstelle zugunsten per pro je ab binnen nahe mangels dank",
);

/** Nominative and other personal pronouns, and what stands for a noun phrase by itself. */
export const PRONOUNS = wordsOf(
  "ich du er sie es wir ihr man mich dich ihn uns euch mir dir ihm ihnen sich wer was niemand jemand nichts etwas",
  "diese dieser dieses dies das jeder alle alles beide viele einige manche",
);

export const RELATIVE_PRONOUNS = wordsOf(
  "der die das dem den dessen deren denen welcher welche welches welchem welchen",
);

export const SUBORDINATORS = wordsOf(
  "dass daß weil da wenn falls ob obwohl obgleich während nachdem bevor ehe als damit sodass indem seit seitdem sobald solange",
  "sofern soweit wohingegen wobei wodurch womit woraufhin wogegen wonach wofür worauf worüber woran worin wovon wie wo wer was",
  "warum weshalb wann wem wen wessen zumal auch anstatt um ohne statt",
);

export const COORDINATORS = wordsOf("und oder sowie aber sondern doch denn beziehungsweise bzw.");

/** Adverbs and particles that are never nouns, verbs or adjectives with an ending. */
export const ADVERBS = wordsOf(
  "nicht nie niemals auch noch schon bereits nur erst immer wieder weiter weiterhin sehr mehr weniger so dann da dort hier",
  "heute gestern morgen jetzt nun bald oft selten meist meistens fast etwa rund knapp circa ca. mindestens höchstens wenigstens",
  "zuletzt zuerst zunächst schließlich bisher bislang derzeit zurzeit gerade kürzlich jüngst unlängst künftig demnächst inzwischen",
  "mittlerweile damals früher später seither seitdem zudem außerdem ferner überdies allerdings jedoch dennoch trotzdem hingegen",
  "dagegen daher deshalb deswegen somit also folglich dabei dadurch dafür daran darauf darin davon dazu damit danach daraufhin darum",
  "darüber insgesamt allein besonders insbesondere vor allem vielleicht wohl offenbar angeblich mutmaßlich vermutlich wahrscheinlich",
  "möglicherweise sogar zwar eben halt ja nein ganz gar kaum ebenfalls ebenso gleichzeitig zugleich einst einerseits andererseits",
  "teilweise teils vorerst vorher nachher vergangen zusammen gemeinsam sonst selbst überwiegend weitgehend lediglich bloß umgehend",
  "sofort plötzlich erneut abermals zumeist weltweit bundesweit landesweit europaweit erstmals mehrmals einmal zweimal statt derweil",
  "unterdessen indes hinzu heraus hervor hinaus zurück fort los weg ein ab an aus auf mit nach vor zu bei fest statt teil bekannt her hin",
  "draußen drinnen drüben oben unten außen innen hinten vorn vorne links rechts unterwegs überall nirgends irgendwo dahinter davor",
  "demnach dem zufolge voraussichtlich eigentlich tatsächlich wirklich natürlich nämlich anschließend nachts abends morgens mittags",
);

/** Connectives that tie a sentence to the one before and say nothing themselves. */
export const CONNECTIVES = wordsOf(
  "zudem außerdem ferner überdies allerdings jedoch dennoch trotzdem hingegen dagegen daher deshalb deswegen somit folglich also",
  "zwar nämlich indes unterdessen derweil ebenfalls gleichwohl hingegen einerseits andererseits",
);

export const MONTHS = wordsOf(
  "januar jänner februar märz april mai juni juli august september oktober november dezember",
);

export const WEEKDAYS = wordsOf("montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag");

/** Nouns of measure that count in the singular and the plural alike. */
export const TIME_NOUNS = wordsOf(
  "jahr jahre jahren monat monate monaten woche wochen tag tage tagen stunde stunden minute minuten mal morgen abend nacht",
  "vormittag nachmittag mittag wochenende sommer winter herbst frühjahr frühling",
);
