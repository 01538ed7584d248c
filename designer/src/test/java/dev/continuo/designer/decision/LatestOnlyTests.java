package dev.continuo.designer.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LatestOnlyTests {
  private final List<Runnable> begun = new ArrayList<>();
  private final List<String> looked = new ArrayList<>();
  private final List<String> heard = new ArrayList<>();
  private final LatestOnly<String> checks = new LatestOnly<>(begun::add);

  private void ask(String text) {
    checks.ask(
        () -> {
          looked.add(text);
          if (text.equals("broken")) {
            throw new IllegalStateException("broken");
          }
          return text;
        },
        heard::add,
        failed -> heard.add("failed"));
  }

  @Test
  void whoAsksIsNotHeldUp() {
    ask("one");
    assertThat(looked).isEmpty();
    assertThat(begun).hasSize(1);
  }

  @Test
  void aLaterOneOvertakesAnEarlierOneThatIsSlow() {
    ask("slow");
    ask("quick");
    begun.get(1).run();
    assertThat(heard).containsExactly("quick");
    begun.get(0).run();
    assertThat(looked).contains("slow");
    assertThat(heard).as("what the earlier one found is thrown away").containsExactly("quick");
  }

  @Test
  void ofThoseThatWaitOnlyTheNewestIsLookedAt() {
    for (String text : List.of("a", "b", "c", "d", "e")) {
      ask(text);
    }
    assertThat(begun).as("not one for every letter").hasSize(2);
    begun.get(0).run();
    assertThat(begun).hasSize(3);
    begun.get(1).run();
    begun.get(2).run();
    assertThat(looked).containsExactly("a", "b", "e");
    assertThat(heard).containsExactly("e");
  }

  @Test
  void oneThatBreaksIsToldAndTheNextGoesOn() {
    ask("broken");
    begun.get(0).run();
    assertThat(heard).containsExactly("failed");
    ask("broken");
    ask("well");
    begun.get(1).run();
    begun.get(2).run();
    assertThat(heard).containsExactly("failed", "well");
  }
}
