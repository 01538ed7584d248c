/**
 * {@code ./continuo bench memory}: how well the right texts and facts are found, how fast, and that
 * nothing outdated is told. See {@code docs/benchmarks.md}.
 */
package dev.continuo.designer.bench.memory;
