import { html, iconButton, separator } from '../element/dom';

export interface ToolbarActions {
  undo(): void;
  redo(): void;
  zoom(step: 1 | -1): void;
  fit(): void;
  panel(name: 'steps' | 'properties'): void;
}

/** The line of tools above the drawing; on a narrow page it also opens the two panels. */
export class EditorToolbar {
  readonly element: HTMLElement;
  readonly #undo: HTMLButtonElement;
  readonly #redo: HTMLButtonElement;
  readonly #view: HTMLButtonElement[];
  readonly #steps: HTMLButtonElement;
  readonly #properties: HTMLButtonElement;

  constructor(actions: ToolbarActions) {
    this.#undo = iconButton('undo', 'Undo (Ctrl+Z)', () => actions.undo());
    this.#redo = iconButton('redo', 'Redo (Ctrl+Y)', () => actions.redo());
    this.#view = [
      iconButton('zoom-out', 'Zoom out', () => actions.zoom(-1)),
      iconButton('fit', 'Show the whole drawing', () => actions.fit()),
      iconButton('zoom-in', 'Zoom in', () => actions.zoom(1)),
    ];
    this.#steps = iconButton('steps', 'Steps', () => actions.panel('steps'));
    this.#properties = iconButton('details', 'Properties', () => actions.panel('properties'));
    this.#steps.classList.add('continuo-narrow', 'continuo-edits');
    this.#properties.classList.add('continuo-narrow', 'continuo-edits');
    this.#undo.classList.add('continuo-edits');
    this.#redo.classList.add('continuo-edits');
    const gap = separator();
    gap.classList.add('continuo-edits');
    this.element = html(
      'div',
      { class: 'continuo-toolbar', role: 'toolbar', 'aria-label': 'Drawing' },
      this.#steps,
      this.#undo,
      this.#redo,
      gap,
      ...this.#view,
      html('span', { class: 'continuo-spring' }),
      this.#properties,
    );
    this.state(false, false, false);
  }

  state(canUndo: boolean, canRedo: boolean, open: boolean): void {
    this.#undo.disabled = !canUndo;
    this.#redo.disabled = !canRedo;
    for (const button of this.#view) button.disabled = !open;
  }

  panel(open: 'steps' | 'properties' | undefined): void {
    this.#steps.setAttribute('aria-pressed', String(open === 'steps'));
    this.#properties.setAttribute('aria-pressed', String(open === 'properties'));
  }
}
