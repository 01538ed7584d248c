/** The inbox: cards, verdicts and the record of who decided what on which content. */
@NullMarked
package dev.continuo.runtime.approval;

import org.jspecify.annotations.NullMarked;
