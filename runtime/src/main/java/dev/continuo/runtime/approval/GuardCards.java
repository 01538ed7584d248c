package dev.continuo.runtime.approval;

import dev.continuo.rules.guard.GuardEvent;
import dev.continuo.runtime.decision.guard.GuardFired;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.springframework.context.event.EventListener;

/** Puts what a guard saw into the inbox, with the events that led to it. */
class GuardCards {
  private static final int MOST_EVENTS = 20;
  private static final List<CardAction> SEEN =
      List.of(new CardAction(Verdict.Decision.APPROVED, "Seen", false));

  private final Approvals approvals;

  GuardCards(Approvals approvals) {
    this.approvals = approvals;
  }

  @EventListener
  void on(GuardFired fired) {
    var firing = fired.firing();
    var because = firing.because();
    var last = because.getLast();
    var content = new LinkedHashMap<String, Object>();
    content.put("guard", fired.guard().title());
    content.put("about", firing.subject());
    content.put("advice", fired.guard().advice());
    approvals.raise(
        new CardRequest(
            "guard-" + firing.key(),
            CardKind.GUARD,
            fired.guard().title(),
            firing.sentence(),
            last.runKey(),
            null,
            new Justification(
                firing.sentence(),
                fired.guard().advice(),
                because.stream()
                    .skip(Math.max(0, because.size() - MOST_EVENTS))
                    .map(GuardCards::evidence)
                    .toList(),
                List.of("Guard \"%s\"".formatted(fired.guard().title())),
                "",
                List.of()),
            List.of(new CardItem("guard", firing.sentence(), content)),
            SEEN,
            null));
  }

  private static Justification.Evidence evidence(GuardEvent event) {
    var words = event.detail().isBlank() ? event.subject() : event.detail();
    return new Justification.Evidence(
        event.kind().replace('-', ' ') + ", " + event.at().toString().substring(0, 16) + "Z",
        words,
        Objects.toString(event.runKey(), ""));
  }
}
