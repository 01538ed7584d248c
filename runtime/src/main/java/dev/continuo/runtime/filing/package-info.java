/**
 * Documents as evidence: whose they are, what their text says, and how memory comes to know both.
 *
 * <p>Start at {@link dev.continuo.runtime.filing.Filings}.
 */
@NullMarked
package dev.continuo.runtime.filing;

import org.jspecify.annotations.NullMarked;
