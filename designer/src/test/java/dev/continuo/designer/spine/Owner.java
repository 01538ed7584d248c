package dev.continuo.designer.spine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.continuo.designer.testing.RunningContinuo;
import java.util.List;
import java.util.Map;

/** The owner's working settings, over the API. */
final class Owner {
  private Owner() {}

  static void works(RunningContinuo continuo, String reminderAfter) {
    var work =
        Map.of(
            "ownerName",
            "Mia Lind",
            "ownerEmail",
            "mia@lind.example",
            "company",
            "Lind Design",
            "zone",
            "Europe/Oslo",
            "from",
            "09:00:00",
            "to",
            "17:00:00",
            "days",
            List.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY"),
            "slotMinutes",
            30,
            "reminderAfter",
            reminderAfter);
    assertThat(continuo.put("/api/v1/settings/work", work).code()).isEqualTo(200);
  }
}
