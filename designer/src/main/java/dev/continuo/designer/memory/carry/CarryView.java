package dev.continuo.designer.memory.carry;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import dev.continuo.designer.memory.Hand;
import dev.continuo.designer.memory.MemoryPlaces;
import dev.continuo.designer.memory.MemoryPlaces.Place;
import dev.continuo.designer.shell.PageHead;
import dev.continuo.designer.shell.Shell;
import dev.continuo.ontology.exchange.Exchange;
import dev.continuo.ontology.memory.Memory;
import dev.continuo.runtime.setting.Settings;
import jakarta.annotation.security.PermitAll;

/** All of memory out of the house, and files into it. */
@Route(value = "memory/carry", layout = Shell.class)
@PageTitle("Out and in · Continuo")
@StyleSheet("context://continuo-editors.css")
@StyleSheet("context://continuo-memory.css")
@PermitAll
class CarryView extends Div {
  CarryView(Exchange exchange, Memory memory, Settings settings, AuthenticationContext login) {
    addClassNames("column", "memory");
    Div both =
        new Div(
            new ExportPanel(exchange),
            new ImportPanel(exchange, Hand.of(memory, settings, login).who()),
            new LinksPanel(memory));
    both.addClassName("carry");
    add(
        new PageHead("Out and in", "Memory is yours: it leaves whole, and comes back whole"),
        new MemoryPlaces(Place.CARRY),
        both);
  }
}
