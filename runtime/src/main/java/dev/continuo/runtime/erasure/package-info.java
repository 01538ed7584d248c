/** Takes a client out of every store: memory, documents, journal, cards, ledgers, files. */
@NullMarked
package dev.continuo.runtime.erasure;

import org.jspecify.annotations.NullMarked;
