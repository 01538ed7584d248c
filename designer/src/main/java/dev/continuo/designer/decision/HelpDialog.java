package dev.continuo.designer.decision;

import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;

/** What may be typed into a cell, and what hit policies mean. */
final class HelpDialog {
  private static final String WORDS =
      """
      <div class="feel-help">
      <h3>Which rows count</h3>
      <table>
      <tr><td><b>First</b> (F)</td><td>The first row that fits, from the top. Put exceptions above what is usual.</td></tr>
      <tr><td><b>Unique</b> (U)</td><td>Exactly one row fits. Two that fit are a mistake, and the run stops.</td></tr>
      <tr><td><b>Any</b> (A)</td><td>Several rows may fit if they answer the same.</td></tr>
      <tr><td><b>Priority</b> (P)</td><td>Of the rows that fit, the one whose answer stands first in the column's list of values.</td></tr>
      <tr><td><b>Collect</b> (C)</td><td>All rows that fit answer: as a list, or as sum (+), smallest (&lt;), largest (&gt;), count (#).</td></tr>
      <tr><td><b>Rule order</b> (R)</td><td>All rows that fit, in the order of the table.</td></tr>
      <tr><td><b>Output order</b> (O)</td><td>All rows that fit, in the order of the column's list of values.</td></tr>
      </table>
      <h3>What a condition may say</h3>
      <table>
      <tr><td><code>-</code></td><td>anything</td></tr>
      <tr><td><code>"gold"</code></td><td>this word; words stand in quotes</td></tr>
      <tr><td><code>"gold","silver"</code></td><td>one of these</td></tr>
      <tr><td><code>not("blocked")</code></td><td>anything but this</td></tr>
      <tr><td><code>&gt;= 1000</code></td><td>a number from 1,000 up; also &lt;, &lt;=, &gt;</td></tr>
      <tr><td><code>[400..500]</code></td><td>from 400 to 500, both included; <code>[400..500[</code> without 500</td></tr>
      <tr><td><code>true</code>, <code>false</code></td><td>yes, no</td></tr>
      <tr><td><code>&lt; date("2026-12-24")</code></td><td>a day before Christmas Eve</td></tr>
      <tr><td><code>&lt;= duration("PT4H")</code></td><td>at most four hours; <code>P3D</code> are three days</td></tr>
      <tr><td><code>null</code></td><td>the value is not known</td></tr>
      </table>
      <h3>What an answer may say</h3>
      <table>
      <tr><td><code>"answer"</code>, <code>24</code>, <code>true</code></td><td>a fixed value</td></tr>
      <tr><td><code>amount * 0.19</code></td><td>computed from inputs by their names</td></tr>
      <tr><td><code>if amount &gt; 100 then "ask" else "allow"</code></td><td>one of two</td></tr>
      </table>
      <h3>More than one decision</h3>
      <table>
      <tr><td><b>Overview</b></td><td>draws what a decision needs: other decisions, as a table or an expression, and values that are handed over</td></tr>
      </table>
      <h3>Keys</h3>
      <table>
      <tr><td>Arrows</td><td>from cell to cell; left and right from the ends of its text</td></tr>
      <tr><td>Ctrl+V</td><td>cells copied in a spreadsheet are pasted as cells, with rows added as needed</td></tr>
      <tr><td>Enter, Shift+Enter</td><td>to the row below, above</td></tr>
      <tr><td>Tab, Shift+Tab</td><td>to the next, previous cell</td></tr>
      <tr><td>Ctrl+Z, Ctrl+Y</td><td>undo, redo</td></tr>
      <tr><td>Ctrl+S</td><td>save now</td></tr>
      <tr><td>right click, Shift+F10</td><td>add, copy or remove rows and columns</td></tr>
      </table>
      </div>
      """;

  private HelpDialog() {}

  static void open() {
    Dialog dialog = new Dialog();
    dialog.setHeaderTitle("How to write a table");
    dialog.setWidth("min(720px, calc(100vw - 32px))");
    dialog.add(new Div(new Html(WORDS)));
    Button close = new Button("Close", click -> dialog.close());
    close.focus();
    dialog.getFooter().add(close);
    dialog.open();
  }
}
