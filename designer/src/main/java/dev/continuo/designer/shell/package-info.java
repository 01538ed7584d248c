/** The frame around every page: navigation, search, health, live updates, shared parts. */
@NullMarked
package dev.continuo.designer.shell;

import org.jspecify.annotations.NullMarked;
