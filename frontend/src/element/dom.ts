type Child = Node | string;

/** Builds an HTML element: attributes by name (`false` and `undefined` leave one out), children in order, text as text. */
export function html<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Record<string, string | boolean | undefined> = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false || value === undefined) continue;
    element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children);
  return element;
}

const ICONS = {
  undo: 'M8 5 4 9l4 4M4 9h9a5 5 0 0 1 0 10h-2',
  redo: 'm14 5 4 4-4 4m4-4H9a5 5 0 0 0 0 10h2',
  'zoom-in': 'M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14Zm5 12 4 4M11 8v6m-3-3h6',
  'zoom-out': 'M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14Zm5 12 4 4M8 11h6',
  fit: 'M4 9V5a1 1 0 0 1 1-1h4m6 0h4a1 1 0 0 1 1 1v4m0 6v4a1 1 0 0 1-1 1h-4m-6 0H5a1 1 0 0 1-1-1v-4',
  steps: 'M4 6h6v5H4zM14 13h6v5h-6zM10 8.5h4a2 2 0 0 1 2 2V13',
  details: 'M4 5h16v14H4zM14 5v14',
  list: 'M9 6h11M9 12h11M9 18h11M4.5 6h.01M4.5 12h.01M4.5 18h.01',
  rings: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Zm0 5a4 4 0 1 0 0 8 4 4 0 0 0 0-8Zm0 4h.01',
  close: 'm6 6 12 12M18 6 6 18',
} as const;

export type Icon = keyof typeof ICONS;

export function icon(name: Icon): SVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  svg.classList.add('continuo-icon');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', ICONS[name]);
  svg.append(path);
  return svg;
}

/** A button of a toolbar: an icon with a name that a screen reader says and a mouse shows. */
export function iconButton(name: Icon, label: string, press: () => void): HTMLButtonElement {
  const button = html('button', { type: 'button', class: 'continuo-tool', 'aria-label': label, title: label }, icon(name));
  button.addEventListener('click', press);
  return button;
}

export function separator(): HTMLElement {
  return html('span', { class: 'continuo-tool-gap', 'aria-hidden': 'true' });
}
