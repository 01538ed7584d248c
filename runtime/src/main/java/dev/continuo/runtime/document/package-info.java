/** Documents kept by the hash of their content, and the reading of mails. */
@NullMarked
package dev.continuo.runtime.document;

import org.jspecify.annotations.NullMarked;
