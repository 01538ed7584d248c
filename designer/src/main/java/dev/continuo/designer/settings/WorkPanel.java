package dev.continuo.designer.settings;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.timepicker.TimePicker;
import dev.continuo.runtime.setting.Settings;
import dev.continuo.runtime.setting.WorkSettings;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Objects;

/** Who signs, and when they work. */
final class WorkPanel extends Div {
  private final Settings settings;
  private final TextField name = new TextField("Your name");
  private final TextField company = new TextField("Company");
  private final EmailField email = new EmailField("E-mail");
  private final CheckboxGroup<DayOfWeek> days = new CheckboxGroup<>("Working days");
  private final TimePicker from = new TimePicker("From");
  private final TimePicker to = new TimePicker("To");
  private final ComboBox<String> zone = new ComboBox<>("Time zone");
  private final IntegerField slot = new IntegerField("Length of a meeting");
  private final IntegerField reminder = new IntegerField("Remind after");

  WorkPanel(Settings settings) {
    this.settings = settings;
    addClassName("panel");
    name.setHelperText("Signs your answers");
    email.setHelperText("The sender of your answers");
    days.setItems(DayOfWeek.values());
    days.setItemLabelGenerator(day -> day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH));
    from.setLocale(Locale.GERMANY);
    to.setLocale(Locale.GERMANY);
    zone.setItems(
        ZoneId.getAvailableZoneIds().stream().filter(WorkPanel::isPlace).sorted().toList());
    slot.setSuffixComponent(new Div("min"));
    slot.setHelperText("Offered in answers to new leads");
    reminder.setSuffixComponent(new Div("days"));
    reminder.setHelperText("Without a reply, a reminder is drafted for your word");
    reminder.setMin(1);
    show(settings.work());

    add(
        new H2("You and your business"),
        form(name, company, email),
        new H2("When you work"),
        days,
        form(from, to, zone, slot, reminder),
        new Saved(this::save));
  }

  private void show(WorkSettings work) {
    name.setValue(work.ownerName());
    company.setValue(work.company());
    email.setValue(work.ownerEmail());
    days.setValue(work.days());
    from.setValue(work.from());
    to.setValue(work.to());
    zone.setValue(work.zone().getId());
    slot.setValue(work.slotMinutes());
    reminder.setValue((int) Math.max(1, work.reminderAfter().toDays()));
  }

  private void save() {
    WorkSettings before = settings.work();
    boolean sameDays = reminder.getValue() == (int) Math.max(1, before.reminderAfter().toDays());
    settings.save(
        new WorkSettings(
            name.getValue().strip(),
            email.getValue().strip(),
            company.getValue().strip(),
            zone.getValue() == null ? before.zone() : ZoneId.of(zone.getValue()),
            Objects.requireNonNullElse(from.getValue(), LocalTime.MIDNIGHT),
            Objects.requireNonNullElse(to.getValue(), LocalTime.MIDNIGHT),
            days.getValue(),
            Objects.requireNonNullElse(slot.getValue(), 0),
            sameDays ? before.reminderAfter() : days(reminder.getValue())));
  }

  private static Duration days(Integer days) {
    return Duration.ofDays(Objects.requireNonNullElse(days, 0));
  }

  private static boolean isPlace(String id) {
    return id.equals("UTC")
        || id.matches(
            "(Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.*");
  }

  static FormLayout form(com.vaadin.flow.component.Component... fields) {
    FormLayout form = new FormLayout(fields);
    form.setResponsiveSteps(
        new FormLayout.ResponsiveStep("0", 1), new FormLayout.ResponsiveStep("440px", 2));
    return form;
  }
}
