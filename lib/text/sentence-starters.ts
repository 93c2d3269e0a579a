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
  "nicht nachdem sollte hat haben ist sind war waren wird werden wurde wurden kann können ja nein zwar weder entweder sowohl",
);

/** The same for English. */
export const ENGLISH_STARTERS = wordsOf(
  "the a an this that these those i you he she it we they his her its our their my your there here what who when where why how",
  "in on at by for from with without of to as after before during since until under over about against between among",
  "and or but so yet nor because although though while if unless whether then now today yesterday tomorrow",
  "however moreover meanwhile also still even only just not no yes all some many most several few both each every another",
  "is are was were has have had do does did can could will would should may might must let please according",
);
