import { html } from '../element/dom';
import { best, search, type PaletteEntry, type PaletteGroup } from './palette-entries';

export interface PaletteActions {
  drag(event: DragEvent, entry: PaletteEntry): void;
  add(entry: PaletteEntry): void;
}

/** The steps panel: named entries in groups, found by typing, placed by dragging, by click or by Enter. */
export class Palette {
  readonly element: HTMLElement;
  readonly #groups = html('div', { class: 'continuo-steps-groups' });
  readonly #search = html('input', { type: 'search', placeholder: 'Find a step', 'aria-label': 'Find a step', autocomplete: 'off' });
  readonly #actions: PaletteActions;
  #all: readonly PaletteGroup[] = [];

  constructor(actions: PaletteActions) {
    this.#actions = actions;
    this.element = html('nav', { class: 'continuo-steps', 'aria-label': 'Steps' }, html('div', { class: 'continuo-steps-search' }, this.#search), this.#groups);
    this.#search.addEventListener('input', () => this.#render());
    this.#search.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter') return;
      event.preventDefault();
      const meant = best(this.#all, this.#search.value);
      if (meant) this.#actions.add(meant);
    });
  }

  show(groups: readonly PaletteGroup[]): void {
    this.#all = groups;
    this.#render();
  }

  /** The cursor goes where one types what one looks for. */
  find(): void {
    this.#search.focus();
    this.#search.select();
  }

  #render(): void {
    const found = search(this.#all, this.#search.value);
    this.#groups.replaceChildren(
      ...found.map((group) => this.#group(group)),
      ...(found.length ? [] : [html('p', { class: 'continuo-steps-none' }, 'No step has this in its name. Try a shorter word.')]),
    );
  }

  #group(group: PaletteGroup): HTMLElement {
    return html('section', { 'aria-label': group.title }, html('h3', {}, group.title), ...group.entries.map((entry) => this.#entry(entry)));
  }

  #entry(entry: PaletteEntry): HTMLElement {
    const picture = entry.image
      ? html('img', { src: entry.image, alt: '', draggable: 'false' })
      : html('span', { class: entry.iconClass ?? '', 'aria-hidden': 'true' });
    const button = html(
      'button',
      { type: 'button', class: 'continuo-step', draggable: 'true', title: entry.description, 'data-entry': entry.id },
      html('span', { class: 'continuo-step-icon' }, picture),
      html('span', {}, entry.title),
    );
    button.addEventListener('click', () => this.#actions.add(entry));
    button.addEventListener('dragstart', (event) => {
      event.preventDefault();
      this.#actions.drag(event, entry);
    });
    return button;
  }
}
