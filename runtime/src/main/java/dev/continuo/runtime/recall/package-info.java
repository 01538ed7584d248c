/**
 * Recall in the running house: sources become findable by themselves, and questions are answered.
 */
@NullMarked
package dev.continuo.runtime.recall;

import org.jspecify.annotations.NullMarked;
