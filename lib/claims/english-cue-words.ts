import type { CueWords } from "@/lib/claims/statement-cues";

/** What English words tell of a statement; written like the German ones. */
export const ENGLISH_CUE_WORDS: CueWords = {
  number:
    "two three four five six seven eight nine ten eleven twelve twenty thirty fifty hundred* thousand* million* billion* trillion* dozen* half third_of quarter_of most twice majority",
  several: "many several numerous",
  percent: "percent* percentage* %",
  measure:
    "metre* kilometre* kilometer* mile miles ton tons tonnes litre* hectare* acre acres kilogram* people residents inhabitants passengers members jobs points votes cubic square yards feet workers employees patients",
  dateWord:
    "january february march april june july august september october november december monday* tuesday* wednesday* thursday* friday* saturday* sunday* century decade",
  place: "germany europe usa russia ukraine france berlin london britain china america",
  change:
    "rose risen rise rises rising fell fallen fall falls falling grew grown growing grow increase* decrease* decline* declining dropped shrank shrunk shrinking doubled tripled halved widened narrowed climbed soared plunged surged exceed* gained",
  multiple:
    "times_faster times_higher times_more times_as times_larger times_the doubled tripled twofold threefold fivefold tenfold",
  compare:
    "fewer higher lower larger smaller bigger stronger weaker cheaper older younger longer shorter faster slower versus compared_with compared_to third-largest second-largest table bottom rank* record",
  superlative:
    "biggest largest highest lowest smallest deadliest oldest youngest worst best fastest first record fewest first_time second-largest third-largest strongest weakest greatest simplest longest shortest",
  cause:
    "because caus* lead_to leads_to led_to leading_to result_of prompted prevent* risk_of explain* blame* owing thanks reason_for reasons_for reason_why trigger*",
  law: "law laws legal* illegal* court* judge jury ban banned rule rules ruling regulation* ordinance struck_down outlawed convict* sentenced jailed guilty fraud charged charges fined offence* suspended arrest* bail lawsuit statute constitution* licence* acquitted verdict prison mandatory",
  ruling:
    "struck_down outlawed convicted sentenced jailed guilty acquitted fined sentence banned illegal legal law laws rules mandatory verdict",
  office:
    "director* chairman chairwoman chair president* minister* spokesman spokeswoman spokesperson head chief* mayor* professor* leader* secretary governor* senator* coach manager* owner* commander* inspector* editor* candidate* councillor* judge*",
  officeVerb:
    "has_led have_led sat_on sits_on serves_on served_as serves_as appointed elected resigned succeeded chairs led_by heads headed headed_by took_over takes_over stepped_down",
  body: "court* parliament congress senate council commission regulator* agency authority authorities committee jury tribunal assembly",
  copula: "is are was were",
  state:
    "belongs belong lies lives live lived consists contains operated owns owned located based sells sell includes knows knew",
  amount:
    "is are was were has have had carries carry carrying employs employ costs cost totalled totaled holds hold held amounts stands numbers worth estimated spent raised debts missing earns paid",
  origin: "built founded opened born established launched",
  speech:
    "denied denies deny rejected rejects announced announces admitted promised pledged warn* thank* congratulat* condolence* apologis* apologiz* expressed declined confirmed commented disputes disputed defended insisted accused vowed",
  appealVerb:
    "appealing calling_for asking_for urging asked_for asks_for urged urges demanded demands appealed appeals recommends recommended advised calls_for called_for call_for calls_on called_on plea",
  attitude:
    "welcom* prais* criticis* criticiz* criticism condemn* regret* deplor* angr* angrily dismay* outrage* shocked anger concern concerns concerned fear* worr* worried hope hopes hoped hoping doubt* hail* applaud* lament* thank* congratulat* condolence* sympath* apologis* apologiz* relieved relief grateful proud happy unhappy disappoint* confident pleased optimis* pessimis* delight* sad sorry glad angry upset",
  evaluation:
    "good bad better great right wrong fair unfair important crucial vital urgent essential necessary unacceptable disgrac* shame* scandal* terrible awful horrible dreadful wonderful excellent brilliant absurd ridiculous sensible reckless arrogan* greed* tragic tragedy disaster catastroph* masterpiece* milestone* triumph victory defeat mistake* step sign signal opportunity threat challenge* problem* success blow slap solid historic surpris* brave courage* unfortunate* overdue deserve*",
  calling:
    "called calls call described describes describe labelled labeled branded considers considered deemed reacted react reacts voiced voices expressed expresses",
  demand: "should ought must_not need_to needs_to",
  plan: "will would shall plan plans planned due expect* is_to are_to scheduled intends aims",
  possible: "could may might",
  scheduled: "held due scheduled begins starts opens takes_place",
  procedure:
    "not_attend not_involved inquiry hearing cooperat* comment emotion continues ongoing whether decide is_asked are_asked",
  vague: "some rather quite potentially simply various often certain somewhat generally",
  firstPerson: "i we us our my me ours",
};
