/**
 * Benchmarks of the whole application, run by {@code ./continuo bench}. They share one machine with
 * what they measure, so a figure is only worth something beside the bare engine's figure of the
 * same run; see {@code docs/benchmarks.md}.
 */
package dev.continuo.designer.bench;
