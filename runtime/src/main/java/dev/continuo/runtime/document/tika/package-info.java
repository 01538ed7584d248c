/** The child program that reads the text of documents with Apache Tika, and its bounds. */
@NullMarked
package dev.continuo.runtime.document.tika;

import org.jspecify.annotations.NullMarked;
