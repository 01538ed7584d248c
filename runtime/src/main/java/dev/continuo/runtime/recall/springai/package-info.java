/** Spring AI as what embeds and, where the operator has a model, what puts an answer into words. */
@NullMarked
package dev.continuo.runtime.recall.springai;

import org.jspecify.annotations.NullMarked;
