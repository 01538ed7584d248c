package dev.continuo.runtime.agent.text;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells the language of a text by its script and its small words. English against the rest is what
 * matters here, because the sentence model reads English only.
 */
final class Languages {

  /** What {@link #of} answers when the text is too short to tell. */
  static final String UNKNOWN = "und";

  private static final Pattern NOISE =
      Pattern.compile("https?://\\S{1,300}|\\S{1,64}@\\S{1,64}|\\d+");
  private static final Pattern WORD = Pattern.compile("[^\\p{L}']+");

  private static final Map<String, Set<String>> SMALL_WORDS = smallWords();
  private static final Map<Character.UnicodeScript, String> SCRIPTS =
      Map.of(
          Character.UnicodeScript.CYRILLIC, "ru",
          Character.UnicodeScript.GREEK, "el",
          Character.UnicodeScript.ARABIC, "ar",
          Character.UnicodeScript.HEBREW, "he",
          Character.UnicodeScript.HAN, "zh",
          Character.UnicodeScript.HIRAGANA, "ja",
          Character.UnicodeScript.KATAKANA, "ja",
          Character.UnicodeScript.HANGUL, "ko",
          Character.UnicodeScript.THAI, "th",
          Character.UnicodeScript.DEVANAGARI, "hi");

  private Languages() {}

  /** ISO 639-1 code, or {@link #UNKNOWN}. */
  static String of(String text) {
    String clean = NOISE.matcher(text).replaceAll(" ").toLowerCase(Locale.ROOT).replace('’', '\'');
    String foreignScript = script(clean);
    if (foreignScript != null) {
      return foreignScript.equals("ru") && clean.matches("(?s).*[іїєґ].*") ? "uk" : foreignScript;
    }
    String[] words = WORD.split(clean);
    Map<String, Double> scores = scores(words);
    double english = scores.getOrDefault("en", 0.0);
    String best = UNKNOWN;
    double highest = 0;
    for (Map.Entry<String, Double> score : scores.entrySet()) {
      if (score.getValue() > highest) {
        best = score.getKey();
        highest = score.getValue();
      }
    }
    if (english == highest && english > 0) {
      return "en";
    }
    return highest >= 2 || (highest > 0 && words.length <= 6) ? best : UNKNOWN;
  }

  private static @Nullable String script(String text) {
    Map<Character.UnicodeScript, Integer> counts = new HashMap<>();
    text.codePoints()
        .filter(Character::isLetter)
        .forEach(c -> counts.merge(Character.UnicodeScript.of(c), 1, Integer::sum));
    int letters = counts.values().stream().mapToInt(Integer::intValue).sum();
    int kana =
        counts.getOrDefault(Character.UnicodeScript.HIRAGANA, 0)
            + counts.getOrDefault(Character.UnicodeScript.KATAKANA, 0);
    if (kana > 0 && kana * 10 > letters) {
      return "ja";
    }
    return counts.entrySet().stream()
        .filter(e -> SCRIPTS.containsKey(e.getKey()) && e.getValue() * 3 > letters)
        .max(Map.Entry.comparingByValue())
        .map(e -> SCRIPTS.get(e.getKey()))
        .orElse(null);
  }

  /** A word that several languages share counts less for each of them. */
  private static Map<String, Double> scores(String[] words) {
    Map<String, Double> scores = new TreeMap<>();
    for (String word : words) {
      List<String> owners =
          SMALL_WORDS.entrySet().stream()
              .filter(e -> e.getValue().contains(word))
              .map(Map.Entry::getKey)
              .toList();
      owners.forEach(o -> scores.merge(o, 1.0 / owners.size(), Double::sum));
    }
    return scores;
  }

