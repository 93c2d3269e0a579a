import type { CueWords } from "@/lib/claims/statement-cues";

/** What German words tell of a statement. "stieg*" is a beginning, "*urteil" the end of a compound with its endings. */
export const GERMAN_CUE_WORDS: CueWords = {
  number:
    "zwei drei vier fünf sechs sieben acht neun zehn elf zwölf hundert* tausend* million* milliard* billion* dutzend* hälfte drittel viertel fünftel zehntel zweidrittel dreiviertel meisten mehrheit* zweimal dreimal viermal doppelt* anderthalb zwanzig dreißig fünfzig jeder_zweite jeder_dritte jeder_vierte jeder_fünfte jeder_zehnte jede_zweite jede_dritte jede_vierte jede_fünfte jede_zehnte jedes_zweite jedes_dritte",
  several: "mehrere* zahlreich* viele vielen einzelne",
  percent: "prozent* *prozent % promille",
  measure:
    "kilometer* *kilometer meter *metern tonne* *tonnen liter hektar quadratmeter* quadratkilometer* kubikmeter* kilogramm gramm einwohner* zuschauer* stimmen unterschriften mitglieder* beschäftigte* arbeitsplätze* stellen punkte megawatt gigawatt kilowattstunden µg/m³",
  dateWord:
    "januar februar märz april mai juni juli august september oktober november dezember montag* dienstag* mittwoch* donnerstag* freitag* samstag* sonntag* sonnabend* jahrhundert* jahrzehnt* jahresbeginn vorjahr*",
  place:
    "deutschland* europa* usa russland* ukraine* frankreich* berlin* london* österreich* schweiz* china*",
  change:
    "steig* stieg* gestiegen* anstieg* angestiegen* sinkt sinken sank sanken gesunken* wuchs* gewachsen* wachstum* schrumpf* geschrumpf* zunahm* zugenommen* zunahme* abnahm* abgenommen* rückgang* zuwachs* zuwächs* erhöht* senkte* gesenkt* verringer* verdoppel* verdreifach* halbier* kletter* geklettert* gefallen übertraf* übertroffen* überschr* unterschr* überstieg* gewann legte",
  multiple: "*fach *fache doppelt* dreimal viermal fünfmal zehnmal anderthalb",
  compare:
    "höher* niedriger* größer* kleiner* stärker* schwächer* billiger* teurer* länger* kürzer* schwerer* schneller* langsamer* häufiger* seltener* dichter älter* jünger* tabellenplatz rang platz rekord* *rekord",
  superlative:
    "einzige* erstmals ersten_mal erste_mal mal_seit *größte *kleinste *höchste *älteste *jüngste *stärkste *schwerste rekord* *rekord spitzenreiter*",
  cause:
    "weil wegen aufgrund infolge deshalb daher deswegen weshalb sodass dadurch verursach* *ursache gründe grund_für grund_dafür auslös* risiko ausgelöst* bewirk* hervorruf* hervorgerufen* zurückzuführen zurückgeführt* dank mangels begründe* genügt beigetragen beiträgt schuld führt_zu führte_zu führten_zu führen_zu führt_zum führte_zum führt_zur führte_zur sorgte_für sorgt_für",
  law: "*gesetz gesetzlich* *verbot verboten* *gericht *gerichtshof *urteil verurteil* haft haftbefehl* *shaft haftstrafe* *strafe strafbar* bewährung* anklag* angeklagt* freigesprochen* freispruch* *staatsanwalt *staatsanwaltschaft recht *srecht rechtlich* rechtskräftig* rechtswidrig* *richtlinie *verordnung *paragraf *grenzwert *vorschrift vorgeschrieben* vorbestraft* zulässig* illegal* verfassung* *klage ermittelt *ermittlung *verfahren bürgerbegehren tempolimit* wahlberechtigt* *pflicht verpflichtet*",
  ruling:
    "verurteilt* freigesprochen* haftstrafe* bewährungsstrafe* geldstrafe* rechtskräftig* vorbestraft* verboten* strafbar* vorgeschrieben* zulässig* ermittelt angeklagt* tempolimit* bürgerbegehren wahlberechtigt* verfassungswidrig* rechtswidrig* ungültig* nichtig rechtlich* gesetzlich* gesetz gesetze",
  office:
    "*sprecher *sprecherin *direktor *direktorin *präsident *präsidentin *vorsitzende *vorsitzender *vorsitz *leiter *leiterin *minister *ministerin *chef *chefin *meister *meisterin *trainer *trainerin *kanzler *kanzlerin *professor *professorin *landrat *landrätin *kämmerer *intendant *intendantin *geschäftsführer *geschäftsführerin *abgeordnete *abgeordneter *mitglied vorstand aufsichtsrat *kandidat *kandidatin",
  officeVerb:
    "leitet leitete geleitet* amtier* spitze ernannt* gewählt* berufen* nachfolg* zurückgetreten *rücktritt abgelöst",
  body: "gericht *gericht *gerichtshof parlament bundestag landtag bundesrat stadtrat gemeinderat kreistag senat *kommission *behörde kammer *kammer *ausschuss",
  copula: "ist sind war waren bin heißt",
  state:
    "gehört gehören gehörte gehörten liegt liegen befindet befinden stammt stammen heißt heißen besteht bestehen umfasst enthält enthalten saß saßen lebt lebte lebten wohnt wohnte kennt wusste wussten betroffen",
  amount:
    "beträgt betrug betrugen kostet kosten kostete zählt zählte umfasst beschäftigt beschäftigen behandelt unterrichtet entstand entstanden hat haben hatte hatten gibt gab fehlen fehlt fehlte fehlten verbucht* erzielt* erwirtschaftet* gezählt bezifferte beziffert schätzt* geschätzt* gefördert* streicht streichen zahlt zahlte verdient",
  origin:
    "gebaut* erbaut* errichtet* gegründet* eröffnet* geboren* eingeweiht* umgebaut* erhöht* saniert* stammt stammen",
  speech:
    "zurückgewiesen* wies weist bestritt* bestreite* bestritten* dementier* verteidigte* angekündigt* kündigte* kündigt warnt* warnte* gewarnt* versprach* versprochen* zugesichert* verwies* verweis* betonte* äußer* ausschloss ausgeschlossen stellungnahme stellung kommentier* bestätig* berichte* hervor hervorgeht schilder* vorwurf* vorwürfe* vorgeworfen* ausgeschlossen* räumte eingeräumt* begründete* dankt* dankte* gratulier* beileid* mitgefühl entschuldig* wollte_sich",
  appealVerb:
    "forder* gefordert* aufgefordert* appellier* aufruf* rief aufgerufen* plädier* mahnt* gemahnt* drängt* drängte* verlangt* empfiehlt empfahl rät riet",
  attitude:
    "begrüß* lobt lobte* gelobt* kritisier* kritik kritisch* bedauer* würdig* gewürdigt* anprang* angeprangert* brandmark* gebrandmarkt* geißel* gegeißelt* befürwort* bemängel* beklag* bestürz* bestürzung empör* entsetz* erschütter* betroffenheit erleichter* besorgt* besorgnis sorge zweifel zweifeln zweifelt* bezweifel* angezweifelt* enttäusch* erfreut freut* freuen freude verärger* ärger ärgert* hofft hoffte hofften hoffen hoffnung* gehofft fürchtet fürchten fürchtete* befürcht* bangen bangt dankt dankte* danken dankbar* gratulier* beileid* mitgefühl entschuldig* lob anerkennung verständnis vertrauen zuversicht* optimist* pessimist* stolz* zufrieden* unzufrieden* froh glücklich traurig trauer* wünscht* gewünscht ahnt*",
  evaluation:
    "gut gute guter gutes besser* bessere* beste besten schlecht* schlimm* richtig* falsch* wichtig* notwendig* nötig sinnvoll* sinnlos* unsinn* vernünftig* gerecht* ungerecht* fair unfair* absurd* plausibel verdient* peinlich* schön* großartig* hervorragend* schrecklich* furchtbar* dramatisch* beispiellos* unverantwortlich* verantwortungslos* unwürdig* inakzeptab* unerträglich* katastroph* skandal* schande zumutung* frechheit armutszeugnis fehler tragödie* meisterwerk* meilenstein* signal* zeichen schritt sieg niederlage chance* gefahr problem* erfolg* herausforderung* kahlschlag* schlag mut mutig* feige* konstruktiv* überraschend* überrascht* wünschenswert überfällig* erfreulich* bedauerlich*",
  calling:
    "nannte* nennt nennen bezeichne* hält hielt hielten wertet* bewertet* sprach sprachen spricht reagier*",
  demand: "sollte sollten müsse müsste müssten dürfe dürften",
  plan: "will wollen wolle soll sollen geplant* plant planen beabsichtig* voraussichtlich künftig demnächst bald erwartet* erwarten droht drohen rechnet rechnen gerechnet* frühestens",
  possible: "könnte könnten",
  scheduled: "statt stattfinden beginnt trifft tagt spielt eröffnet startet verkündet termin*",
  procedure:
    "geprüft* prüfen prüft klären klarheit offen unklar nicht_bekannt abzuwarten nicht_beteiligt unbeteiligt* pressekonferenz* telefonnummer* entgegen dauern_an dauert_an dauerten_an zu_erreichen erreichbar aktenzeichen äußern ablesen bestätigen",
  vague:
    "immer zunehmend* teilweise teils gewisse* einige* unterschiedlich* besonders überhaupt irgend* manche* oft mitunter potenziell* potentiell*",
  firstPerson: "ich wir uns mir mich mein* unser*",
};
