/** Work that is done again and again while the application runs. */
@NullMarked
package dev.continuo.runtime.upkeep;

import org.jspecify.annotations.NullMarked;
