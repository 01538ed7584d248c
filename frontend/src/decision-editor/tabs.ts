import type { View } from 'dmn-js-shared/manager-types';
import { html } from '../element/dom';
import { tabsOf, viewName } from './views';

/** The decisions of a model as tabs; hidden while there is only one. */
export class Tabs {
  readonly element = html('div', { class: 'continuo-tabs', role: 'tablist', 'aria-label': 'Decisions' });
  readonly #open: (view: View) => void;

  constructor(open: (view: View) => void) {
    this.#open = open;
    this.element.addEventListener('keydown', (event) => this.#key(event));
  }

  show(views: readonly View[], active: View | undefined, editing: boolean): void {
    const tabs = tabsOf(views, editing);
    this.element.hidden = tabs.length < 2;
    this.element.replaceChildren(...tabs.map((view) => this.#tab(view, view.id === active?.id && view.type === active.type)));
  }

  #tab(view: View, selected: boolean): HTMLElement {
    const tab = html(
      'button',
      { type: 'button', role: 'tab', class: 'continuo-tab', 'aria-selected': String(selected), tabindex: selected ? '0' : '-1' },
      viewName(view),
    );
    tab.addEventListener('click', () => this.#open(view));
    return tab;
  }

  #key(event: KeyboardEvent): void {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    const tabs = [...this.element.querySelectorAll<HTMLElement>('[role=tab]')];
    const next = tabs[(tabs.findIndex((tab) => tab === document.activeElement) + step + tabs.length) % tabs.length];
    next?.focus();
    event.preventDefault();
  }
}
