package dev.continuo.designer.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.continuo.designer.inbox.Difference.Kind;
import dev.continuo.designer.inbox.Difference.Piece;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DifferenceTests {
  @Test
  void marksTheChangedWordsOnly() {
    assertThat(Difference.between("I am free on Thursday.", "I am free on Friday."))
        .containsExactly(
            new Piece(Kind.SAME, "I am free on "),
            new Piece(Kind.GONE, "Thursday."),
            new Piece(Kind.NEW, "Friday."));
  }

  @Test
  void equalTextsDifferNowhere() {
    assertThat(Difference.between("Dear Hanna,\n\nyes.", "Dear Hanna,\n\nyes."))
        .containsExactly(new Piece(Kind.SAME, "Dear Hanna,\n\nyes."));
    assertThat(Difference.between("", "")).isEmpty();
  }

  @Test
  void losesNoCharacterOfEitherSide() {
    Random random = new Random(7);
    for (int i = 0; i < 500; i++) {
      String before = text(random);
      String after = text(random);
      List<Piece> pieces = Difference.between(before, after);
      assertThat(join(pieces, Kind.GONE)).isEqualTo(before);
      assertThat(join(pieces, Kind.NEW)).isEqualTo(after);
    }
  }

  private static String join(List<Piece> pieces, Kind side) {
    return pieces.stream()
        .filter(piece -> piece.kind() == Kind.SAME || piece.kind() == side)
        .map(Piece::text)
        .collect(Collectors.joining());
  }

  private static String text(Random random) {
    return random
        .ints(random.nextInt(12), 0, 6)
        .mapToObj(i -> List.of("yes", " ", "no ", "\n", "maybe", ", ").get(i))
        .collect(Collectors.joining());
  }
}
