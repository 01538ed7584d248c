/** The application: the one Spring Boot program and the only user of Vaadin. */
@NullMarked
package dev.continuo.designer;

import org.jspecify.annotations.NullMarked;
