package dev.continuo.designer.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class HostFilterTests {
  private final HostFilter filter = new HostFilter(List.of("continuo.lan"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "localhost:8080",
        "LOCALHOST:1",
        "127.0.0.1:8080",
        "[::1]:80",
        "continuo.lan"
      })
  void answersUnderTheNamesOfThisMachine(String host) throws Exception {
    assertThat(status(host, null)).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"evil.example", "localhost.evil.example", "127.0.0.1.evil.example", "", "::1"})
  void staysSilentUnderAnyOther(String host) throws Exception {
    assertThat(status(host, null)).isEqualTo(421);
  }

  @Test
  void refusesAPageFromElsewhereAlsoUnderTheRightName() throws Exception {
    assertThat(status("localhost:8080", "https://evil.example")).isEqualTo(421);
    assertThat(status("localhost:8080", "null")).isEqualTo(421);
    assertThat(status("localhost:8080", "http://localhost:8080")).isEqualTo(200);
  }

  private int status(String host, String origin) throws Exception {
    MockHttpServletRequest request = new MockHttpServletRequest("GET", "/");
    request.addHeader("Host", host);
    if (origin != null) {
      request.addHeader("Origin", origin);
    }
    MockHttpServletResponse response = new MockHttpServletResponse();
    filter.doFilter(request, response, new MockFilterChain());
    return response.getStatus();
  }
}
