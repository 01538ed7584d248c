package dev.continuo.runtime.flow;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.concurrent.TimeoutException;

/** What kind of thing went wrong in a step, as far as its error tells. */
public enum ErrorClass {
  /** The other side cannot be reached. */
  NETWORK,
  /** It did not answer in time. */
  TIMEOUT,
  /** It answered that it has too much to do. */
  BUSY,
  /** It does not let us in. */
  LOGIN,
  /** The values do not fit; the same values will break again. */
  DATA,
  UNKNOWN;

  /** The word that tables use. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Reads an error and what caused it; the cause nearest to the root that tells something counts.
   */
  public static ErrorClass of(Throwable error) {
    var found = UNKNOWN;
    int depth = 0;
    for (Throwable at = error; at != null && depth++ < 20; at = at.getCause()) {
      var here = here(at);
      found = here == UNKNOWN ? found : here;
    }
    return found;
  }

  private static ErrorClass here(Throwable error) {
    var name = error.getClass().getSimpleName();
    if (name.contains("Authentication") || name.contains("AccessDenied")) {
      return LOGIN;
    }
    if (error instanceof SocketTimeoutException
        || error instanceof TimeoutException
        || name.contains("Timeout")) {
      return TIMEOUT;
    }
    if (error instanceof ConnectException || error instanceof UnknownHostException) {
      return NETWORK;
    }
    if (name.contains("Unavailable")
        || name.contains("Unreachable")
        || name.contains("Transient")) {
      return BUSY;
    }
    if (error instanceof IllegalArgumentException
        || error instanceof ClassCastException
        || error instanceof NullPointerException
        || error instanceof ArithmeticException) {
      return DATA;
    }
    return error instanceof IOException ? NETWORK : UNKNOWN;
  }
}
