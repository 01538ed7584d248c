import { html } from '../element/dom';
import { KINDS, type Kind } from './kinds';

/** The kinds that are present, with their shape, colour and number: legend and filter in one. */
export class Legend {
  readonly element = html('div', { class: 'continuo-kinds', role: 'group', 'aria-label': 'Show kinds' });
  readonly #changed: (hidden: ReadonlySet<string>) => void;
  readonly #hidden = new Set<string>();

  constructor(changed: (hidden: ReadonlySet<string>) => void) {
    this.#changed = changed;
  }

  get hidden(): ReadonlySet<string> {
    return this.#hidden;
  }

  show(counts: ReadonlyMap<string, number>): void {
    this.element.replaceChildren(
      ...KINDS.filter((kind) => counts.has(kind.id)).map((kind) => this.#chip(kind, counts.get(kind.id) ?? 0)),
    );
  }

  #chip(kind: Kind, count: number): HTMLElement {
    const chip = html(
      'button',
      { type: 'button', class: 'continuo-kind', 'aria-pressed': String(!this.#hidden.has(kind.id)), title: `Show or hide ${kind.title.toLowerCase()}` },
      swatch(kind),
      kind.title,
      html('span', { class: 'continuo-kind-count' }, String(count)),
    );
    chip.addEventListener('click', () => {
      const hide = !this.#hidden.has(kind.id);
      if (hide) this.#hidden.add(kind.id);
      else this.#hidden.delete(kind.id);
      chip.setAttribute('aria-pressed', String(!hide));
      this.#changed(this.#hidden);
    });
    return chip;
  }
}

export function swatch(kind: Kind): SVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 20 20');
  svg.setAttribute('aria-hidden', 'true');
  svg.classList.add('continuo-swatch');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', kind.path);
  path.style.fill = kind.colour;
  svg.append(path);
  return svg;
}
