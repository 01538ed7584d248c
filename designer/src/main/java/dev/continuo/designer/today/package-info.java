/** The start page: what needs the owner now. */
@NullMarked
package dev.continuo.designer.today;

import org.jspecify.annotations.NullMarked;
