package dev.continuo.rules.guard;

import java.util.List;

/**
 * A guard at work. Not safe for several threads. It holds memory until it is closed.
 *
 * <p>Its clock stands at the time of the newest event: nothing but {@link #tell} moves it, so the
 * same events in the same order always lead to the same firings.
 */
public interface GuardWatch extends AutoCloseable {
  /**
   * Tells what happened next. An event older than one before it counts at the time of that one; a
   * kind that the guard does not listen to changes nothing.
   *
   * @return what the guard says to it, usually nothing
   */
  List<Firing> tell(GuardEvent event);

  @Override
  void close();
}
