/** The inbox: everything that needs the owner, one card each, answered from the keyboard. */
@NullMarked
package dev.continuo.designer.inbox;

import org.jspecify.annotations.NullMarked;
