package dev.continuo.runtime.connector.mail;

/**
 * A message arrived that could not be read. Published once per item, inside the transaction that
 * keeps it: what a synchronous listener writes comes and goes with it.
 */
public record UnreadableMailArrived(UnreadableMail mail) {}
