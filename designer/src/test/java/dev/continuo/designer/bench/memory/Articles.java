package dev.continuo.designer.bench.memory;

import dev.continuo.ontology.recall.Embeddings;
import dev.continuo.ontology.recall.Link;
import dev.continuo.ontology.recall.Passages;
import dev.continuo.ontology.recall.Shelf;
import dev.continuo.ontology.recall.ShelfText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Questions over a collection of articles: MuSiQue and HotpotQA in the layout of HippoRAG. */
final class Articles {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();

  private record Article(String title, String text) {}

  private final List<Article> articles = new ArrayList<>();
  private final Map<Article, String> ids = new HashMap<>();
  private final Embeddings embeddings;

  private Articles(JsonNode corpus, Embeddings embeddings) {
    this.embeddings = embeddings;
    corpus.forEach(a -> add(new Article(a.path("title").asString(), text(a))));
  }

  private static String text(JsonNode article) {
    JsonNode text = article.has("text") ? article.path("text") : article.path("paragraph_text");
    if (!text.isArray()) {
      return text.asString();
    }
    var all = new StringBuilder();
    text.forEach(sentence -> all.append(sentence.asString()));
    return all.toString();
  }

  private void add(Article article) {
    ids.computeIfAbsent(
        article,
        none -> {
          articles.add(article);
          return "a" + (articles.size() - 1);
        });
  }

  /**
   * @param triples whether to use the given triples; else only what the texts themselves mention
   */
  static List<Case> musique(Path folder, boolean triples, Embeddings embeddings) {
    var set = new Articles(read(folder.resolve("musique_train_corpus.json")), embeddings);
    var shelf = set.shelf(triples ? set.triples(folder) : set.mentions());
    var cases = new ArrayList<Case>();
    for (JsonNode q : read(folder.resolve("musique_train.json"))) {
      var gold = new HashSet<String>();
      for (JsonNode p : q.path("paragraphs")) {
        if (p.path("is_supporting").asBoolean()) {
          gold.add(
              set.ids.getOrDefault(
                  new Article(p.path("title").asString(), p.path("paragraph_text").asString()),
                  "missing"));
        }
      }
      cases.add(new Case(shelf, q.path("id").asString(), "", q.path("question").asString(), gold));
    }
    return cases;
  }

  static List<Case> hotpot(Path folder, Embeddings embeddings) {
    var set = new Articles(hotpotCorpus(folder), embeddings);
    var shelf = set.shelf(set.mentions());
    var byTitle = new HashMap<String, String>();
    set.ids.forEach((article, id) -> byTitle.put(article.title(), id));
    var cases = new ArrayList<Case>();
    for (JsonNode q : read(folder.resolve("hotpotqa_train.json"))) {
      var gold = new HashSet<String>();
      q.path("supporting_facts")
          .forEach(f -> gold.add(byTitle.getOrDefault(f.path(0).asString(), "missing")));
      String id = q.has("_id") ? q.path("_id").asString() : q.path("id").asString();
      cases.add(
          new Case(shelf, id, q.path("type").asString(""), q.path("question").asString(), gold));
    }
    return cases;
  }

  /** Either a list of articles, or titles with their sentences. */
  private static JsonNode hotpotCorpus(Path folder) {
    JsonNode corpus = read(folder.resolve("hotpotqa_train_corpus.json"));
    if (corpus.isArray()) {
      return corpus;
    }
    var list = JSON.createArrayNode();
    corpus
        .properties()
        .forEach(e -> list.addObject().put("title", e.getKey()).set("text", e.getValue()));
    return list;
  }

  private Shelf shelf(List<Link> links) {
    var texts = new ArrayList<ShelfText>();
    for (int i = 0; i < articles.size(); i++) {
      var article = articles.get(i);
      texts.add(
          new ShelfText(
              "a" + i,
              "a" + i,
              article.title() + " " + article.text(),
              List.of(),
              article.text().split("\\s+").length,
              embeddings.embed(Passages.pieces(article.title(), article.text()))));
    }
    return new Shelf(texts, links, embeddings);
  }

  private List<Link> triples(Path folder) {
    Path file;
    try (Stream<Path> files = Files.list(folder)) {
      file =
          files
              .filter(f -> f.getFileName().toString().startsWith("openie_"))
              .findFirst()
              .orElseThrow(
                  () -> new IllegalArgumentException("There is no openie_*.json in " + folder));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var links = new ArrayList<Link>();
    for (JsonNode doc : read(file).path("docs")) {
      String id = ids.get(new Article(doc.path("title").asString(), doc.path("text").asString()));
      for (JsonNode t : doc.path("extracted_triples")) {
        if (id != null && t.size() == 3) {
          String s = t.path(0).asString();
          String o = t.path(2).asString();
          links.add(new Link(s, o, id, embeddings.embed(s + " " + t.path(1).asString() + " " + o)));
        }
      }
    }
    return links;
  }

  private List<Link> mentions() {
    Set<String> titles = new HashSet<>();
    articles.forEach(a -> titles.add(Link.nameOf(a.title())));
    var links = new ArrayList<Link>();
    for (int i = 0; i < articles.size(); i++) {
      var article = articles.get(i);
      links.addAll(Link.mentions("a" + i, article.title(), article.text(), titles));
    }
    return links;
  }

  static JsonNode read(Path file) {
    return JSON.readTree(file.toFile());
  }
}
