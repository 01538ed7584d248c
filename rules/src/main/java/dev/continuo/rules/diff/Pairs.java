package dev.continuo.rules.diff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;

/**
 * Which thing before is which thing after.
 *
 * @param both in the order after
 */
record Pairs<T>(List<Pair<T>> both, List<T> onlyBefore, List<T> onlyAfter) {

  /** Places are from 0. */
  record Pair<T>(T before, int placeBefore, T after, int placeAfter) {}

  /** First by id, then what is left by likeness; each thing at most once. */
  static <T> Pairs<T> of(
      List<T> before, List<T> after, Function<T, String> id, BiPredicate<T, T> alike) {
    var places = new HashMap<String, Integer>();
    for (int i = 0; i < before.size(); i++) {
      if (!id.apply(before.get(i)).isEmpty()) {
        places.putIfAbsent(id.apply(before.get(i)), i);
      }
    }
    int[] partner = new int[after.size()];
    var taken = new HashSet<Integer>();
    for (int i = 0; i < after.size(); i++) {
      var place = places.get(id.apply(after.get(i)));
      partner[i] = place != null && taken.add(place) ? place : -1;
    }
    byLikeness(before, after, alike, partner, taken);
    return collected(before, after, partner, taken);
  }

  private static <T> void byLikeness(
      List<T> before, List<T> after, BiPredicate<T, T> alike, int[] partner, Set<Integer> taken) {
    var free = new ArrayList<Integer>();
    for (int i = 0; i < before.size(); i++) {
      if (!taken.contains(i)) {
        free.add(i);
      }
    }
    for (int i = 0; i < after.size() && !free.isEmpty(); i++) {
      if (partner[i] < 0) {
        for (var place : free) {
          if (alike.test(before.get(place), after.get(i))) {
            partner[i] = place;
            taken.add(place);
            free.remove(place);
            break;
          }
        }
      }
    }
  }

  private static <T> Pairs<T> collected(
      List<T> before, List<T> after, int[] partner, Set<Integer> taken) {
    var both = new ArrayList<Pair<T>>();
    var onlyAfter = new ArrayList<T>();
    for (int i = 0; i < after.size(); i++) {
      if (partner[i] < 0) {
        onlyAfter.add(after.get(i));
      } else {
        both.add(new Pair<>(before.get(partner[i]), partner[i], after.get(i), i));
      }
    }
    var onlyBefore = new ArrayList<T>();
    for (int i = 0; i < before.size(); i++) {
      if (!taken.contains(i)) {
        onlyBefore.add(before.get(i));
      }
    }
    return new Pairs<>(both, onlyBefore, onlyAfter);
  }

  /**
   * The pairs that changed places: the fewest whose moving explains the new order, which are those
   * outside of a longest run that kept its order.
   */
  List<Pair<T>> moved() {
    int size = both.size();
    int[] ends = new int[size];
    int[] previous = new int[size];
    int length = 0;
    for (int i = 0; i < size; i++) {
      int low = 0;
      int high = length;
      while (low < high) {
        int middle = (low + high) / 2;
        if (both.get(ends[middle]).placeBefore() < both.get(i).placeBefore()) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      previous[i] = low == 0 ? -1 : ends[low - 1];
      ends[low] = i;
      length = Math.max(length, low + 1);
    }
    var stayed = new HashSet<Integer>();
    for (int at = length == 0 ? -1 : ends[length - 1]; at >= 0; at = previous[at]) {
      stayed.add(at);
    }
    var moved = new ArrayList<Pair<T>>();
    for (int i = 0; i < size; i++) {
      if (!stayed.contains(i)) {
        moved.add(both.get(i));
      }
    }
    return moved;
  }
}
