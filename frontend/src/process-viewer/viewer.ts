import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import zeebeModdle from 'zeebe-bpmn-moddle/resources/zeebe.json';
import { drawing } from '../element/drawing';

/** A drawing one can look at, move and zoom, and not change. */
export function createViewer(canvas: HTMLElement): NavigatedViewer {
  return new NavigatedViewer({ container: canvas, ...drawing(canvas), moddleExtensions: { zeebe: zeebeModdle } });
}
