package dev.continuo.runtime.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.Test;

class ErrorClassTest {
  @Test
  void theCauseTellsWhatKindOfErrorItIs() {
    assertThat(ErrorClass.of(new IllegalStateException("x", new ConnectException())))
        .isEqualTo(ErrorClass.NETWORK);
    assertThat(ErrorClass.of(new RuntimeException(new SocketTimeoutException())))
        .isEqualTo(ErrorClass.TIMEOUT);
    assertThat(ErrorClass.of(new IOException("broken pipe"))).isEqualTo(ErrorClass.NETWORK);
    assertThat(ErrorClass.of(new IllegalArgumentException("no date"))).isEqualTo(ErrorClass.DATA);
    assertThat(ErrorClass.of(new RuntimeException("?"))).isEqualTo(ErrorClass.UNKNOWN);
  }

  @Test
  void aCircleOfCausesEnds() {
    var one = new RuntimeException("one");
    var two = new RuntimeException("two", one);
    one.initCause(two);
    assertThat(ErrorClass.of(one)).isEqualTo(ErrorClass.UNKNOWN);
  }
}
