package dev.continuo.designer.memory.client;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.RangeInput;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One day on a line of days: a date to type and a slider to pull. No day is now. */
final class DayPick extends Div {
  private final DatePicker date;
  private final RangeInput slider = new RangeInput();
  private boolean setting;

  DayPick(String label, String help, Runnable changed) {
    addClassName("day-pick");
    date = new DatePicker(label);
    date.setLocale(Locale.UK);
    date.setPlaceholder("now");
    date.setHelperText(help);
    date.setClearButtonVisible(true);
    slider.setStep(1.0);
    slider.getElement().setAttribute("aria-label", label + ", slider");
    date.addValueChangeListener(
        change -> {
          if (!setting) {
            follow();
            changed.run();
          }
        });
    slider.addValueChangeListener(
        change -> {
          Double days = change.getValue();
          if (!setting && days != null) {
            setting = true;
            date.setValue(LocalDate.ofEpochDay(days.longValue()));
            setting = false;
            changed.run();
          }
        });
    add(date, slider);
  }

  /** The days that can be looked at. */
  void span(LocalDate first, LocalDate last) {
    LocalDate from = first.isBefore(last) ? first : last.minusDays(1);
    date.setMin(from);
    date.setMax(last);
    slider.setMin(from.toEpochDay());
    slider.setMax(last.toEpochDay());
    follow();
  }

  @Nullable LocalDate day() {
    return date.isInvalid() ? null : date.getValue();
  }

  void set(@Nullable LocalDate day) {
    setting = true;
    date.setValue(day);
    setting = false;
    follow();
  }

  private void follow() {
    LocalDate day = date.getValue();
    setting = true;
    slider.setValue(day == null ? slider.getMax() : (double) day.toEpochDay());
    setting = false;
  }
}
