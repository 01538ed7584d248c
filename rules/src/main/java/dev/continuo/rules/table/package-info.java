/**
 * Decision tables: read, check, compile and evaluate DMN.
 *
 * <p>Start at {@link dev.continuo.rules.table.Tables}. Nothing here knows Spring, a database or a
 * process engine: text in, values out.
 */
@NullMarked
package dev.continuo.rules.table;

import org.jspecify.annotations.NullMarked;
