import { adoptStyles, type Styles } from './styles';

/**
 * What all elements of Continuo have in common: light DOM (bpmn.io's editors expect the document around them), style sheets that
 * are present while an element is, properties that may be set before the element is defined, and typed events.
 *
 * `Events` maps an event's name to its detail; every event bubbles and passes shadow roots.
 */
export abstract class ContinuoElement<Events extends object> extends HTMLElement {
  #releaseStyles: (() => void) | undefined;

  protected abstract readonly styles: Styles;

  connectedCallback(): void {
    this.#releaseStyles ??= adoptStyles(this, this.styles);
    this.connected();
  }

  disconnectedCallback(): void {
    this.disconnected();
    this.#releaseStyles?.();
    this.#releaseStyles = undefined;
  }

  /** Called each time the element enters a document, its styles being present. */
  protected abstract connected(): void;

  /** Called each time the element leaves. What was drawn stays: it may come back. */
  protected disconnected(): void {
    // nothing to let go of
  }

  protected emit<K extends keyof Events & string>(type: K, detail: Events[K]): void {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }

  /** Listens with the detail's type; returns what stops listening. */
  on<K extends keyof Events & string>(type: K, listener: (detail: Events[K]) => void): () => void {
    const handler = (event: Event) => {
      listener((event as CustomEvent<Events[K]>).detail);
    };
    this.addEventListener(type, handler);
    return () => {
      this.removeEventListener(type, handler);
    };
  }

  /** A server may have set properties before the class was known: they sit on the instance and hide our accessors. */
  protected takeOver(...names: (keyof this & string)[]): void {
    for (const name of names) {
      if (!Object.hasOwn(this, name)) continue;
      const value = this[name];
      Reflect.deleteProperty(this, name);
      this[name] = value;
    }
  }
}

/** Registers an element once: a page may load an entry twice under two addresses. */
export function define(tag: string, constructor: CustomElementConstructor): void {
  if (!customElements.get(tag)) customElements.define(tag, constructor);
}
