package dev.continuo.rules.tck;

import dev.continuo.rules.document.EditorVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * Models as they are after import, opening and saving in the editor's model ({@code dmn-moddle}).
 * What the editor cannot show in full is kept as it came.
 */
final class EditorRoundTrip {
  private final Map<Path, String> texts = new HashMap<>();
  private int saved;

  EditorRoundTrip(Collection<Path> models, Path library, Path work)
      throws IOException, InterruptedException {
    var lines = new ArrayList<String>();
    var names = new HashMap<String, Path>();
    for (var model : models) {
      var original = Files.readString(model);
      texts.put(model, original);
      var imported = EditorVersion.of(original);
      if (imported.isPresent()) {
        var from = work.resolve(lines.size() + ".dmn");
        Files.writeString(from, imported.get());
        names.put(from.toString(), model);
        lines.add(from + "\t" + from + ".saved");
      }
    }
    var list = work.resolve("models.txt");
    Files.write(list, lines);
    run(library, work, list, names);
  }

  private void run(Path library, Path work, Path list, Map<String, Path> names)
      throws IOException, InterruptedException {
    var script = work.resolve("round-trip.mjs");
    try (var in = EditorRoundTrip.class.getResourceAsStream("editor-round-trip.mjs")) {
      Files.write(script, in.readAllBytes());
    }
    var process =
        new ProcessBuilder("node", script.toString(), library.toString(), list.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException("The editor's model could not be run with node.");
    }
    for (var line : said.lines().toList()) {
      var parts = line.split("\t");
      if (parts[0].equals("saved")) {
        texts.put(names.get(parts[1]), Files.readString(Path.of(parts[1] + ".saved")));
        saved++;
      }
    }
  }

  String text(Path model) {
    return texts.get(model);
  }

  int saved() {
    return saved;
  }

  int models() {
    return texts.size();
  }
}
