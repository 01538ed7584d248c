package dev.continuo.designer.shell;

/**
 * One hit of the command palette.
 *
 * @param group the word before it: Page, Card, Run, Flow, Client
 * @param title what it is
 * @param detail one more thing to tell it from its like; may be empty
 * @param path where Enter leads
 */
public record PaletteItem(String group, String title, String detail, String path) {}
