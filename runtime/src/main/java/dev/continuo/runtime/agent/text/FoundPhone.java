package dev.continuo.runtime.agent.text;

/**
 * A phone number that the text names.
 *
 * @param number digits only, with a leading + where the country is known
 */
public record FoundPhone(String number, String quote, int start, int end) {}
