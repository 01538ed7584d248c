package dev.continuo.runtime.agent;

import dev.continuo.ontology.memory.Memory;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A memory that connects when it is first asked, because its engine comes up beside the
 * application. Until it answers, each call throws {@code MemoryUnavailable} and the next one tries
 * again.
 */
final class OpenedOnFirstUse implements InvocationHandler {
  private final Supplier<Memory> opening;
  private @Nullable Memory open;

  private OpenedOnFirstUse(Supplier<Memory> opening) {
    this.opening = opening;
  }

  static Memory memory(Supplier<Memory> opening) {
    return (Memory)
        Proxy.newProxyInstance(
            Memory.class.getClassLoader(),
            new Class<?>[] {Memory.class},
            new OpenedOnFirstUse(opening));
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
      throws Throwable {
    if (method.getDeclaringClass() == Object.class) {
      return switch (method.getName()) {
        case "equals" -> arguments != null && proxy == arguments[0];
        case "hashCode" -> System.identityHashCode(proxy);
        default -> "memory";
      };
    }
    if (method.getName().equals("close")) {
      close();
      return null;
    }
    try {
      return method.invoke(opened(), arguments);
    } catch (InvocationTargetException thrown) {
      throw thrown.getCause();
    }
  }

  private synchronized Memory opened() {
    if (open == null) {
      open = opening.get();
    }
    return open;
  }

  private synchronized void close() {
    if (open != null) {
      open.close();
    }
  }
}
