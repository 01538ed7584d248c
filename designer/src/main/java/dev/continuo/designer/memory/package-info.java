/** Memory's pages: the words, lines and lists that all of them are made of. */
@NullMarked
package dev.continuo.designer.memory;

import org.jspecify.annotations.NullMarked;
