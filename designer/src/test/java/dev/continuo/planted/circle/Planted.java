package dev.continuo.planted.circle;

/** The root of a house with a circle in it. */
public class Planted {}
