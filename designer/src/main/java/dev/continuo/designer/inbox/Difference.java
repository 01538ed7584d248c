package dev.continuo.designer.inbox;

import java.util.ArrayList;
import java.util.List;

/** What changed between two texts, word by word (longest common subsequence). */
final class Difference {
  private static final int WORD_LIMIT = 2_000;

  /** What became of a piece of text. */
  enum Kind {
    SAME,
    GONE,
    NEW
  }

  /** A stretch of text with one fate. */
  record Piece(Kind kind, String text) {}

  private Difference() {}

  static List<Piece> between(String before, String after) {
    List<String> old = words(before);
    List<String> now = words(after);
    if (old.size() > WORD_LIMIT || now.size() > WORD_LIMIT) {
      return List.of(new Piece(Kind.GONE, before), new Piece(Kind.NEW, after));
    }
    int[][] common = common(old, now);
    List<Piece> pieces = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < old.size() || j < now.size()) {
      if (i < old.size() && j < now.size() && old.get(i).equals(now.get(j))) {
        add(pieces, Kind.SAME, old.get(i++));
        j++;
      } else if (i < old.size() && (j == now.size() || common[i + 1][j] >= common[i][j + 1])) {
        add(pieces, Kind.GONE, old.get(i++));
      } else {
        add(pieces, Kind.NEW, now.get(j++));
      }
    }
    return pieces;
  }

  private static int[][] common(List<String> old, List<String> now) {
    int[][] length = new int[old.size() + 1][now.size() + 1];
    for (int i = old.size() - 1; i >= 0; i--) {
      for (int j = now.size() - 1; j >= 0; j--) {
        length[i][j] =
            old.get(i).equals(now.get(j))
                ? length[i + 1][j + 1] + 1
                : Math.max(length[i + 1][j], length[i][j + 1]);
      }
    }
    return length;
  }

  private static void add(List<Piece> pieces, Kind kind, String text) {
    int last = pieces.size() - 1;
    if (last >= 0 && pieces.get(last).kind() == kind) {
      pieces.set(last, new Piece(kind, pieces.get(last).text() + text));
    } else {
      pieces.add(new Piece(kind, text));
    }
  }

  /** Words with the white space that follows them, so that nothing is lost. */
  private static List<String> words(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split("(?<=\\s)(?=\\S)"));
  }
}
