/**
 * The DMN model as text and as rows: reading it safely and checking what the engine does not check.
 *
 * <p>The only place of this module that touches an XML parser of its own.
 */
@NullMarked
package dev.continuo.rules.table.model;

import org.jspecify.annotations.NullMarked;
