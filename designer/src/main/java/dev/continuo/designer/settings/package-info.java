/** The settings page: business, working hours, mail accounts, tokens, looks. */
@NullMarked
package dev.continuo.designer.settings;

import org.jspecify.annotations.NullMarked;
