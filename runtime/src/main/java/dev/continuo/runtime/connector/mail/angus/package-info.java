/** The only place of this feature that imports Angus Mail: writing, SMTP and IMAP. */
@NullMarked
package dev.continuo.runtime.connector.mail.angus;

import org.jspecify.annotations.NullMarked;
