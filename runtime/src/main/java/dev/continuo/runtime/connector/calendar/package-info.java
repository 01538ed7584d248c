/** Free times, reservations that never overlap, and holds as calendar files. */
@NullMarked
@NamedInterface("calendar")
package dev.continuo.runtime.connector.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
