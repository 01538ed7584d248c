package dev.continuo.runtime.budget.springai;

import static java.util.Objects.requireNonNullElse;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.messages.Message;
import org.springframework.ai.chat.messages.ToolResponseMessage;
import org.springframework.ai.chat.prompt.ChatOptions;
import org.springframework.ai.chat.prompt.Prompt;
import org.springframework.ai.model.tool.ToolCallingChatOptions;
import org.springframework.ai.tool.ToolCallback;

/** What a round can take at most. */
final class Bounds {
  /** Marks that a provider puts around a message, a call or a tool. */
  private static final int AROUND = 32;

  private static final List<ToolCallback> NO_TOOLS = List.of();

  private Bounds() {}

  /**
   * The prompt with the model's own options. Whoever asks brings tools and nothing else: neither
   * another model nor a longer answer than what is reserved for.
   */
  static Prompt bounded(Prompt prompt, ChatOptions own) {
    var options = ((ToolCallingChatOptions) own).mutate();
    if (prompt.getOptions() instanceof ToolCallingChatOptions given) {
      options.toolCallbacks(requireNonNullElse(given.getToolCallbacks(), NO_TOOLS));
    }
    return new Prompt(prompt.getInstructions(), options.build());
  }

  /** No tokenizer that works on bytes makes more tokens than there are bytes. */
  static long tokensIn(Prompt prompt) {
    long tokens = AROUND;
    for (Message message : prompt.getInstructions()) {
      tokens += AROUND + bytes(message.getText()) + calls(message);
    }
    if (prompt.getOptions() instanceof ToolCallingChatOptions tools) {
      for (ToolCallback tool : requireNonNullElse(tools.getToolCallbacks(), NO_TOOLS)) {
        var about = tool.getToolDefinition();
        tokens += AROUND + bytes(about.name()) + bytes(about.description());
        tokens += bytes(about.inputSchema());
      }
    }
    return tokens;
  }

  private static long calls(Message message) {
    return switch (message) {
      case AssistantMessage said ->
          said.getToolCalls().stream()
              .mapToLong(
                  call -> AROUND + bytes(call.id()) + bytes(call.name()) + bytes(call.arguments()))
              .sum();
      case ToolResponseMessage told ->
          told.getResponses().stream()
              .mapToLong(
                  one -> AROUND + bytes(one.id()) + bytes(one.name()) + bytes(one.responseData()))
              .sum();
      default -> 0;
    };
  }

  private static long bytes(@Nullable String text) {
    return text == null ? 0 : text.getBytes(StandardCharsets.UTF_8).length;
  }
}
