import type Canvas from 'diagram-js/lib/core/Canvas';

/** How bpmn-js draws here: the page's colours, live when light turns dark, and the page's font. */
export function drawing(element: HTMLElement): object {
  return { bpmnRenderer: COLOURS, textRenderer: letters(element) };
}

/** The same for dmn-js' overview of decisions. */
export function drdDrawing(element: HTMLElement): object {
  return { drdRenderer: COLOURS, textRenderer: letters(element) };
}

const COLOURS = {
  defaultFillColor: 'var(--c-surface)',
  defaultStrokeColor: 'var(--c-text)',
  defaultLabelColor: 'var(--c-text)',
};

function letters(element: HTMLElement): object {
  const { fontFamily } = getComputedStyle(element);
  return { defaultStyle: { fontFamily: fontFamily || 'sans-serif', fontSize: 12 }, externalStyle: { fontSize: 12 } };
}

const MARGIN = 32;

/** Shows a whole drawing in the middle with some air around it, never larger than life. */
export function fitDrawing(canvas: Canvas): void {
  canvas.resized();
  const { inner, outer } = canvas.viewbox();
  if (!(inner.width > 0 && inner.height > 0 && outer.width > 2 * MARGIN && outer.height > 2 * MARGIN)) return;
  const scale = Math.min(1, (outer.width - 2 * MARGIN) / inner.width, (outer.height - 2 * MARGIN) / inner.height);
  const width = outer.width / scale;
  const height = outer.height / scale;
  canvas.viewbox({ x: inner.x + (inner.width - width) / 2, y: inner.y + (inner.height - height) / 2, width, height });
}
