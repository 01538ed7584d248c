/** How the application starts: options, engines, address, the ready line. */
@NullMarked
package dev.continuo.designer.start;

import org.jspecify.annotations.NullMarked;