  private static Map<String, Set<String>> smallWords() {
    Map<String, Set<String>> all = new TreeMap<>();
    put(
        all,
        "en",
        "the of and to a in is it you that he was for on are with as i his they be at one have this from"
            + " or had by but what some we can out other were all there when your how said an each she"
            + " which do their if will about would could should our us my me please thanks thank hello"
            + " hi hey dear any need want like not no yes just it's i'm we're don't i've we've been has"
            + " did does get let know who where than then them these those up so more here am");
    put(
        all,
        "de",
        "der die das und ist ich nicht ein eine einen einem einer zu den dem des mit für auf sie wir ihr"
            + " von im es haben hat sind war wird werden können könnten würde möchte möchten bitte danke"
            + " guten tag hallo liebe lieber sehr geehrte geehrter grüße freundlichen uns unser unsere"
            + " mir mich wie was wann oder aber auch noch nach bei über als wenn dass kann gerne ihre"
            + " ihnen ihren aus vom zum zur um keine kein");
    put(
        all,
        "fr",
        "le la les un une des et est que qui dans pour pas vous nous je il elle sur avec ce cette ces se"
            + " sont au aux du de en mais ou où plus par bonjour merci votre vos notre nos mon ma mes"
            + " être avoir avons avez ai suis serait pourriez souhaitons souhaite cordialement madame"
            + " monsieur s'il bien comme leur y à très aussi c'est j'ai d'un d'une");
    put(
        all,
        "es",
        "el la los las un una y es que en de para por con no su sus se lo al del como más pero hola"
            + " gracias usted ustedes nosotros nuestra nuestro mi mis este esta estamos está son ser"
            + " tiene tenemos podría podrían quisiera queremos buenos buenas días tardes saludos"
            + " también sobre muy hay cuando si le les yo qué cómo cuánto");
    put(
        all,
        "it",
        "il lo la gli le un una uno e è che di a da in con su per non si del della dei delle al alla ai"
            + " nel nella sono siamo ho abbiamo vorrei vorremmo buongiorno ciao grazie saluti cordiali"
            + " nostro nostra vostro vostra questo questa come più anche ma se mi vi ci quando quanto"
            + " cosa potrebbe gentile salve");
    put(
        all,
        "pt",
        "o os as um uma e é que de do da dos das em no na nos nas para por com não se ao à seu sua mais"
            + " mas como olá obrigado obrigada bom dia boa tarde nosso nossa você vocês eu nós está"
            + " estamos são temos gostaria gostaríamos poderia também isso este esta muito quando"
            + " cumprimentos atenciosamente ou já");
    put(
        all,
        "nl",
        "de het een en van ik te dat is in niet op aan met voor er zijn maar om hem dan zou wat mijn u"
            + " uw jullie wij we ons onze graag bedankt dank hallo beste geachte groet groeten kunt"
            + " kunnen willen wil heeft hebben bij ook naar nog als dit deze die wordt worden geen of"
            + " heer mevrouw goedemorgen");
    put(
        all,
        "no",
        "og i jeg det at en et den til er som på de med han av ikke der så var meg seg men ett har om"
            + " vi min mitt ha hadde hun nå over da ved fra du ut sin dem oss opp hva noe hei takk"
            + " vennlig hilsen dere kan kunne vil ville gjerne ønsker vår vårt hvor når eller også"
            + " mvh trenger å");
    put(
        all,
        "da",
        "og i jeg det at en et den til er som på de med han af ikke der så var mig sig men har om vi min"
            + " havde hun nu over da fra du ud sin dem os op hvad noget hej tak venlig hilsen kan kunne"
            + " vil gerne vores hvor når eller også mvh jer hvis blive ønsker ville");
    put(
        all,
        "sv",
        "och i jag det att en ett den till är som på de med han av inte så var mig sig men har om vi min"
            + " hade hon nu över då från du ut sin dem oss upp vad något hej tack vänliga hälsningar"
            + " ni er kan kunde vill skulle gärna vår vårt hur när eller också mvh behöver önskar för");
    put(
        all,
        "pl",
        "i w na z do nie że się jest to o jak co po za od dla czy ale już tak przez jej jego są był była"
            + " być dzień dobry dziękuję proszę pozdrawiam państwa pan pani nasz nasza nasze mamy mam"
            + " chciałbym chcielibyśmy może można który która przed bardzo oraz nas");
    put(
        all,
        "fi",
        "ja on ei se että hän oli mutta ovat kun niin olen olemme me te voi voisitteko voisiko hei kiitos"
            + " terveisin ystävällisin meidän teidän tämä mikä miten milloin tai myös haluaisimme"
            + " haluaisin jos vain kuin sekä");
    put(
        all,
        "cs",
        "a je se na že v s z do o k pro jsem jsme jsou ale jako dobrý den děkuji děkujeme prosím s"
            + " pozdravem nám nás naše náš vám vás bychom bych mohli může který která by si už ani"
            + " také nebo když potřebujeme");
    put(
        all,
        "tr",
        "ve bir bu için ile da de çok ne mi mı gibi daha var ben biz siz sizin bizim merhaba teşekkürler"
            + " teşekkür ederim ederiz lütfen saygılarımla olarak olan kadar sonra istiyoruz istiyorum"
            + " nasıl nedir misiniz iyi günler");
    return all;
  }

  private static void put(Map<String, Set<String>> all, String language, String words) {
    all.put(language, new HashSet<>(List.of(words.split(" "))));
  }
}
