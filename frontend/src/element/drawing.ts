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

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/**
 * Shows a drawing in the middle with some air around it, never larger than life. With `least`, never smaller either: then what does not
 * fit starts at its left edge, or stands around `focus`.
 */
export function fitDrawing(canvas: Canvas, least = 0, focus?: Box): void {
  canvas.resized();
  const { inner, outer } = canvas.viewbox();
  if (!(inner.width > 0 && inner.height > 0 && outer.width > 2 * MARGIN && outer.height > 2 * MARGIN)) return;
  const whole = Math.min(1, (outer.width - 2 * MARGIN) / inner.width, (outer.height - 2 * MARGIN) / inner.height);
  const scale = Math.max(whole, least);
  const width = outer.width / scale;
  const height = outer.height / scale;
  const middle = centre(scale > whole && focus ? focus : inner);
  if (scale > whole && !focus) middle.x = Math.min(middle.x, inner.x + width / 2 - MARGIN / scale);
  canvas.viewbox({ x: middle.x - width / 2, y: middle.y - height / 2, width, height });
}

/** Small enough to see much, large enough to read it. */
export const READABLE = 0.45;

function centre({ x, y, width, height }: Box) {
  return { x: x + width / 2, y: y + height / 2 };
}
