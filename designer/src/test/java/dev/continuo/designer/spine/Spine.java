package dev.continuo.designer.spine;

import dev.continuo.designer.testing.RunningContinuo;
import dev.continuo.runtime.engine.testing.TestEngines;
import org.jspecify.annotations.Nullable;

/**
 * What the tests of the spine share: the product, started once and again only after a kill, with an
 * owner at work, behind a gateway that can hold back what the product and its engine say.
 */
final class Spine {
  private static @Nullable HoldingProxy gateway;

  private Spine() {}

  static RunningContinuo continuo() {
    var continuo =
        RunningContinuo.withOwner("--continuo.zeebe.grpc-address=" + gateway().address());
    Owner.works(continuo, "P3D");
    return continuo;
  }

  static synchronized HoldingProxy gateway() {
    HoldingProxy open = gateway;
    if (open == null) {
      String zeebe = TestEngines.shared().zeebe().zeebeGrpc();
      open = HoldingProxy.to(zeebe.contains("://") ? zeebe : "http://" + zeebe);
      gateway = open;
    }
    return open;
  }
}
