/**
 * The text of a DMN model as something that is taken apart and put together again.
 *
 * <p>Start at {@link dev.continuo.rules.document.ModelDocument}. Here is also the module's one way
 * from text to XML. Nothing is judged or run here; that is the business of {@code table}.
 */
@NullMarked
package dev.continuo.rules.document;

import org.jspecify.annotations.NullMarked;
