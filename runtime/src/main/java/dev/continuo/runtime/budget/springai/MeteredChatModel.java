package dev.continuo.runtime.budget.springai;

import dev.continuo.runtime.budget.CapReached;
import dev.continuo.runtime.budget.ModelUsed;
import dev.continuo.runtime.budget.Reservation;
import dev.continuo.runtime.budget.Reservation.Granted;
import dev.continuo.runtime.budget.Rounds;
import dev.continuo.runtime.budget.Settlement;
import dev.continuo.runtime.budget.Settlement.Ending;
import dev.continuo.runtime.budget.Work;
import dev.continuo.runtime.setting.ModelAccount;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.ai.chat.metadata.Usage;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.prompt.ChatOptions;
import org.springframework.ai.chat.prompt.Prompt;
import reactor.core.publisher.Flux;

/**
 * Charges every round of a model to one piece of work: reserves before it, settles after it,
 * however it ends. Rounds with tools pass here one by one, because whoever calls tools does so
 * above.
 */
final class MeteredChatModel implements ChatModel {
  private static final Logger log = LoggerFactory.getLogger(MeteredChatModel.class);

  private final ChatModel model;
  private final ModelAccount account;
  private final ModelUsed used;
  private final Work work;
  private final Rounds rounds;

  MeteredChatModel(
      ChatModel model, ModelAccount account, ModelUsed used, Work work, Rounds rounds) {
    this.model = model;
    this.account = account;
    this.used = used;
    this.work = work;
    this.rounds = rounds;
  }

  @Override
  public ChatOptions getOptions() {
    return model.getOptions();
  }

  @Override
  public ChatResponse call(Prompt prompt) {
    Prompt bounded = bounded(prompt);
    Granted round = reserve(bounded);
    ChatResponse response;
    try {
      response = model.call(bounded);
    } catch (RuntimeException | Error broken) {
      settle(round, failed(round, broken));
      throw broken;
    }
    settle(round, ended(round, response));
    return response;
  }

  @Override
  public Flux<ChatResponse> stream(Prompt prompt) {
    return Flux.defer(
        () -> {
          Prompt bounded = bounded(prompt);
          Granted round = reserve(bounded);
          var last = new AtomicReference<@Nullable ChatResponse>();
          return model.stream(bounded)
              .doOnNext(part -> last.accumulateAndGet(part, MeteredChatModel::later))
              .doOnComplete(() -> settle(round, ended(round, last.get())))
              .doOnError(broken -> settle(round, failed(round, broken)))
              .doOnCancel(
                  () ->
                      settle(
                          round,
                          atMost(round, Ending.CANCELLED, "Nobody waited for its end any more.")));
        });
  }

  /** Of two parts the one that tells what it took; a later part may know nothing. */
  private static ChatResponse later(@Nullable ChatResponse before, ChatResponse part) {
    return before == null || counted(part) || !counted(before) ? part : before;
  }

  private static boolean counted(ChatResponse response) {
    Usage usage = response.getMetadata().getUsage();
    return usage != null && usage.getPromptTokens() + usage.getCompletionTokens() > 0;
  }

  /** No answer may be longer than what is reserved for it. */
  private Prompt bounded(Prompt prompt) {
    return Bounds.bounded(prompt, model.getOptions());
  }

  private Granted reserve(Prompt prompt) {
    long most = account.micros(Bounds.tokensIn(prompt), account.maxTokens());
    return switch (rounds.reserve(work, used, most)) {
      case Granted granted -> granted;
      case Reservation.Refused refused -> throw new CapReached(refused);
    };
  }

  private Settlement ended(Granted round, @Nullable ChatResponse response) {
    if (response == null || !counted(response)) {
      return atMost(round, Ending.ANSWERED, "The provider did not say what it took.");
    }
    Usage usage = response.getMetadata().getUsage();
    return new Settlement(
        response.hasToolCalls() ? Ending.TOOLS : Ending.ANSWERED,
        usage.getPromptTokens(),
        usage.getCompletionTokens(),
        account.micros(usage.getPromptTokens(), usage.getCompletionTokens()),
        "");
  }

  /** What a provider refused with a status, it does not bill; of the rest nobody knows. */
  private static Settlement failed(Granted round, Throwable broken) {
    return Providers.status(broken)
        .map(
            status ->
                new Settlement(
                    Ending.FAILED, 0, 0, 0, "The provider refused with status " + status + "."))
        .orElseGet(
            () ->
                atMost(
                    round, Ending.FAILED, "It broke and nobody knows whether it will be billed."));
  }

  private static Settlement atMost(Granted round, Ending ending, String why) {
    return new Settlement(ending, 0, 0, round.micros(), why);
  }

  /** An answer that is there is not lost for a ledger that is not; what is open counts its most. */
  private void settle(Granted round, Settlement settlement) {
    try {
      rounds.settle(round.key(), settlement);
    } catch (RuntimeException trouble) {
      log.warn("A model round stays counted at its most until the next start", trouble);
    }
  }
}
