package dev.continuo.runtime.budget.springai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.continuo.runtime.budget.BudgetHouse;
import dev.continuo.runtime.budget.CapReached;
import dev.continuo.runtime.budget.Fidelity;
import dev.continuo.runtime.budget.Fidelity.Pace;
import dev.continuo.runtime.budget.Round;
import dev.continuo.runtime.budget.RoundFilter;
import dev.continuo.runtime.budget.Settlement.Ending;
import dev.continuo.runtime.budget.Work;
import dev.continuo.runtime.budget.springai.ModelServer.Reply;
import dev.continuo.runtime.recall.Wording.Piece;
import dev.continuo.runtime.recall.springai.ChatWording;
import dev.continuo.runtime.setting.ModelAccount;
import dev.continuo.runtime.setting.ModelAccount.Provider;
import dev.continuo.runtime.setting.Secrets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.chat.prompt.Prompt;

/** Real clients of real protocols against a server on this machine, charged in a real database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("apart")
class MeteredModelsIT {
  private static final Instant TENTH = Instant.parse("2026-06-10T12:00:00Z");
  private static final Fidelity ECONOMY = new Fidelity("economy", 20, 120, Pace.NOW, "", "");
  private static final String KEY = "sk-very-secret";
  @TempDir Path folder;
  private BudgetHouse house;
  private ModelServer server;
  private String client;
  private int clients;

  @BeforeAll
  void open() {
    house = BudgetHouse.fresh(TENTH);
    house.bills().plan(1_000, "Ida");
  }

  @AfterAll
  void shut() {
    house.close();
  }

  @BeforeEach
  void serve() {
    server = new ModelServer();
    client = "e-" + clients++;
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @EnumSource(Provider.class)
  void aPlainAnswerCostsWhatItsTokensCost(Provider provider) {
    server.then(new Reply.Says("Good day.", 120, 30));
    var said = model(provider).call(new Prompt("Good day?"));

    assertThat(said.getResult().getOutput().getText()).isEqualTo("Good day.");
    var round = only();
    assertThat(round.ending()).isEqualTo(Ending.ANSWERED);
    assertThat(round.spent()).isEqualTo(120 * 2 + 30 * 8);
    assertThat(round.reserved()).as("more than it took").isGreaterThan(round.spent());
    assertThat(round.tokensIn()).isEqualTo(120);
    assertThat(server.asked.getFirst().toString()).contains("\"small\"").contains("300");
    assertThat(server.keys.getFirst()).contains(KEY);
  }

  @ParameterizedTest
  @EnumSource(Provider.class)
  void aToolRoundAndTheAnswerAreTwoRounds(Provider provider) {
    server.then(
        new Reply.Calls("recall", "{\"question\":\"Who is Jane?\"}", 200, 20),
        new Reply.Says("The director [1].", 300, 10));
    var asked = new ArrayList<String>();
    var answer =
        new ChatWording(model(provider))
            .answer(
                "Who is Jane?",
                "now",
                80,
                question -> {
                  asked.add(question);
                  return List.of(new Piece(1, "Jane is the director.", "I am it", "A mail"));
                });

    assertThat(answer).isEqualTo("The director [1].");
    assertThat(asked).containsExactly("Who is Jane?");
    assertThat(rounds())
        .extracting(Round::ending)
        .containsExactlyInAnyOrder(Ending.TOOLS, Ending.ANSWERED);
    assertThat(rounds().stream().mapToLong(Round::spent).sum()).isEqualTo(500 * 2 + 30 * 8);
    assertThat(server.asked.get(1).toString())
        .as("what memory said goes along as the answer of a tool")
        .contains("Jane is the director.");
  }

  @ParameterizedTest
  @EnumSource(
      value = Provider.class,
      names = {"OPENAI", "OLLAMA"})
  void aStreamedRoundIsSettledAtItsEnd(Provider provider) {
    server.then(new Reply.Says("Good day to you.", 120, 30));
    var text = new StringBuilder();
    model(provider).stream(new Prompt("Good day?"))
        .doOnNext(
            part -> {
              var result = part.getResult();
              if (result != null && result.getOutput().getText() != null) {
                text.append(result.getOutput().getText());
              }
            })
        .blockLast(Duration.ofSeconds(30));

    assertThat(text).hasToString("Good day to you.");
    assertThat(only().ending()).isEqualTo(Ending.ANSWERED);
    assertThat(only().spent()).isEqualTo(120 * 2 + 30 * 8);
  }

  @ParameterizedTest
  @EnumSource(
      value = Provider.class,
      names = {"OPENAI", "OLLAMA"})
  void whatIsBrokenOffCountsAtItsMost(Provider provider) {
    server.then(new Reply.Hangs("Good"));
    model(provider).stream(new Prompt("Good day?")).blockFirst(Duration.ofSeconds(30));

    await()
        .dontCatchUncaughtExceptions()
        .atMost(Duration.ofSeconds(10))
        .until(() -> only().ending() == Ending.CANCELLED);
    assertThat(only().spent()).isEqualTo(only().reserved()).isPositive();
  }

  @ParameterizedTest
  @EnumSource(Provider.class)
  void whatAProviderRefusesCostsNothingAndIsNotTriedAgain(Provider provider) {
    for (int status : List.of(429, 500, 401)) {
      server.then(new Reply.Status(status, "{\"error\":{\"message\":\"no\",\"type\":\"x\"}}"));
      assertThatThrownBy(() -> model(provider).call(new Prompt("Good day?")))
          .isInstanceOf(RuntimeException.class)
          .hasMessageNotContaining(KEY);
    }
    assertThat(server.asked).as("each once").hasSize(3);
    assertThat(rounds()).hasSize(3).allMatch(round -> round.ending() == Ending.FAILED);
    assertThat(rounds()).allMatch(round -> round.spent() == 0);
    assertThat(rounds())
        .extracting(Round::detail)
        .anyMatch(detail -> detail.contains("status 429"))
        .anyMatch(detail -> detail.contains("status 500"));
  }

  @ParameterizedTest
  @EnumSource(Provider.class)
  void anAnswerThatNobodyCanReadCountsAtItsMost(Provider provider) {
    server.then(new Reply.Status(200, "{\"choices\": [oops"));
    assertThatThrownBy(() -> model(provider).call(new Prompt("Good day?")))
        .isInstanceOf(RuntimeException.class);
    assertThat(only().ending()).isEqualTo(Ending.FAILED);
    assertThat(only().spent()).isEqualTo(only().reserved()).isPositive();
  }

  @Test
  void overACapNothingIsAsked() {
    var dear = account(Provider.OPENAI, server.address() + "/v1", 1_000_000_000);
    assertThatThrownBy(() -> model(dear).call(new Prompt("Good day?")))
        .isInstanceOf(CapReached.class)
        .hasMessageContaining("a single call");
    assertThat(server.asked).isEmpty();
    assertThat(only().ending()).isEqualTo(Ending.REFUSED);
  }

  @Test
  void aKeyThatOthersMayReadIsNotUsed() throws IOException {
    var secret = secret();
    Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-r--r--"));
    var account = account(Provider.OPENAI, server.address() + "/v1", 2_000);
    assertThatThrownBy(() -> models(account).of(work(), ECONOMY))
        .isInstanceOf(Secrets.Missing.class)
        .hasMessageContaining("0600");
    Files.delete(secret);
    assertThatThrownBy(() -> models(account).of(work(), ECONOMY))
        .isInstanceOf(Secrets.Missing.class)
        .hasMessageContaining("Type it in the settings");
  }

  @Test
  void localIsNoModelAndOneAloneDoesBoth() {
    var models = models(account(Provider.OPENAI, server.address() + "/v1", 2_000));
    keep();
    assertThat(models.of(work(), new Fidelity("local", 1, 1, Pace.NOW, "", ""))).isEmpty();
    assertThat(models.of(work(), Fidelity.full())).isPresent();
  }

  private ChatModel model(Provider provider) {
    String at =
        switch (provider) {
          case OPENAI -> server.address() + "/v1";
          case ANTHROPIC, OLLAMA -> server.address();
        };
    return model(account(provider, at, 2_000));
  }

  private ChatModel model(ModelAccount account) {
    keep();
    return models(account).of(work(), ECONOMY).orElseThrow();
  }

  private static ModelAccount account(Provider provider, String at, long in) {
    return new ModelAccount(provider, at, "small", "model-key", in, 8_000, 300);
  }

  private HouseModels models(ModelAccount account) {
    return new HouseModels(new OwnModels(account), new Secrets(folder), house.rounds());
  }

  private Work work() {
    return Work.asked("research", client);
  }

  private Path secret() throws IOException {
    Path secret = folder.resolve("model-key");
    Files.writeString(secret, KEY);
    return secret;
  }

  private void keep() {
    try {
      Files.setPosixFilePermissions(secret(), PosixFilePermissions.fromString("rw-------"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Round> rounds() {
    return house.bills().rounds(RoundFilter.ofClient(client), 10);
  }

  private Round only() {
    assertThat(rounds()).hasSize(1);
    return rounds().getFirst();
  }
}
