type Act<A extends unknown[]> = (...args: A) => void;

interface Debounced<A extends unknown[]> extends Act<A> {
  flush(): void;
  cancel(): void;
}

const PAUSE_MS = 300;

/**
 * The properties panel takes what is typed after a pause. Whoever wants the text sooner, to save it, asks for what is pending, so
 * that the last word typed is never the one that is lost.
 */
export class PendingInput {
  readonly #waiting = new Map<object, () => void>();

  /** The panel's `debounceInput` service. */
  readonly debounce = <A extends unknown[]>(act: Act<A>): Debounced<A> => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const cancel = () => {
      clearTimeout(timer);
      this.#waiting.delete(debounced);
    };
    const debounced = (...args: A) => {
      cancel();
      const run = () => {
        cancel();
        act(...args);
      };
      this.#waiting.set(debounced, run);
      timer = setTimeout(run, PAUSE_MS);
    };
    return Object.assign(debounced, { cancel, flush: () => this.#waiting.get(debounced)?.() });
  };

  flush(): void {
    for (const run of [...this.#waiting.values()]) run();
  }
}
