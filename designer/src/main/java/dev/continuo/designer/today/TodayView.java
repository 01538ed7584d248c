package dev.continuo.designer.today;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.continuo.designer.shell.Blank;
import dev.continuo.designer.shell.Glyph;
import dev.continuo.designer.shell.PageHead;
import dev.continuo.designer.shell.Shell;
import dev.continuo.runtime.setting.Settings;
import jakarta.annotation.security.PermitAll;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** In ten seconds: what needs me, what I promised, what ran alone. */
@Route(value = "", layout = Shell.class)
@PageTitle("Today · Continuo")
@PermitAll
class TodayView extends Div {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.ENGLISH);

  TodayView(Settings settings) {
    addClassName("column");
    add(
        new PageHead("Today", LocalDate.now(settings.work().zone()).format(DAY)),
        new Blank(
            Glyph.TODAY,
            "Nothing needs you",
            "Mails that arrive, answers that wait for your word and promises that fall due will"
                + " stand here."));
  }
}
