/** The only place that imports iCal4j: reads and writes RFC 5545 files. */
@NullMarked
package dev.continuo.runtime.connector.calendar.ical4j;

import org.jspecify.annotations.NullMarked;
