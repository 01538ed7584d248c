package dev.continuo.rules.sandbox;

import static dev.continuo.rules.sandbox.Messages.each;
import static dev.continuo.rules.sandbox.Messages.items;
import static dev.continuo.rules.sandbox.Messages.list;
import static dev.continuo.rules.sandbox.Messages.map;
import static dev.continuo.rules.sandbox.Messages.text;

import dev.continuo.rules.table.Compilation.Compiled;
import dev.continuo.rules.table.Compilation.Refused;
import dev.continuo.rules.table.CompiledTable;
import dev.continuo.rules.table.Tables;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * What runs in the other program: reads frames from its input, one question after the other, and
 * writes an answer to each. Ends with the app, also in the middle of a question: the end of its
 * input is seen by a thread of its own.
 */
final class SandboxProgram {
  /** Keys of questions, and the answer to a question about a table that is not kept (any more). */
  static final String COMPILE = "compile";

  static final String EVALUATE = "evaluate";
  static final String STUDY = "study";
  static final String UNKNOWN = "unknown";

  private static final int KEPT = 20;

  private final Tables tables = Tables.open();
  private final Map<String, CompiledTable> compiled =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, CompiledTable> eldest) {
          return size() > KEPT;
        }
      };

  private SandboxProgram() {}

  static void main(String[] arguments) throws InterruptedException, IOException {
    var out =
        new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
    System.setOut(System.err); // Whatever a library prints must not get between the frames.
    var questions = new LinkedBlockingQueue<List<@Nullable Object>>();
    Thread.ofPlatform().daemon().name("questions").start(() -> listen(questions));
    var program = new SandboxProgram();
    program.warmUp();
    Frames.write(out, "ready");
    while (true) {
      Frames.write(out, program.answer(questions.take()));
    }
  }

  private static void listen(LinkedBlockingQueue<List<@Nullable Object>> questions) {
    var in = new DataInputStream(new BufferedInputStream(new FileInputStream(FileDescriptor.in)));
    try {
      while (true) {
        questions.add(list(Frames.read(in)));
      }
    } catch (IOException | RuntimeException e) {
      Runtime.getRuntime().halt(0); // The app is gone.
    }
  }

  private @Nullable Object answer(List<@Nullable Object> question) {
    return switch (text(question.getFirst())) {
      case COMPILE -> compile(text(question.get(1)));
      case EVALUATE -> evaluate(text(question.get(1)), text(question.get(2)), question.get(3));
      case STUDY -> Messages.analysis(tables.study(text(question.get(1))).join());
      default -> throw new IllegalArgumentException(text(question.getFirst()));
    };
  }

  private List<@Nullable Object> compile(String xml) {
    return switch (tables.compile(xml)) {
      case Refused refused -> items(null, each(refused.findings(), Messages::finding));
      case Compiled ready -> {
        compiled.put(ready.table().contentHash(), ready.table());
        yield items(
            Messages.shape(ready.table().shape()), each(ready.findings(), Messages::finding));
      }
    };
  }

  private Object evaluate(String hash, String decisionId, @Nullable Object inputs) {
    var table = compiled.get(hash);
    if (table == null) {
      return UNKNOWN;
    }
    return each(list(inputs), each -> Messages.evaluation(table.evaluate(decisionId, map(each))));
  }

  /** Does everything once, so that the first question is not the one that loads the engine. */
  private void warmUp() {
    if (tables.compile(WARM) instanceof Compiled ready) {
      ready.table().evaluate(Map.of("a", 1, "b", "x"));
      ready.table().evaluate(Map.of("a", 9, "b", "y"));
      tables.study(WARM).join();
    }
  }

  private static final String WARM =
      """
      <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" name="Warm" namespace="urn:warm">
        <inputData id="ia" name="a"><variable name="a" typeRef="number"/></inputData>
        <inputData id="ib" name="b"><variable name="b" typeRef="string"/></inputData>
        <decision id="d" name="D"><variable name="D"/>
          <informationRequirement><requiredInput href="#ia"/></informationRequirement>
          <informationRequirement><requiredInput href="#ib"/></informationRequirement>
          <decisionTable hitPolicy="UNIQUE">
            <input><inputExpression typeRef="number"><text>a</text></inputExpression></input>
            <input><inputExpression typeRef="string"><text>b</text></inputExpression>
              <inputValues><text>"x","y"</text></inputValues></input>
            <output name="o" typeRef="string"/>
            <rule><inputEntry><text>[1..5]</text></inputEntry><inputEntry><text>"x"</text></inputEntry>
              <outputEntry><text>"one"</text></outputEntry></rule>
            <rule><inputEntry><text>&gt; 5</text></inputEntry><inputEntry><text>-</text></inputEntry>
              <outputEntry><text>if a &lt; 3 or matches(b, "y.*") then "two" else upper case(b)</text></outputEntry></rule>
          </decisionTable></decision>
      </definitions>
      """;
}
