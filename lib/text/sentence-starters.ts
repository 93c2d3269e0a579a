import { wordsOf } from "@/lib/text/words-of";

/** Function words that, written with a capital, show that a German sentence begins here. */
export const GERMAN_STARTERS = wordsOf(
  "der die das dem den des ein eine einem einen einer eines kein keine keiner dieser diese dieses diesem diesen jener jene",
  "jeder jede jedes alle alles viele einige manche mehrere beide etliche solche welche was wer wie wo wann warum weshalb",
  "ich du er sie es wir ihr man sein seine seinem seinen seiner ihre ihrem ihren ihrer unser unsere mein meine",
  "in im am an auf aus bei beim mit nach von vom vor zu zum zur für gegen ohne um durch über unter zwischen während wegen",
  "trotz seit bis neben hinter laut gemäß und oder aber doch denn sondern dass weil wenn als ob obwohl nachdem bevor da damit",
  "so dann dort hier heute gestern morgen jetzt nun nur auch noch schon bereits erst zuerst zuletzt zudem außerdem dabei",
  "dabei dafür dagegen daher dadurch danach daraufhin darauf darüber darin deshalb deswegen dennoch trotzdem allerdings jedoch",
  "insgesamt bisher bislang damals später früher anschließend schließlich inzwischen mittlerweile derzeit zurzeit dies",
  "nachdem nicht sollte hat haben ist sind war waren wird werden wurde wurden kann können ja nein zwar weder entweder sowohl",
);

/** The same for English. */
export const ENGLISH_STARTERS = wordsOf(
  "the a an this that these those i you he she it we they his her its our their my your there here what who when where why how",
  "in on at by for from with without of to as after before during since until under over about against between among",
  "and or but so yet nor because although though while if unless whether then now today yesterday tomorrow",
  "however moreover meanwhile also still even only just not no yes all some many most several few both each every another",
  "nobody none nothing everyone everybody everything someone somebody something anyone either neither such other others despite instead later",
  "earlier soon once again perhaps maybe only then there therefore thus within without between both each every few less more our",
  "is are was were has have had do does did can could will would should may might must let please according",
);

/** The same, shorter, for the other languages that have lists of abbreviations. */
export const FOREIGN_STARTERS: Readonly<Record<string, ReadonlySet<string>>> = {
  fr: wordsOf(
    "le la les l un une des du de ce cet cette ces il elle ils elles on nous vous je tu c ça cela ceci son sa ses leur leurs mon notre",
    "et mais ou or car donc si quand lorsque comme puis ensuite après avant pendant depuis selon pour par dans en au aux à sur sous avec sans",
    "d ainsi alors aussi enfin cependant toutefois pourtant plus tous toutes tout plusieurs certains chaque aucun qui que quel quelle où",
  ),
  es: wordsOf(
    "el la los las lo un una unos unas este esta estos estas ese esa eso esto aquel aquella él ella ellos ellas yo tú nosotros se su sus mi",
    "y e o pero sin si cuando como donde aunque mientras porque pues luego después antes durante desde según para por en a al de del con entre",
    "no también además así entonces ahora hoy ayer todos todas todo cada algunos muchos varios ningún qué quién cómo cuándo dónde más fue es está están era eran había hay su sus",
  ),
  it: wordsOf(
    "il lo la i gli le l un uno una questo questa questi queste quello quella quelli egli lui lei loro io noi essi si suo sua suoi",
    "e ed o ma se quando come dove perché mentre poi dopo prima durante da dal dalla dai per in nel nella nei nelle a al alla ai di del della dei",
    "con su sul sulla tra fra non anche inoltre così allora ora oggi ieri tutti tutte ogni alcuni molti nessuno chi che cosa quale più è sono",
  ),
  nl: wordsOf(
    "de het een dit dat deze die er hij zij ze wij we ik jij je u men zijn haar hun ons onze mijn",
    "en of maar want dus als toen wanneer hoewel omdat terwijl daarna daarom toch ook nog nu vandaag gisteren in op aan bij met van voor na over",
    "uit door tot tegen tussen onder sinds volgens naast alle veel enkele elke geen niet wie wat waar hoe waarom zo dan daar hier",
  ),
  pl: wordsOf(
    "ten ta to te ci tych tego on ona ono oni one ja ty my wy jego jej ich nasz mój swój każdy wszyscy wielu kilka żaden",
    "i a ale lub albo czy jeśli jeżeli gdy kiedy ponieważ bo choć chociaż więc potem następnie później wcześniej w we z ze na do od po przez przy",
    "o u za dla nad pod przed między według podczas nie tak już jeszcze także również tylko dziś wczoraj teraz kto co jak gdzie jest są był była",
  ),
};
