package dev.continuo.designer.budget;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import dev.continuo.designer.shell.Blank;
import dev.continuo.designer.shell.Drawer;
import dev.continuo.designer.shell.Glyph;
import dev.continuo.designer.shell.PageHead;
import dev.continuo.designer.shell.Shell;
import dev.continuo.ontology.memory.Memory;
import dev.continuo.runtime.budget.Bill;
import dev.continuo.runtime.budget.Bills;
import dev.continuo.runtime.budget.Round;
import dev.continuo.runtime.budget.RoundFilter;
import dev.continuo.runtime.flow.Flow;
import dev.continuo.runtime.flow.Flows;
import dev.continuo.runtime.setting.Settings;
import jakarta.annotation.security.PermitAll;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The bill that cannot surprise: the month, where it will end, and what each part is made of. */
@Route(value = "money", layout = Shell.class)
@PageTitle("Money · Continuo")
@StyleSheet("context://continuo-money.css")
@PermitAll
class MoneyView extends Div implements BeforeEnterObserver {
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMMM yyyy", Locale.ENGLISH);
  private static final int ROUNDS = 200;

  private final Bills bills;
  private final Settings settings;
  private final ClientNames clients;
  private final Map<String, String> flows;
  private final ZoneId zone;
  private final Button earlier = new Button("Earlier", click -> go(-1));
  private final Button later = new Button("Later", click -> go(1));
  private final PageHead head =
      new PageHead("Money", "", earlier, later, new Anchor("settings", "Plan and models"));
  private final Div body = new Div();
  private final Drawer drawer = new Drawer();
  private YearMonth month;

  MoneyView(Bills bills, Settings settings, Memory memory, Flows flows) {
    this.bills = bills;
    this.settings = settings;
    this.clients = new ClientNames(memory);
    this.flows = flows.list().stream().collect(Collectors.toMap(Flow::id, Flow::title));
    this.zone = settings.work().zone();
    this.month = bills.thisMonth();
    earlier.addThemeVariants(ButtonVariant.TERTIARY);
    later.addThemeVariants(ButtonVariant.TERTIARY);
    addClassNames("column", "money");
    body.addClassName("money-body");
    add(head, body, drawer);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    event.getLocation().getQueryParameters().getSingleParameter("month").ifPresent(this::read);
    show();
  }

  private void read(String word) {
    try {
      month = YearMonth.parse(word);
    } catch (DateTimeException unreadable) {
      month = bills.thisMonth();
    }
  }

  private void go(int months) {
    month = month.plusMonths(months);
    getUI()
        .ifPresent(
            ui ->
                ui.getPage()
                    .getHistory()
                    .replaceState(
                        null,
                        new Location("money", QueryParameters.of("month", month.toString()))));
    show();
  }

  private void show() {
    later.setEnabled(month.isBefore(bills.thisMonth()));
    drawer.close();
    body.removeAll();
    Bill bill = bills.of(month);
    boolean nothing = bill.gone() == 0 && bill.rounds() == 0 && bill.refused() == 0;
    head.setLine(month.format(MONTH));
    if (nothing && !settings.models().any()) {
      body.add(
          new Blank(
              Glyph.COIN,
              "Nothing can cost",
              "There is no language model, so nothing is asked of one and no bill can come. With a"
                  + " model, what it costs stands here: the month beside your plan, by client, by"
                  + " flow and by tier.",
              new Anchor("settings", "Set up a model")));
      return;
    }
    body.add(monthPanel(bill), both(new StandingList(bills.standing()), new DayColumns(bill)));
    if (bill.rounds() > 0) {
      body.add(
          both(
              new Parts(
                  "By client",
                  bill.byClient(),
                  clients::of,
                  (words, part) -> open(words, narrowed(part.key(), null, null, null))),
              new Parts(
                  "By flow",
                  bill.byFlow(),
                  this::flow,
                  (words, part) -> open(words, narrowed(null, part.key(), null, null)))),
          both(
              new Parts(
                  "By tier",
                  bill.byTier(),
                  MoneyView::capital,
                  (words, part) -> open(words, narrowed(null, null, part.key(), null))),
              new Parts(
                  "By model",
                  bill.byModel(),
                  model -> model,
                  (words, part) -> open(words, narrowed(null, null, null, part.key())))));
    }
  }

  private Div monthPanel(Bill bill) {
    Button rounds =
        new Button(
            bill.rounds() == 1 ? "1 round" : "%,d rounds".formatted(bill.rounds()),
            click -> open("All rounds", RoundFilter.of(month)));
    rounds.addThemeVariants(ButtonVariant.TERTIARY);
    Div made = new Div(rounds);
    made.addClassName("tags");
    if (bill.refused() > 0) {
      Span refused =
          new Span(
              bill.refused() == 1
                  ? "1 round held back by a cap"
                  : "%,d rounds held back by caps".formatted(bill.refused()));
      refused.addClassNames("tag", "amber");
      made.add(refused);
    }
    if (bill.told() > 0) {
      Span told = new Span(Euros.of(bill.told()) + " told by other programs");
      told.addClassNames("soft", "small");
      made.add(told);
    }
    if (bill.reserved() > 0) {
      Span open = new Span("at most " + Euros.of(bill.reserved()) + " under way");
      open.addClassNames("soft", "small");
      made.add(open);
    }
    Div panel =
        new Div(
            new H2(month.format(MONTH)), new Span(MonthBar.words(bill)), new MonthBar(bill), made);
    panel.addClassNames("panel", "month");
    return panel;
  }

  private RoundFilter narrowed(
      @Nullable String client,
      @Nullable String flow,
      @Nullable String tier,
      @Nullable String model) {
    return new RoundFilter(month, null, client, flow, tier, model);
  }

  private void open(String title, RoundFilter filter) {
    List<Round> rounds = bills.rounds(filter, ROUNDS);
    var lines = rounds.stream().<Component>map(round -> new RoundLine(round, zone)).toList();
    drawer.show(title, lines.toArray(Component[]::new));
  }

  private String flow(String id) {
    return id.isEmpty() ? "Asked by you" : flows.getOrDefault(id, id);
  }

  private static String capital(String word) {
    return word.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }

  private static Div both(Component one, Component other) {
    Div both = new Div(one, other);
    both.addClassName("money-both");
    return both;
  }
}
