/** Guards on Drools Fusion: one small rule file each, in stream mode on a pseudo clock. */
@NullMarked
package dev.continuo.rules.guard.drools;

import org.jspecify.annotations.NullMarked;
