package dev.continuo.engine.zeebe;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Rewrites where the unicast service binds: the text "0.0.0.0" (Zeebe 8.5) and the address made of
 * a port alone (8.6) both become the loopback address.
 */
final class UnicastSocket {

  private static final ClassDesc SOCKET_ADDRESS = ClassDesc.of("java.net.InetSocketAddress");
  private static final ClassDesc ADDRESS = ClassDesc.of("java.net.InetAddress");
  private static final MethodTypeDesc OF_PORT =
      MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_int);
  private static final MethodTypeDesc OF_ADDRESS_AND_PORT =
      MethodTypeDesc.of(ConstantDescs.CD_void, ADDRESS, ConstantDescs.CD_int);

  private UnicastSocket() {}

  /**
   * @throws IllegalStateException when the class binds in no known way
   */
  static byte[] bindToLoopback(byte[] unicastService) {
    AtomicInteger rewritten = new AtomicInteger();
    ClassFile format = ClassFile.of(ClassFile.StackMapsOption.STACK_MAPS_WHEN_REQUIRED);
    byte[] changed =
        format.transformClass(
            format.parse(unicastService),
            ClassTransform.transformingMethodBodies(rewrite(rewritten)));
    if (rewritten.get() != 1) {
      throw new IllegalStateException(rewritten + " places that bind the socket, expected one");
    }
    return changed;
  }

  private static CodeTransform rewrite(AtomicInteger rewritten) {
    return (code, element) -> {
      switch (element) {
        case ConstantInstruction constant when "0.0.0.0".equals(constant.constantValue()) -> {
          code.loadConstant("127.0.0.1");
          rewritten.incrementAndGet();
        }
        case InvokeInstruction call when makesAddressOfPort(call) -> {
          code.invokestatic(ADDRESS, "getLoopbackAddress", MethodTypeDesc.of(ADDRESS));
          code.swap();
          code.invokespecial(SOCKET_ADDRESS, ConstantDescs.INIT_NAME, OF_ADDRESS_AND_PORT);
          rewritten.incrementAndGet();
        }
        default -> code.with(element);
      }
    };
  }

  private static boolean makesAddressOfPort(InvokeInstruction call) {
    return call.owner().asSymbol().equals(SOCKET_ADDRESS)
        && call.name().equalsString(ConstantDescs.INIT_NAME)
        && call.typeSymbol().equals(OF_PORT);
  }
}
