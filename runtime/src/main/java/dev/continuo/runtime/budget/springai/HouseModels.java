package dev.continuo.runtime.budget.springai;

import dev.continuo.runtime.budget.Fidelity;
import dev.continuo.runtime.budget.ModelUsed;
import dev.continuo.runtime.budget.Rounds;
import dev.continuo.runtime.budget.Work;
import dev.continuo.runtime.setting.ModelAccount;
import dev.continuo.runtime.setting.ModelSettings;
import dev.continuo.runtime.setting.Secrets;
import dev.continuo.runtime.setting.Settings;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.model.ChatModel;

/**
 * The owner's models by their settings of now. What comes out of here is charged: there is no other
 * way to a chat model in the house.
 */
public final class HouseModels {
  private static final int KEPT = 4;

  private final Settings settings;
  private final Secrets secrets;
  private final Rounds rounds;
  private final ConcurrentMap<Known, ChatModel> known = new ConcurrentHashMap<>();

  public HouseModels(Settings settings, Secrets secrets, Rounds rounds) {
    this.settings = settings;
    this.secrets = secrets;
    this.rounds = rounds;
  }

  /** A model with its key, which a log must never show. */
  private record Known(ModelAccount account, String key) {
    @Override
    public String toString() {
      return account.toString();
    }
  }

  /** Whether the owner has any model. */
  public boolean any() {
    return settings.models().any();
  }

  /**
   * The model for that work, as good as it may be; empty for tier {@code local} or without a model.
   *
   * @throws Secrets.Missing when its key cannot be read
   */
  public Optional<ChatModel> of(Work work, Fidelity fidelity) {
    String tier = fidelity.tier().toLowerCase(Locale.ROOT);
    ModelAccount account = tier.equals("local") ? null : account(settings.models(), tier);
    if (account == null) {
      return Optional.empty();
    }
    var key = new Known(account, secrets.read(account.secretName(), "The model's key"));
    if (known.size() > KEPT) {
      known.clear(); // settings of before
    }
    ChatModel model = known.computeIfAbsent(key, one -> Providers.model(one.account(), one.key()));
    var used =
        new ModelUsed(tier, account.provider().name().toLowerCase(Locale.ROOT), account.model());
    return Optional.of(new MeteredChatModel(model, account, used, work, rounds));
  }

  /** One of the two alone does the work of both. */
  private static @Nullable ModelAccount account(ModelSettings models, String tier) {
    boolean premium = tier.equals("premium");
    ModelAccount first = premium ? models.premium() : models.economy();
    return first != null ? first : premium ? models.economy() : models.premium();
  }
}
