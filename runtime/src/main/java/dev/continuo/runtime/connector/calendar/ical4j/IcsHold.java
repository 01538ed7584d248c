package dev.continuo.runtime.connector.calendar.ical4j;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/**
 * A tentative event that any calendar program can read.
 *
 * @param uid its identity
 * @param start its start
 * @param end its end
 * @param title what it is about, one line
 * @param description more, may be empty
 */
public record IcsHold(String uid, Instant start, Instant end, String title, String description) {

  /** The event as an RFC 5545 file. Nobody is invited by it. */
  public byte[] file() {
    VEvent event = new VEvent(start, end, title);
    event.add(new Uid(uid));
    event.add(ImmutableStatus.VEVENT_TENTATIVE);
    event.add(ImmutableTransp.OPAQUE);
    if (!description.isBlank()) {
      event.add(new Description(description));
    }
    Calendar calendar = new Calendar();
    calendar.add(new ProdId("-//Continuo//Continuo//EN"));
    calendar.add(ImmutableVersion.VERSION_2_0);
    calendar.add(ImmutableCalScale.GREGORIAN);
    calendar.add(event);
    StringWriter out = new StringWriter();
    try {
      new CalendarOutputter().output(calendar, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }
}
