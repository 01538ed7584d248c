package dev.continuo.designer.decision;

import com.vaadin.flow.component.html.Div;
import dev.continuo.designer.shell.Toast;
import dev.continuo.rules.document.ModelDocument;
import dev.continuo.rules.document.UnreadableModel;
import dev.continuo.rules.sheet.Sheets;
import dev.continuo.rules.table.Gap;
import dev.continuo.runtime.decision.DraftText;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** What the page does to a draft for its owner: rows for gaps, values, whole spreadsheets. */
final class DraftEdits {
  private final TableFrame frame;
  private final Supplier<DraftText> draft;
  private final Predicate<String> keep;
  private final PickLists pickLists;
  private final Div notices;

  /**
   * Edits through the page.
   *
   * @param keep saves a text; false where it could not
   */
  DraftEdits(
      TableFrame frame,
      Supplier<DraftText> draft,
      Predicate<String> keep,
      PickLists pickLists,
      Div notices) {
    this.frame = frame;
    this.draft = draft;
    this.keep = keep;
    this.pickLists = pickLists;
    this.notices = notices;
  }

  void addRow(Gap gap) {
    typedFirst(
        () ->
            show(
                ModelDocument.open(draft.get().xml())
                    .withRow(gap.decisionId(), gap.conditions())
                    .xml(),
                "The row is there. Say what it answers."));
  }

  void askValues() {
    typedFirst(
        () -> {
          try {
            PickListDialog.open(
                pickLists.of(draft.get().tableId(), draft.get().xml()), this::offer);
          } catch (UnreadableModel broken) {
            Toast.show("The draft cannot be read as it stands.");
          }
        });
  }

  /** Takes a spreadsheet as the draft; what of it does not map is said. */
  void take(String name, byte[] file) {
    var read = Sheets.read(name, file, Optional.of(draft.get().xml()));
    read.dmnXml().ifPresent(xml -> show(xml, "The spreadsheet is your draft now."));
    if (!read.findings().isEmpty()) {
      notices.add(new FindingList(read.findings()));
    }
  }

  /** Takes an older version as the draft. */
  void take(String xml) {
    show(xml, "That version is your draft now. Release it to make it answer.");
  }

  private void offer(Map<PickLists.Column, Set<String>> words) {
    String more = draft.get().xml();
    for (var column : words.entrySet()) {
      more = PickLists.with(more, column.getKey(), column.getValue());
    }
    if (!words.isEmpty()) {
      show(more, "Cells of these columns offer their values now.");
    }
  }

  private void typedFirst(Runnable then) {
    frame.current(
        (xml, edited) -> {
          if (!edited || keep.test(xml)) {
            then.run();
          }
        });
  }

  private void show(String xml, String done) {
    if (keep.test(xml)) {
      frame.open(xml);
      Toast.show(done);
    }
  }
}
