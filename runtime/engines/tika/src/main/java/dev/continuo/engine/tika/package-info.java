/**
 * The program that reads the text of documents, and only that. It runs beside the application with
 * bounds that the application sets, on a class path of its own, and may be killed at any time.
 */
@NullMarked
package dev.continuo.engine.tika;

import org.jspecify.annotations.NullMarked;
