/** Who may come in: the owner, the login, the personal access tokens. */
@NullMarked
package dev.continuo.designer.people;

import org.jspecify.annotations.NullMarked;
