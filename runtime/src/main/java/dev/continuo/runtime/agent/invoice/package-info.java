/** The steps of the flow <em>Payment reminder</em>: look, draft, propose to send. */
@NullMarked
package dev.continuo.runtime.agent.invoice;

import org.jspecify.annotations.NullMarked;
