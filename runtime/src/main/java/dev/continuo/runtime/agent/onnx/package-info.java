/** The sentence embedding that runs inside the app: MiniLM on ONNX Runtime, without any network. */
@NullMarked
package dev.continuo.runtime.agent.onnx;

import org.jspecify.annotations.NullMarked;
