/** What models cost: the month, its forecast, what is saved on, and what each number is made of. */
@NullMarked
package dev.continuo.designer.budget;

import org.jspecify.annotations.NullMarked;
