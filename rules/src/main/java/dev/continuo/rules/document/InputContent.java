package dev.continuo.rules.document;

/** A value that a model declares to come from outside, with its type as written. */
public record InputContent(String id, String name, String type) {}
