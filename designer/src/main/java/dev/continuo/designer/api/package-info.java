/** The API under {@code /api/v1}: the same doors as the pages, for programs with a token. */
@NullMarked
package dev.continuo.designer.api;

import org.jspecify.annotations.NullMarked;
