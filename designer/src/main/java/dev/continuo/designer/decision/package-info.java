/** Rules: the list, and one decision table that is edited, checked, tried and released. */
@NullMarked
package dev.continuo.designer.decision;

import org.jspecify.annotations.NullMarked;
