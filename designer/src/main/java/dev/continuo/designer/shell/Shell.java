package dev.continuo.designer.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;

/**
 * The frame of every page behind the login: navigation at the left (at the bottom on a phone),
 * search, health and light or dark at the top. A page names it as its {@code layout}.
 */
@PermitAll
public class Shell extends Div implements RouterLayout, AfterNavigationObserver {
  private static final int BAR_PLACES = 3;

  private final AuthenticationContext login;
  private final List<NavLink> links = new ArrayList<>();
  private final Main content = new Main();
  private final Nav sheet = new Nav();
  private final HealthDot health;
  private final Palette palette;
  private final Button scheme = quiet(Glyph.MOON, "Dark");

  Shell(
      AuthenticationContext login,
      ObjectProvider<Destination> destinations,
      ObjectProvider<PaletteSource> sources,
      Health health,
      Pulse pulse) {
    this.login = login;
    this.health = new HealthDot(health);
    List<Destination> pages =
        destinations.stream().sorted(Comparator.comparingInt(Destination::order)).toList();
    List<PaletteSource> searched = new ArrayList<>(List.of(new Pages(pages)));
    searched.addAll(sources.orderedStream().toList());
    this.palette = new Palette(searched);

    addClassName("frame");
    content.addClassName("content");
    content.setId("content");
    Div stage = new Div(top(), content);
    stage.addClassName("stage");
    add(skipLink(), rail(pages), stage, bar(pages), sheet(pages));
    Shortcuts.addShortcutListener(this, palette::show, Key.KEY_K, KeyModifier.CONTROL);
    pulse.follow(this, EnumSet.allOf(Topic.class), this::refresh);
    LatePickers.watch(this);
    showScheme(Scheme.of(VaadinService.getCurrentRequest()));
  }

  @Override
  public void showRouterLayoutContent(HasElement page) {
    content.removeAll();
    content.getElement().appendChild(page.getElement());
  }

  @Override
  public void afterNavigation(AfterNavigationEvent event) {
    String first = event.getLocation().getFirstSegment();
    links.forEach(link -> link.mark(first));
    sheet.removeClassName("open");
    refresh();
  }

  private void refresh() {
    links.forEach(NavLink::refresh);
    health.refresh();
  }

  private static Anchor skipLink() {
    Anchor skip = new Anchor("#content", "Skip to content");
    skip.addClassName("skip");
    skip.setRouterIgnore(true);
    return skip;
  }

  private Nav rail(List<Destination> pages) {
    Nav rail = new Nav(Brand.wordmark());
    rail.addClassName("rail");
    rail.getElement().setAttribute("aria-label", "Pages");
    pages.stream().filter(page -> !page.below()).forEach(page -> rail.add(link(page)));
    Div gap = new Div();
    gap.addClassName("gap");
    rail.add(gap);
    pages.stream().filter(Destination::below).forEach(page -> rail.add(link(page)));
    return rail;
  }

  private Nav bar(List<Destination> pages) {
    Nav bar = new Nav();
    bar.addClassName("bar");
    bar.getElement().setAttribute("aria-label", "Pages");
    pages.stream()
        .filter(page -> !page.below())
        .limit(BAR_PLACES)
        .forEach(page -> bar.add(link(page)));
    NativeButton more = new NativeButton();
    more.add(Glyph.MORE.icon(), new Span("More"));
    more.addClassName("nav-link");
    more.addClickListener(click -> sheet.setClassName("open", !sheet.hasClassName("open")));
    bar.add(more);
    return bar;
  }

  private Nav sheet(List<Destination> pages) {
    sheet.addClassName("sheet");
    sheet.getElement().setAttribute("aria-label", "More pages");
    pages.stream()
        .filter(page -> page.below() || pages.indexOf(page) >= BAR_PLACES)
        .forEach(page -> sheet.add(link(page)));
    return sheet;
  }

  private NavLink link(Destination page) {
    NavLink link = new NavLink(page);
    links.add(link);
    return link;
  }

  private Header top() {
    Span hint = new Span("Ctrl K");
    hint.addClassName("kbd");
    Button search = new Button("Search", Glyph.SEARCH.icon(), click -> palette.show());
    search.addThemeVariants(ButtonVariant.TERTIARY);
    search.addClassName("search");
    search.setSuffixComponent(hint);
    Div gap = new Div();
    gap.addClassName("gap");
    scheme.addClickListener(click -> switchScheme());
    Button leave = quiet(Glyph.LEAVE, "Log out");
    leave.addClickListener(click -> login.logout());
    Component brand = Brand.wordmark();
    Header top = new Header(brand, search, gap, health, scheme, leave);
    top.addClassName("top");
    return top;
  }

  private void switchScheme() {
    UI ui = UI.getCurrent();
    ui.getPage()
        .executeJs(
            "return getComputedStyle(document.documentElement).colorScheme + '|' +"
                + " matchMedia('(prefers-color-scheme: dark)').matches")
        .then(
            String.class,
            now -> {
              boolean dark = now.startsWith("dark|") || now.equals("light dark|true");
              Scheme next = dark ? Scheme.LIGHT : Scheme.DARK;
              next.apply(ui);
              showScheme(next);
            });
  }

  private void showScheme(Scheme now) {
    boolean dark = now == Scheme.DARK;
    scheme.setIcon((dark ? Glyph.SUN : Glyph.MOON).icon());
    scheme.setAriaLabel(dark ? "Light" : "Dark");
    scheme.setTooltipText(dark ? "Light" : "Dark");
  }

  private static Button quiet(Glyph glyph, String words) {
    Button button = new Button(glyph.icon());
    button.addThemeVariants(ButtonVariant.TERTIARY);
    button.addClassName("quiet");
    button.setAriaLabel(words);
    button.setTooltipText(words);
    return button;
  }
}
