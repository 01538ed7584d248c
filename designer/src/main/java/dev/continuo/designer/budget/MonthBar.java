package dev.continuo.designer.budget;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.continuo.runtime.budget.Bill;
import java.util.Locale;

/** The month as one bar: what is gone, where the plan ends, and the band it may end in. */
final class MonthBar extends Div {
  MonthBar(Bill bill) {
    addClassName("month-bar");
    var forecast = bill.forecast();
    double whole = 1.04 * Math.max(bill.plan(), forecast == null ? bill.gone() : forecast.high());
    Div track = new Div();
    track.addClassName("month-track");
    track.getElement().setAttribute("role", "img");
    track.getElement().setAttribute("aria-label", words(bill));
    if (forecast != null) {
      track.add(
          part("month-band", forecast.low() / whole, (forecast.high() - forecast.low()) / whole));
    }
    track.add(part("month-spent" + over(bill), 0, (bill.spent() + bill.told()) / whole));
    if (bill.reserved() > 0) {
      track.add(
          part("month-reserved", (bill.spent() + bill.told()) / whole, bill.reserved() / whole));
    }
    track.add(part("month-plan", bill.plan() / whole, 0));
    if (forecast != null) {
      track.add(part("month-middle", forecast.middle() / whole, 0));
    }
    Div scale = new Div();
    scale.addClassName("month-scale");
    Span plan = new Span("Plan " + Euros.of(bill.plan()));
    plan.addClassName("month-label");
    plan.getStyle().set("--at", percent(bill.plan() / whole));
    scale.add(plan);
    add(track, scale);
  }

  private static String over(Bill bill) {
    return bill.gone() > bill.plan() ? " over" : "";
  }

  /** The same in words; beside the bar and for whoever does not see it. */
  static String words(Bill bill) {
    var words = new StringBuilder();
    words.append(Euros.of(bill.gone())).append(" of ").append(Euros.of(bill.plan()));
    words.append(" gone, ").append(Euros.share(bill.gone(), bill.plan())).append(" of the plan.");
    var forecast = bill.forecast();
    if (forecast != null) {
      words.append(" At this pace the month ends between ").append(Euros.of(forecast.low()));
      words.append(" and ").append(Euros.of(forecast.high())).append('.');
    }
    return words.toString();
  }

  private static Div part(String names, double from, double width) {
    Div part = new Div();
    part.setClassName(names);
    part.getStyle().setLeft(percent(from)).setWidth(percent(width));
    return part;
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.2f%%", 100 * share);
  }
}
