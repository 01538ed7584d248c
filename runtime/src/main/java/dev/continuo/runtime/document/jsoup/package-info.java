/** The only place that imports jsoup: turns HTML into text. */
@NullMarked
package dev.continuo.runtime.document.jsoup;

import org.jspecify.annotations.NullMarked;
