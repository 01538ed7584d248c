/** The steps of the flow <em>Lead intake</em>: read, remember, draft, propose to send, promise. */
@NullMarked
package dev.continuo.runtime.agent.lead;

import org.jspecify.annotations.NullMarked;
