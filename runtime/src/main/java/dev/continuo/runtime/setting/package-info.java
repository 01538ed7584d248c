/** What the owner sets once: who they are, when they work, which mail accounts are theirs. */
@NullMarked
package dev.continuo.runtime.setting;

import org.jspecify.annotations.NullMarked;
