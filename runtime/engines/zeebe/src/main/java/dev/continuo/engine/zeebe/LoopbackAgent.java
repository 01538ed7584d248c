package dev.continuo.engine.zeebe;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;
import org.jspecify.annotations.Nullable;

/**
 * Java agent for the Zeebe broker. Its gossip socket (UDP) listens on every network interface
 * whatever the configuration says; this agent binds it to the loopback address while the class is
 * loaded. Where the class is not as expected the process is ended: better no broker than one that
 * strangers can talk to.
 */
public final class LoopbackAgent {

  private LoopbackAgent() {}

  public static void premain(@Nullable String arguments, Instrumentation instrumentation) {
    instrumentation.addTransformer(new BindToLoopback());
  }

  private static final class BindToLoopback implements ClassFileTransformer {

    private static final String UNICAST = "io/atomix/cluster/messaging/impl/NettyUnicastService";

    @Override
    public byte @Nullable [] transform(
        @Nullable ClassLoader loader,
        @Nullable String name,
        @Nullable Class<?> redefined,
        @Nullable ProtectionDomain domain,
        byte[] bytes) {
      if (!UNICAST.equals(name)) {
        return null;
      }
      try {
        return UnicastSocket.bindToLoopback(bytes);
      } catch (RuntimeException | LinkageError notAsExpected) {
        System.err.println(
            "Zeebe's gossip socket cannot be bound to loopback, so Zeebe is not started: "
                + notAsExpected);
        Runtime.getRuntime().halt(70);
        return null;
      }
    }
  }
}
