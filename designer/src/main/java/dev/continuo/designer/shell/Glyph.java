package dev.continuo.designer.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Svg;

/** The line icons of the house, drawn on a 20 px grid with one stroke. */
public enum Glyph {
  TODAY("M4 5.5h12v11H4zM4 8.5h12M7 3.5v3M13 3.5v3M7.5 12.5l1.8 1.8 3.4-3.6"),
  INBOX("M3.5 11.5 5.5 4.5h9l2 7v4.5h-13zM3.5 11.5h4l1 2h3l1-2h4"),
  MEMORY(
      "M10 6.2a1.9 1.9 0 1 0 0-.1M5 15.8a1.9 1.9 0 1 0 0-.1M15 15.8a1.9 1.9 0 1 0 0-.1M9 8 6 14M11 8l3 6M7 15.9h6"),
  FLOWS("M3 10h3M14 10h3M6 7.5h3.5v5H6zM9.5 10h2M11.5 10l1.5-2.5L14.5 10 13 12.5z"),
  RULES("M3.5 4.5h13v11h-13zM3.5 8h13M8 4.5v11M10.5 11.5h3.5"),
  RUNS("M3.5 5h9M3.5 10h6M3.5 15h4M12 9.5l5 3.2-5 3.2z"),
  SETTINGS("M3.5 6h7M14.5 6h2M3.5 14h2M9.5 14h7M12.5 4.2v3.6M7.5 12.2v3.6"),
  SEARCH("M9 14.2a5.2 5.2 0 1 0-.1 0M12.8 12.8 16.5 16.5"),
  SUN(
      "M10 13a3 3 0 1 0-.1 0M10 3v1.6M10 15.4V17M3 10h1.6M15.4 10H17M5 5l1.2 1.2M13.8 13.8 15 15M15 5l-1.2 1.2M6.2 13.8 5 15"),
  MOON("M15.8 12.2A6.3 6.3 0 0 1 7.8 4.2a6.3 6.3 0 1 0 8 8z"),
  MORE("M4.5 6h11M4.5 10h11M4.5 14h11"),
  MAIL("M3.5 5.5h13v9h-13zM3.5 6.5 10 11l6.5-4.5"),
  LEAVE("M8.5 4H4.5v12h4M8 10h8.5M13.5 7l3 3-3 3"),
  CLOSE("M5.5 5.5l9 9M14.5 5.5l-9 9"),
  CHECK("M4.5 10.5l3.8 3.8 7.4-8"),
  ALERT("M10 4 17 16H3zM10 8.5v3.6M10 13.9v.2"),
  PERSON("M10 9.5a2.8 2.8 0 1 0-.1 0M4.5 16.5c.6-3.4 2.8-4.8 5.5-4.8s4.9 1.4 5.5 4.8"),
  CLOCK("M10 16.8a6.8 6.8 0 1 0-.1 0M10 6.2V10l2.6 1.8"),
  SEND("M3.5 10 16.5 4l-4 12.5-3-5zM9.5 11.5 16.5 4"),
  SPARK("M10 3.5l1.5 5 5 1.5-5 1.5-1.5 5-1.5-5-5-1.5 5-1.5z"),
  NOTE("M5 3.5h7l3 3v10H5zM12 3.5v3h3M7.5 10h5M7.5 13h5"),
  UNDO("M7 5 3.5 8.5 7 12M4 8.5h8a4 4 0 0 1 0 8H9"),
  STEP("M4.5 7.5h11v5h-11z"),
  KEY("M7 13.2a2.8 2.8 0 1 0-.1 0M9.2 9 15.5 4.5M13.2 6.2l1.8 2.4"),
  COIN("M10 16.8a6.8 6.8 0 1 0-.1 0M12.6 7.4a3.6 3.6 0 1 0 0 5.2M6 9.2h4.5M6 10.9h4"),
  UPLOAD("M10 13.5V4M6.5 7.2 10 3.8l3.5 3.4M4 13.5v3h12v-3");

  private final String path;

  Glyph(String path) {
    this.path = path;
  }

  /** The icon as a component; decoration only, the words beside it carry the meaning. */
  public Component icon() {
    Svg svg =
        new Svg(
            "<svg viewBox=\"0 0 20 20\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.5\""
                + " stroke-linecap=\"round\" stroke-linejoin=\"round\"><path d=\""
                + path
                + "\"/></svg>");
    svg.addClassName("glyph");
    svg.getElement().setAttribute("aria-hidden", "true");
    return svg;
  }
}
