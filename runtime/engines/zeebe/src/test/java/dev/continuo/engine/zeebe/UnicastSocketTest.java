package dev.continuo.engine.zeebe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;

class UnicastSocketTest {

  @Test
  void bindsTheTextOfTheWildcardAddressToLoopback() throws Exception {
    assertThat(bound(BindsByText.class).getAddress().isLoopbackAddress()).isTrue();
  }

  @Test
  void bindsAnAddressOfAPortAloneToLoopback() throws Exception {
    InetSocketAddress bound = bound(BindsByPort.class);

    assertThat(bound.getAddress().isLoopbackAddress()).isTrue();
    assertThat(bound.getPort()).isEqualTo(7);
  }

  @Test
  void refusesAClassThatBindsInNoKnownWay() {
    assertThatThrownBy(() -> UnicastSocket.bindToLoopback(bytes(Stranger.class)))
        .isInstanceOf(IllegalStateException.class);
  }

  static final class BindsByText {
    public static InetSocketAddress address() {
      return new InetSocketAddress("0.0.0.0", 7);
    }
  }

  static final class BindsByPort {
    public static InetSocketAddress address() {
      return new InetSocketAddress(7);
    }
  }

  static final class Stranger {
    public static InetSocketAddress address() {
      return new InetSocketAddress("::", 7);
    }
  }

  private static InetSocketAddress bound(Class<?> original)
      throws IOException, ReflectiveOperationException, InvocationTargetException {
    byte[] changed = UnicastSocket.bindToLoopback(bytes(original));
    Class<?> loaded =
        new ClassLoader(null) {
          Class<?> define() {
            return defineClass(original.getName(), changed, 0, changed.length);
          }
        }.define();
    var address = loaded.getMethod("address");
    address.setAccessible(true);
    return (InetSocketAddress) address.invoke(null);
  }

  private static byte[] bytes(Class<?> of) throws IOException {
    try (InputStream in = of.getResourceAsStream("/" + of.getName().replace('.', '/') + ".class")) {
      return in.readAllBytes();
    }
  }
}
