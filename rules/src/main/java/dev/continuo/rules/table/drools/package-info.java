/** Decision tables on Drools, the only place that imports it. */
@NullMarked
package dev.continuo.rules.table.drools;

import org.jspecify.annotations.NullMarked;
