/**
 * Decision tables as spreadsheets, there and back.
 *
 * <p>Start at {@link dev.continuo.rules.sheet.Sheets}. Text from a model never becomes a formula,
 * and a formula from a file is never computed.
 */
@NullMarked
package dev.continuo.rules.sheet;

import org.jspecify.annotations.NullMarked;
