/** Memory: what is known, of whom, and the sentence each fact stands on. */
@NullMarked
package dev.continuo.designer.memory;

import org.jspecify.annotations.NullMarked;
