package dev.continuo.ontology.recall;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ShelfTest {

  private final Embeddings letters = new LetterEmbeddings();

  @Test
  void findsATextByItsWords() {
    var shelf = shelf(text("a", "the invoice was paid"), text("b", "the garden has roses"));

    assertThat(shelf.rank("Which invoices were paid?", Weights.of(RankList.WORDS, 1), 2))
        .extracting(RankedText::id)
        .startsWith("a");
  }

  @Test
  void walksFromOneTextToTheNextOverASharedName() {
    var texts =
        List.of(
            text("film", "Red Harbour was directed by Ann Lee"),
            text("other", "Blue Harbour was painted by nobody"),
            text("person", "She was born in a small town"));
    var links =
        List.of(
            new Link("Red Harbour", "Ann Lee", "film", null),
            new Link("Ann Lee", "Ann Lee", "person", null),
            new Link("Blue Harbour", "Blue Harbour", "other", null));
    var shelf = new Shelf(texts, links, letters);

    assertThat(
            shelf.rank(
                "Where was the director of Red Harbour born?",
                Weights.of(RankList.GRAPH, 1).seeds(0, 1),
                2))
        .extracting(RankedText::id)
        .containsExactly("film", "person");
  }

  @Test
  void keepsNamesAsAStructuredBoostAndOutOfTheWords() {
    var shelf =
        shelf(
            new ShelfText("a", "", "the budget is fine", List.of("Ann Lee"), 4, vectors("budget")),
            new ShelfText("b", "", "Ann Lee Ann Lee", List.of("Bo Ray"), 4, vectors("names")));

    assertThat(
            shelf.rank(
                "What did Ann Lee say about money?",
                Weights.of(RankList.WORDS, 1).and(RankList.NAMES, 1),
                1))
        .extracting(RankedText::id)
        .containsExactly("a");
  }

  @Test
  void takesAWordForANameOnlyWhereTheQuestionSaysItAsOne() {
    var people = new People();
    List.of("Project Manager", "User Interface", "Professor C", "Marketing").forEach(people::add);

    assertThat(people.in("What did the Project Manager say about the user requirements?"))
        .containsExactly("project manager");
    assertThat(people.in("What did the professor think about the project?"))
        .containsExactly("professor");
    assertThat(people.in("Why did C agree with Marketing?"))
        .containsExactlyInAnyOrder("c", "marketing");
    assertThat(people.in("Summarize the plan of their marketing strategy")).isEmpty();
    assertThat(people.in("what about the marketing")).containsExactly("marketing");
  }

  @Test
  void readsATurnAmongItsNeighboursButNotOverTheEndOfASession() {
    var neighbours = new Neighbours(new int[] {0, 0, 0, 1});

    assertThat(neighbours.smoothed(new double[] {1, 0, 0, 0}))
        .satisfies(
            near -> {
              assertThat(near[0]).isGreaterThan(near[1]);
              assertThat(near[1]).isGreaterThan(near[2]);
              assertThat(near[3]).isZero();
            });
    assertThat(neighbours.place()[0]).isZero();
    assertThat(neighbours.place()[2]).isGreaterThan(0.99);
    assertThat(neighbours.place()[3]).as("each session opens").isZero();
    assertThat(Passages.together(List.of("a", "b", "c", "d"), 1, 3, 1)).isEqualTo("a b c");
  }

  @Test
  void picksTextsThatLieApart() {
    assertThat(Scores.apart(new double[] {0.9, 1, 0.8, 0.1, 0.7}, 1, 3)).containsExactly(1, 4);
  }

  @Test
  void aWalkWithoutSeedsEndsNowhere() {
    var walk = new PersonalisedPageRank();
    walk.connect(0, 1, 1);

    assertThat(walk.walk(new double[2])).containsExactly(0, 0);
    assertThat(Arrays.stream(walk.walk(new double[] {1, 0})).sum()).isBetween(0.999, 1.001);
  }

  @Test
  void stemsAsTheStoresEnglishAnalyserDoes() {
    assertThat(
            Map.of(
                "relational", PorterStemmer.stem("relational"),
                "hopping", PorterStemmer.stem("hopping"),
                "agreed", PorterStemmer.stem("agreed"),
                "ponies", PorterStemmer.stem("ponies"),
                "controlling", PorterStemmer.stem("controlling"),
                "adjustment", PorterStemmer.stem("adjustment")))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "relational", "relat",
                "hopping", "hop",
                "agreed", "agre",
                "ponies", "poni",
                "controlling", "control",
                "adjustment", "adjust"));
  }

  private Shelf shelf(ShelfText... texts) {
    return new Shelf(List.of(texts), List.of(), letters);
  }

  private ShelfText text(String id, String words) {
    return new ShelfText(id, "", words, List.of(), 5, vectors(words));
  }

  private List<float[]> vectors(String words) {
    return List.of(letters.embed(words));
  }
}
