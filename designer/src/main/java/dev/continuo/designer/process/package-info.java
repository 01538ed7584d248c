/** Flows: the list, and one flow as a drawing that is edited, checked, released and started. */
@NullMarked
package dev.continuo.designer.process;

import org.jspecify.annotations.NullMarked;
