package dev.continuo.designer.run;

import dev.continuo.designer.shell.Destination;
import dev.continuo.designer.shell.Glyph;
import dev.continuo.designer.shell.PaletteItem;
import dev.continuo.designer.shell.PaletteSource;
import dev.continuo.designer.shell.Pulse;
import dev.continuo.runtime.flow.Flows;
import dev.continuo.runtime.journal.RunFilter;
import dev.continuo.runtime.journal.RunState;
import dev.continuo.runtime.journal.Runs;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The pages of runs. */
@Configuration(proxyBeanMethods = false)
public class RunConfiguration {
  @Bean
  Destination runsPage(Runs runs) {
    return new Destination(
        "Runs",
        "runs",
        RunsView.class,
        Glyph.RUNS,
        60,
        () -> runs.counts(RunFilter.ALL).getOrDefault(RunState.INCIDENT, 0L).intValue());
  }

  @Bean
  RunWords runWords(Flows flows) {
    return new RunWords(flows);
  }

  @Bean
  PaletteSource knownRuns(Runs runs, RunWords words) {
    return (text, limit) ->
        text.isBlank()
            ? java.util.List.of()
            : runs.list(new RunFilter(null, null, text), null, limit).runs().stream()
                .map(
                    run ->
                        new PaletteItem(
                            "Run", words.title(run), words.flow(run), "runs/" + run.runKey()))
                .toList();
  }

  @Bean
  JournalBeat journalBeat(Pulse pulse) {
    return new JournalBeat(pulse);
  }
}
