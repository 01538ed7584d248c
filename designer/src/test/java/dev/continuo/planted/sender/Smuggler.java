package dev.continuo.planted.sender;

import dev.continuo.runtime.effect.Intent;
import dev.continuo.runtime.effect.SendResult;
import dev.continuo.runtime.effect.Sender;

/** Sends without asking, on purpose. */
public class Smuggler {
  SendResult around(Sender sender, Intent intent) {
    return sender.send(intent, "key");
  }
}
