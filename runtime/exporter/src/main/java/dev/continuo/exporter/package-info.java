/**
 * The engine's exporter: stores the event records that Continuo's journal needs in PostgreSQL. Runs
 * inside the Zeebe broker and shares nothing with the app but the tables of {@code
 * V1__journal.sql}.
 */
@NullMarked
package dev.continuo.exporter;

import org.jspecify.annotations.NullMarked;
