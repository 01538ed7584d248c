import { html, iconButton } from './dom';

/** A line above the drawing that says what went wrong. It stays until it is closed or something was opened well. */
export class Notice {
  readonly element = html('div', { class: 'continuo-notice', role: 'alert', hidden: true });

  show(message: string): void {
    this.element.replaceChildren(html('p', {}, message), iconButton('close', 'Close this message', () => this.hide()));
    this.element.hidden = false;
  }

  hide(): void {
    this.element.hidden = true;
    this.element.replaceChildren();
  }
}
