package dev.continuo.rules.guard.drools;

import dev.continuo.rules.guard.Guard;
import dev.continuo.rules.guard.GuardWatch;
import dev.continuo.rules.guard.Guards;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.Message;
import org.kie.api.conf.EventProcessingOption;
import org.kie.api.runtime.conf.ClockTypeOption;

/** {@link Guards} compiled by Drools, each rule file by itself, once per set of numbers. */
public final class DroolsGuards implements Guards {
  private static final List<String> SHIPPED =
      List.of(
          "reminders-without-answer",
          "broken-promises",
          "spend-above-plan",
          "connector-errors",
          "step-fails-in-many-runs",
          "agent-repeats-itself");

  private final Map<String, GuardFile> files;
  private final Map<String, KieBase> compiled = new ConcurrentHashMap<>();

  public DroolsGuards() {
    var read = new LinkedHashMap<String, GuardFile>();
    Stream.of(SHIPPED.toArray(String[]::new))
        .map(GuardFile::read)
        .sorted(Comparator.comparing(file -> file.guard().title()))
        .forEach(file -> read.put(file.guard().id(), file));
    files = read;
  }

  @Override
  public List<Guard> all() {
    return files.values().stream().map(GuardFile::guard).toList();
  }

  @Override
  public GuardWatch watch(String guardId, Map<String, Long> parameters) {
    var file = files.get(guardId);
    if (file == null) {
      throw new IllegalArgumentException("There is no guard '%s'.".formatted(guardId));
    }
    var values = file.values(parameters);
    var rule = file.rule(values);
    if (compiled.size() > 200) {
      compiled.clear();
    }
    var base = compiled.computeIfAbsent(rule, text -> compile(guardId, text));
    var configuration = KieServices.get().newKieSessionConfiguration();
    configuration.setOption(ClockTypeOption.PSEUDO);
    return new FusionWatch(
        file.guard(), base.newKieSession(configuration, null), new Voice(file.guard(), values));
  }

  private static KieBase compile(String id, String rule) {
    var services = KieServices.get();
    var files = services.newKieFileSystem();
    files.generateAndWritePomXML(services.newReleaseId("dev.continuo.guards", id, "1"));
    files.write("src/main/resources/continuo/guards/" + id + ".drl", rule);
    var builder = services.newKieBuilder(files).buildAll(ExecutableModelProject.class);
    if (builder.getResults().hasMessages(Message.Level.ERROR)) {
      throw new IllegalStateException(
          "The guard %s does not compile: %s".formatted(id, builder.getResults().getMessages()));
    }
    var configuration = services.newKieBaseConfiguration();
    configuration.setOption(EventProcessingOption.STREAM);
    return services
        .newKieContainer(builder.getKieModule().getReleaseId())
        .newKieBase(configuration);
  }
}
