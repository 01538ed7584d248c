/** What the pages that edit a model share: the editor as an element, and whose draft stands. */
@NullMarked
package dev.continuo.designer.editor;

import org.jspecify.annotations.NullMarked;
