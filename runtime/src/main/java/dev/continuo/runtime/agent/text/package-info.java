/**
 * Reads facts out of plain text by rules: language, dates, money, phones, organisation. No model.
 */
@NullMarked
package dev.continuo.runtime.agent.text;

import org.jspecify.annotations.NullMarked;
