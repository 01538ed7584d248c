/**
 * What diagram-js asks of a browser's SVG and jsdom has not: measures and matrices. Everything is drawn at its own size, unscaled;
 * that is enough to read, change and mark a drawing, and it is never asked how one looks.
 */
class Matrix {
  a = 1;
  b = 0;
  c = 0;
  d = 1;
  e = 0;
  f = 0;

  inverse(): Matrix {
    return new Matrix();
  }

  multiply(): this {
    return this;
  }

  translate(x: number, y: number): Matrix {
    return Object.assign(new Matrix(), this, { e: this.e + x, f: this.f + y });
  }

  scale(): this {
    return this;
  }
}

class TransformList extends Array<{ matrix: Matrix }> {
  get numberOfItems(): number {
    return this.length;
  }

  clear(): void {
    this.length = 0;
  }

  getItem(index: number): { matrix: Matrix } | undefined {
    return this[index];
  }

  appendItem(item: { matrix: Matrix }): void {
    this.push(item);
  }

  consolidate(): { matrix: Matrix } | undefined {
    return this[0];
  }
}

const transforms = new WeakMap<Element, { baseVal: TransformList }>();

function transformOf(this: Element): { baseVal: TransformList } {
  const known = transforms.get(this) ?? { baseVal: new TransformList() };
  transforms.set(this, known);
  return known;
}

const createTransform = () => ({
  matrix: new Matrix(),
  setTranslate(x: number, y: number) {
    this.matrix = new Matrix().translate(x, y);
  },
  setRotate: () => undefined,
  setScale: () => undefined,
  setMatrix(matrix: Matrix) {
    this.matrix = matrix;
  },
});

class Styles {
  replaceSync(): void {
    // jsdom has no styles to replace
  }
}

/** Nothing is ever resized or scrolled. */
class Unseeing {
  observe(): void {
    // there is nothing to see
  }

  unobserve(): void {
    // nor was there
  }

  disconnect(): void {
    // nothing was observed
  }
}

export function pretendSvg(): void {
  Object.defineProperty(SVGElement.prototype, 'transform', { get: transformOf, configurable: true });
  Object.assign(SVGElement.prototype, {
    getBBox: () => ({ x: 0, y: 0, width: 100, height: 20 }),
    getCTM: () => new Matrix(),
    getScreenCTM: () => new Matrix(),
    createSVGMatrix: () => new Matrix(),
    createSVGTransform: createTransform,
    createSVGTransformFromMatrix: (matrix: Matrix) => ({ ...createTransform(), matrix }),
    createSVGPoint: () => ({ x: 0, y: 0, matrixTransform: () => ({ x: 0, y: 0 }) }),
  });
  Object.assign(HTMLCanvasElement.prototype, { getContext: () => ({ measureText: (text: string) => ({ width: 6 * text.length }) }) });
  Object.assign(globalThis, {
    SVGMatrix: Matrix,
    CSSStyleSheet: Styles,
    ResizeObserver: Unseeing,
    IntersectionObserver: Unseeing,
  });
  globalThis.CSS = { ...globalThis.CSS, escape: (text: unknown) => String(text).replace(/[^\w-]/g, '\\$&') };
  Object.defineProperty(document, 'adoptedStyleSheets', { value: [], writable: true, configurable: true });
  Object.defineProperty(document, 'fonts', { value: Object.assign([], { ready: Promise.resolve() }), configurable: true });
}
