package dev.continuo.runtime.flow;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/** {@link Flows} in PostgreSQL. */
final class StoredFlows implements Flows {
  private static final Logger log = LoggerFactory.getLogger(StoredFlows.class);
  private final FlowRows flows;
  private final FlowVersionRows versions;
  private final FlowLint lint;
  private final ProcessEngine engine;
  private final TransactionTemplate transactions;

  StoredFlows(
      FlowRows flows,
      FlowVersionRows versions,
      FlowLint lint,
      ProcessEngine engine,
      TransactionTemplate transactions) {
    this.flows = flows;
    this.versions = versions;
    this.lint = lint;
    this.engine = engine;
    this.transactions = transactions;
  }

  @Override
  public List<Flow> list() {
    return flows.findAll().stream()
        .map(this::withVersions)
        .sorted(Comparator.comparing(Flow::title, String.CASE_INSENSITIVE_ORDER))
        .toList();
  }

  @Override
  public Flow flow(String id) {
    return withVersions(row(id));
  }

  @Override
  public Optional<String> xmlOf(long processKey) {
    return versions.findFirstByProcessKey(processKey).map(row -> row.xml);
  }

  @Override
  public List<Finding> check(String xml) {
    return lint.check(xml);
  }

  @Override
  public Flow create(String xml, String who) {
    var outline = lint.outline(xml);
    if (outline.isEmpty()) {
      throw new FlowRefused(lint.check(xml));
    }
    String id = outline.get().processId();
    return transactions.execute(
        tx -> {
          if (flows.existsById(id)) {
            throw new FlowRefused(
                List.of(
                    Finding.error(
                        "flow-exists",
                        id,
                        "There is a flow with the id '%s' already.".formatted(id),
                        "Each flow has an id of its own.",
                        "Open that flow, or give the process in your file another id.")));
          }
          var row = new FlowRow();
          row.id = id;
          row.title = outline.get().title();
          row.draftXml = xml;
          row.draftRevision = 1;
          row.draftSavedAt = Instant.now();
          return withVersions(flows.save(row));
        });
  }

  @Override
  public int saveDraft(String id, String xml, int expectedRevision, String who) {
    return transactions.execute(
        tx -> {
          var row = row(id);
          if (row.draftRevision != expectedRevision) {
            throw new DraftChanged(id, expectedRevision, row.draftRevision);
          }
          row.draftXml = xml;
          row.draftRevision++;
          row.draftSavedAt = Instant.now();
          lint.outline(xml)
              .filter(outline -> outline.processId().equals(id))
              .ifPresent(outline -> row.title = outline.title());
          flows.save(row);
          return row.draftRevision;
        });
  }

  @Override
  public Flow.Version release(String id, String who, String why) {
    String xml = flow(id).newestXml();
    var errors =
        lint.check(xml).stream().filter(f -> f.severity() == Finding.Severity.ERROR).toList();
    if (!errors.isEmpty()) {
      throw new FlowRefused(errors);
    }
    String found = lint.outline(xml).map(FlowLint.Outline::processId).orElse("");
    if (!found.equals(id)) {
      throw new FlowRefused(
          List.of(
              Finding.error(
                  "process-id-changed",
                  found,
                  "The process id is now '%s', the flow's is '%s'.".formatted(found, id),
                  "Runs, links and the API know the flow by its id.",
                  "Set the process id back, or import the file as a new flow.")));
    }
    String hash = sha256(xml);
    var newest = versions.findFirstByKeyFlowIdOrderByKeyVersionDesc(id);
    if (newest.isPresent()
        && newest.get().contentHash.equals(hash)
        && newest.get().processKey != null) {
      return newest.get().toVersion();
    }
    ProcessEngine.DeployedProcess deployed = deploy(id, xml);
    return transactions.execute(
        tx -> {
          var row = new FlowVersionRow();
          row.key =
              new FlowVersionRow.Key(id, newest.map(known -> known.key.version()).orElse(0) + 1);
          row.contentHash = hash;
          row.xml = xml;
          row.processKey = deployed.processKey();
          row.engineVersion = deployed.version();
          row.releasedBy = who;
          row.why = why;
          return versions.save(row).toVersion();
        });
  }

  @Override
  public void discardDraft(String id) {
    transactions.executeWithoutResult(
        tx -> {
          var row = row(id);
          row.draftXml = null;
          row.draftRevision++;
          versions
              .findFirstByKeyFlowIdOrderByKeyVersionDesc(id)
              .flatMap(newest -> lint.outline(newest.xml))
              .ifPresent(outline -> row.title = outline.title());
          flows.save(row);
        });
  }

  /** Makes sure that the engine has the newest release of each flow, after a start. */
  void deployReleased() {
    for (var flow : flows.findAll()) {
      versions.findFirstByKeyFlowIdOrderByKeyVersionDesc(flow.id).ifPresent(this::deployAgain);
    }
  }

  /** One that the engine refuses by now must not keep the others from running. */
  private void deployAgain(FlowVersionRow row) {
    try {
      var deployed = engine.deploy(row.key.flowId() + ".bpmn", row.xml);
      if (row.processKey == null || row.processKey != deployed.processKey()) {
        row.processKey = deployed.processKey();
        row.engineVersion = deployed.version();
        versions.save(row);
      }
    } catch (EngineTrouble.Refused refused) {
      log.error(
          "The engine refuses the released flow {}; release a mended draft: {}",
          row.key.flowId(),
          refused.getMessage());
    }
  }

  /** Puts a shipped flow in place and releases it, also where a kill came between the two. */
  void ship(String xml) {
    var outline = lint.outline(xml).orElseThrow();
    String id = outline.processId();
    var there = flows.findById(id);
    if (there.isPresent()
        && (!there.get().shipped
            || versions.findFirstByKeyFlowIdOrderByKeyVersionDesc(id).isPresent())) {
      return;
    }
    var row = there.orElseGet(FlowRow::new);
    row.id = id;
    row.title = outline.title();
    row.shipped = true;
    row.draftXml = xml;
    row.draftRevision = 1;
    row.draftSavedAt = Instant.now();
    flows.save(row);
    release(row.id, "Continuo", "Came with the product");
  }

  private ProcessEngine.DeployedProcess deploy(String id, String xml) {
    try {
      return engine.deploy(id + ".bpmn", xml);
    } catch (EngineTrouble.Refused refused) {
      throw new FlowRefused(
          List.of(
              Finding.error(
                  "engine-refused",
                  id,
                  "The process engine does not accept the process.",
                  String.valueOf(refused.getMessage()),
                  "Mend what it names and release again.")));
    }
  }

  private FlowRow row(String id) {
    return flows.findById(id).orElseThrow(() -> new FlowNotFound(id));
  }

  private Flow withVersions(FlowRow row) {
    return new Flow(
        row.id,
        row.title,
        row.shipped,
        row.draftXml == null ? "" : row.draftXml,
        row.draftRevision,
        row.draftSavedAt,
        versions.findByKeyFlowIdOrderByKeyVersionDesc(row.id).stream()
            .map(FlowVersionRow::toVersion)
            .toList());
  }

  static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
