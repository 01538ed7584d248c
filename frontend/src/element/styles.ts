/** Style sheets of one element, as texts; equal texts are one sheet. */
export type Styles = readonly string[];

const sheets = new Map<string, CSSStyleSheet>();
const users = new WeakMap<DocumentOrShadowRoot, Map<CSSStyleSheet, number>>();

/**
 * Puts style sheets into the tree that an element lives in, and takes them out again when its last user left: dmn-js and
 * bpmn-js style the same class names differently, so that none may stay behind on the next page.
 */
export function adoptStyles(element: Element, styles: Styles): () => void {
  const root = element.getRootNode() as Node & DocumentOrShadowRoot;
  const counts = users.get(root) ?? new Map<CSSStyleSheet, number>();
  users.set(root, counts);
  const wanted = [...new Set(styles)].map(sheetOf);
  for (const sheet of wanted) {
    const count = counts.get(sheet) ?? 0;
    if (count === 0) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    counts.set(sheet, count + 1);
  }
  return () => {
    for (const sheet of wanted) {
      const count = (counts.get(sheet) ?? 1) - 1;
      counts.set(sheet, count);
      if (count === 0) root.adoptedStyleSheets = root.adoptedStyleSheets.filter((other) => other !== sheet);
    }
  };
}

function sheetOf(text: string): CSSStyleSheet {
  let sheet = sheets.get(text);
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    sheets.set(text, sheet);
  }
  return sheet;
}

/** Loads a bundled font by file, once; style sheets that are adopted cannot carry one everywhere. */
export function loadFont(family: string, address: string): void {
  if (typeof FontFace === 'undefined' || [...document.fonts].some((font) => font.family === family)) return;
  const font = new FontFace(family, `url(${JSON.stringify(address)}) format("woff2")`);
  document.fonts.add(font);
  void font.load().catch(() => undefined);
}
