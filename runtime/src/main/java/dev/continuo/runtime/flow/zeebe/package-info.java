/** The only place that speaks to Zeebe. */
@NullMarked
package dev.continuo.runtime.flow.zeebe;

import org.jspecify.annotations.NullMarked;
