/** The only place of this feature that imports Angus Mail: takes a raw message apart. */
@NullMarked
package dev.continuo.runtime.document.angus;

import org.jspecify.annotations.NullMarked;
