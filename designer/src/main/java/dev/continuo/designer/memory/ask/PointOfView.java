package dev.continuo.designer.memory.ask;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import dev.continuo.ontology.recall.Mode;
import dev.continuo.ontology.recall.Question;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** From when a question is answered: as its words say, now, as it was, as it was believed. */
final class PointOfView extends Div {
  private enum View {
    WORDS("As the question says"),
    NOW("Now"),
    THEN("As it was on"),
    BELIEVED("As we believed on");

    private final String words;

    View(String words) {
      this.words = words;
    }
  }

  private final ZoneId zone;
  private final Select<View> view = new Select<>();
  private final DatePicker day = new DatePicker();

  PointOfView(ZoneId zone) {
    this.zone = zone;
    addClassName("ask-view");
    view.setItems(View.values());
    view.setItemLabelGenerator(v -> v.words);
    view.setValue(View.WORDS);
    view.setAriaLabel("Point of view");
    view.setWidth("14em");
    day.setAriaLabel("Day");
    day.setMax(LocalDate.now(zone));
    day.setValue(LocalDate.now(zone).minusMonths(1));
    day.setVisible(false);
    view.addValueChangeListener(change -> day.setVisible(dated()));
    add(view, day);
  }

  private boolean dated() {
    return view.getValue() == View.THEN || view.getValue() == View.BELIEVED;
  }

  Question question(String text) {
    var question = Question.of(text).in(zone);
    LocalDate date = day.getValue() == null ? LocalDate.now(zone) : day.getValue();
    var end = date.atTime(LocalTime.MAX).atZone(zone).toInstant();
    return switch (view.getValue()) {
      case WORDS -> question;
      case NOW -> question.from(Mode.CURRENT, null);
      case THEN -> question.from(Mode.VALID_AT, end);
      case BELIEVED -> question.from(Mode.BELIEVED_AT, end);
    };
  }
}
