import type Canvas from 'diagram-js/lib/core/Canvas';
import type { Point } from 'diagram-js/lib/util/Types';

/** How bpmn-js draws here: the page's colours, live when light turns dark, and the page's font. */
export function drawing(element: HTMLElement): object {
  const { fontFamily } = getComputedStyle(element);
  return {
    bpmnRenderer: {
      defaultFillColor: 'var(--c-surface)',
      defaultStrokeColor: 'var(--c-text)',
      defaultLabelColor: 'var(--c-text)',
    },
    textRenderer: {
      defaultStyle: { fontFamily: fontFamily || 'sans-serif', fontSize: 12 },
      externalStyle: { fontSize: 12 },
    },
  };
}

/** Shows a whole drawing in the middle, never larger than life. */
export function fitDrawing(canvas: Canvas): void {
  canvas.resized();
  const middle = 'auto' as unknown as Point;
  if (canvas.zoom('fit-viewport', middle) > 1) canvas.zoom(1, middle);
}
