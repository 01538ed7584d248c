package dev.continuo.designer.people;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers only requests that name this machine, so that a page elsewhere cannot reach the
 * application by pointing its own name at 127.0.0.1 (DNS rebinding) or open its websocket.
 */
class HostFilter extends OncePerRequestFilter {
  private static final int MISDIRECTED = 421;

  private final Set<String> allowed = new HashSet<>(List.of("localhost", "127.0.0.1", "[::1]"));

  HostFilter(List<String> more) {
    more.forEach(host -> allowed.add(host.strip().toLowerCase(Locale.ROOT)));
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (allowed(host(request.getHeader("Host"))) && allowedOrigin(request.getHeader("Origin"))) {
      chain.doFilter(request, response);
    } else {
      response.setStatus(MISDIRECTED);
      response.setContentType("text/plain;charset=UTF-8");
      response
          .getWriter()
          .write(
              "Continuo answers only under the names it was given. Open http://localhost, or add"
                  + " this name to continuo.hosts.");
    }
  }

  private boolean allowedOrigin(@Nullable String origin) {
    if (origin == null) {
      return true;
    }
    try {
      return allowed(URI.create(origin).getHost());
    } catch (IllegalArgumentException unreadable) {
      return false;
    }
  }

  private boolean allowed(@Nullable String host) {
    return host != null && allowed.contains(host.toLowerCase(Locale.ROOT));
  }

  private static @Nullable String host(@Nullable String header) {
    if (header == null) {
      return null;
    }
    int end = header.indexOf(':', header.startsWith("[") ? Math.max(0, header.indexOf(']')) : 0);
    return end < 0 ? header : header.substring(0, end);
  }
}
