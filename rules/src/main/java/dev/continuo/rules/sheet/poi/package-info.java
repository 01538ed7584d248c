/** Workbooks with Apache POI, the only place that imports it. */
@NullMarked
package dev.continuo.rules.sheet.poi;

import org.jspecify.annotations.NullMarked;
