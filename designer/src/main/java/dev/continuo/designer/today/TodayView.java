package dev.continuo.designer.today;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import dev.continuo.designer.people.Owner;
import dev.continuo.designer.run.RunLine;
import dev.continuo.designer.run.RunWords;
import dev.continuo.designer.shell.Blank;
import dev.continuo.designer.shell.Glyph;
import dev.continuo.designer.shell.Moments;
import dev.continuo.designer.shell.PageHead;
import dev.continuo.designer.shell.Pulse;
import dev.continuo.designer.shell.Shell;
import dev.continuo.designer.shell.Topic;
import dev.continuo.ontology.memory.Fact;
import dev.continuo.runtime.approval.Approvals;
import dev.continuo.runtime.approval.Card;
import dev.continuo.runtime.approval.CardKind;
import dev.continuo.runtime.connector.mail.MailIntake;
import dev.continuo.runtime.journal.RunFilter;
import dev.continuo.runtime.journal.RunSummary;
import dev.continuo.runtime.journal.Runs;
import dev.continuo.runtime.setting.Settings;
import jakarta.annotation.security.PermitAll;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** In ten seconds: what needs me, what I promised, what ran alone. */
@Route(value = "", layout = Shell.class)
@PageTitle("Today · Continuo")
@PermitAll
class TodayView extends Div {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.ENGLISH);
  private static final int CARDS = 6;
  private static final int RUNS = 6;

  private final Approvals approvals;
  private final Runs runs;
  private final RunWords words;
  private final Recollection recollection;
  private final Settings settings;
  private final ZoneId zone;

  private final PageHead head = new PageHead("Today", "");
  private final Div figures = new Div();
  private final Div needs = new Div();
  private final Div ran = new Div();
  private final Div promised = new Div();
  private final Div learned = new Div();

  TodayView(
      Approvals approvals,
      Runs runs,
      RunWords words,
      Recollection recollection,
      MailIntake intake,
      Settings settings,
      AuthenticationContext login,
      Pulse pulse) {
    this.approvals = approvals;
    this.runs = runs;
    this.words = words;
    this.recollection = recollection;
    this.settings = settings;
    this.zone = settings.work().zone();
    addClassNames("column", "today");
    login
        .getAuthenticatedUser(Owner.class)
        .ifPresent(owner -> head.setTitle("Today, " + owner.firstName()));
    figures.addClassName("figures");
    needs.addClassName("needs");
    for (Div panel : List.of(ran, promised, learned)) {
      panel.addClassName("panel");
    }
    Div main = new Div(needs, ran);
    Div side = new Div(promised, learned, new MailDrop(intake));
    main.addClassName("today-main");
    side.addClassName("today-side");
    Div both = new Div(main, side);
    both.addClassName("today-both");
    add(head, figures, both);
    pulse.follow(this, Set.of(Topic.CARDS, Topic.RUNS, Topic.FACTS), this::refresh);
    refresh();
  }

  private void refresh() {
    head.setLine(LocalDate.now(zone).format(DAY));
    List<RunSummary> recent = runs.list(RunFilter.ALL, null, 200).runs();
    List<RunSummary> sinceYesterday =
        recent.stream()
            .filter(
                run ->
                    !run.startedAt()
                        .isBefore(LocalDate.now(zone).minusDays(1).atStartOfDay(zone).toInstant()))
            .toList();
    List<Promise> promises = recollection.promises(settings.work());
    figures(promises, sinceYesterday);
    needs();
    ran(sinceYesterday);
    promised(promises);
    learned();
  }

  private void figures(List<Promise> promises, List<RunSummary> sinceYesterday) {
    int asking = approvals.count();
    long due =
        promises.stream()
            .filter(promise -> promise.byOwner() && promise.dueBy(LocalDate.now(zone)))
            .count();
    long alone = sinceYesterday.stream().filter(run -> run.state().ended()).count();
    figures.removeAll();
    figures.add(
        figure(asking, asking == 1 ? "needs you" : "need you", "inbox"),
        figure(due, due == 1 ? "promise due today" : "promises due today", ""),
        figure(
            alone,
            alone == 1 ? "run ended since yesterday" : "runs ended since yesterday",
            "runs"));
  }

  private static Div figure(long number, String words, String path) {
    Span count = new Span(String.valueOf(number));
    count.addClassName("figure-number");
    Span label = new Span(words);
    Div figure = path.isEmpty() ? new Div(count, label) : new Div(new Anchor(path, count, label));
    figure.addClassName("figure");
    return figure;
  }

  private void needs() {
    needs.removeAll();
    List<Card> cards = approvals.open(EnumSet.allOf(CardKind.class), CARDS, 0);
    if (cards.isEmpty()) {
      needs.add(
          new Blank(
              Glyph.CHECK,
              "Nothing needs you",
              "Answers that wait for your word and everything that got stuck will stand here."));
      return;
    }
    cards.forEach(card -> needs.add(new NeedLine(card, zone)));
    int more = approvals.count() - cards.size();
    if (more > 0) {
      needs.add(new Anchor("inbox", more == 1 ? "1 more" : more + " more"));
    }
  }

  private void ran(List<RunSummary> sinceYesterday) {
    ran.removeAll();
    ran.add(new H2("Since yesterday"));
    if (sinceYesterday.isEmpty()) {
      ran.add(soft("Nothing has run since yesterday."));
    }
    sinceYesterday.stream().limit(RUNS).forEach(run -> ran.add(new RunLine(run, words, zone)));
    if (sinceYesterday.size() > RUNS) {
      ran.add(new Anchor("runs", "All runs"));
    }
  }

  private void promised(List<Promise> promises) {
    promised.removeAll();
    promised.add(new H2("Promised by you"));
    promises(promises.stream().filter(Promise::byOwner).toList(), "No promise of yours is open.");
    promised.add(new H2("Owed to you"));
    promises(
        promises.stream().filter(promise -> !promise.byOwner()).toList(),
        "Nobody owes you a word.");
  }

  private void promises(List<Promise> promises, String none) {
    if (promises.isEmpty()) {
      promised.add(soft(none));
    }
    LocalDate today = LocalDate.now(zone);
    for (Promise promise : promises) {
      Span due = new Span(promise.words(today));
      due.setClassName("tag " + (promise.dueBy(today) ? "amber" : ""));
      due.setTitle(Moments.exact(promise.due(), zone));
      Div line = new Div(new Span(promise.what()), due);
      line.addClassName("side-line");
      promised.add(line);
    }
  }

  private void learned() {
    learned.removeAll();
    learned.add(new H2("Lately remembered"));
    List<Fact> facts = recollection.latest();
    if (facts.isEmpty()) {
      learned.add(soft("What mails say about people and their plans, each with its sentence."));
    }
    for (Fact fact : facts) {
      Span when = Moments.when(fact.recordedFrom(), zone);
      when.addClassNames("soft", "small");
      Span sentence = new Span(fact.sentence());
      if (!fact.quote().isBlank()) {
        sentence.setTitle("\u201c" + fact.quote() + "\u201d");
      }
      Div line = new Div(sentence, when);
      line.addClassName("side-line");
      learned.add(line);
    }
  }

  private static Span soft(String words) {
    Span span = new Span(words);
    span.addClassName("soft");
    return span;
  }
}
