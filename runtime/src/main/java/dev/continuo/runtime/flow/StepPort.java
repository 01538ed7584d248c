package dev.continuo.runtime.flow;

/**
 * One typed input or output of a step.
 *
 * @param name the variable's name
 * @param type a FEEL type name ({@code string}, {@code number}, {@code boolean}, {@code context},
 *     {@code list}) or the name of a record of the step's documentation
 * @param title what a person reads
 * @param required whether the step refuses to run without it
 */
public record StepPort(String name, String type, String title, boolean required) {}
