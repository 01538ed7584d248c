package dev.continuo.designer.budget;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import dev.continuo.runtime.budget.Bill;
import dev.continuo.runtime.budget.Bill.Day;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;

/** What each day of the month cost, the dearest named. */
final class DayColumns extends Div {
  DayColumns(Bill bill) {
    addClassNames("panel", "days");
    Map<LocalDate, Long> spent =
        bill.days().stream().collect(Collectors.toMap(Day::day, Day::micros));
    long most = Math.max(1, spent.values().stream().mapToLong(Long::longValue).max().orElse(1));
    Div columns = new Div();
    columns.addClassName("day-columns");
    for (int n = 1; n <= bill.month().lengthOfMonth(); n++) {
      long micros = spent.getOrDefault(bill.month().atDay(n), 0L);
      Div bar = new Div();
      bar.getStyle().setHeight(Math.ceilDiv(100 * micros, most) + "%");
      Span day = new Span(n == 1 || n % 5 == 0 ? String.valueOf(n) : "");
      Div column = new Div(new Div(bar), day);
      column.setTitle("%s: %s".formatted(bill.month().atDay(n), Euros.of(micros)));
      column.addClassName("day-column");
      columns.add(column);
    }
    Span dearest = new Span("The dearest day cost " + Euros.of(most == 1 ? 0 : most) + ".");
    dearest.addClassNames("soft", "small");
    add(new H2("By day"), columns, dearest);
  }
}
