package dev.continuo.rules.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The DMN TCK, level 2 and 3, through import, editor and evaluation, beside the bare engine: {@code
 * mvn -pl rules test -Ptck -Dcontinuo.tck=FOLDER}.
 */
class TckConformance {
  /** Asks for Java functions, which are refused on purpose. */
  private static final String LEFT_OUT = "0076-feel-external-java";

  @Test
  void nothingThatTheBareEnginePassesFailsThroughContinuo(@TempDir Path work) throws Exception {
    var folder = System.getProperty("continuo.tck", "");
    if (folder.isEmpty()) {
      abort("Give the folder of the DMN TCK with -Dcontinuo.tck=FOLDER to run it.");
    }
    var library =
        Path.of(
                System.getProperty("continuo.frontend", "../frontend"),
                "node_modules/dmn-moddle/dist/index.js")
            .toAbsolutePath();
    if (!Files.exists(library)) {
      abort("Install the editor's packages first: npm ci in frontend/.");
    }
    var all = new TckReader().read(Path.of(folder));
    var cases = all.stream().filter(c -> !c.id().startsWith(LEFT_OUT)).toList();
    var models = new LinkedHashSet<Path>();
    for (var test : cases) {
      try (var siblings = Files.list(test.model().getParent())) {
        siblings.filter(f -> f.toString().endsWith(".dmn")).forEach(models::add);
      }
    }
    var editor = new EditorRoundTrip(models, library, work);
    var bare = new BareDrools();
    var ours = new ThroughContinuo(editor);
    int passedBare = 0;
    int passedOurs = 0;
    var regressions = new ArrayList<String>();
    for (var test : cases) {
      boolean passes = bare.passes(test);
      var why = ours.fails(test);
      passedBare += passes ? 1 : 0;
      passedOurs += why.isEmpty() ? 1 : 0;
      if (passes && !why.isEmpty()) {
        regressions.add(test.id() + ": " + why);
      }
    }
    report(all.size() - cases.size(), cases.size(), passedBare, passedOurs, regressions, editor);
    assertThat(regressions).isEmpty();
  }

  private static void report(
      int leftOut, int cases, int bare, int ours, List<String> regressions, EditorRoundTrip editor)
      throws Exception {
    var words =
        "tck-cases %d%ntck-left-out %d (%s)%ntck-bare-passed %d%ntck-passed %d%ntck-regressions %d%n%d of %d models were saved by the editor's model; the others use what came after DMN 1.3%n"
            .formatted(
                cases,
                leftOut,
                LEFT_OUT,
                bare,
                ours,
                regressions.size(),
                editor.saved(),
                editor.models());
    System.out.print(words);
    regressions.forEach(System.out::println);
    Files.createDirectories(Path.of("target"));
    Files.writeString(Path.of("target/tck.txt"), words + String.join("\n", regressions) + "\n");
  }
}
