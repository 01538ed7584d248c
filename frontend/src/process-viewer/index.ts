import { define } from '../element/continuo-element';
import { ProcessViewer } from './process-viewer';

define('continuo-process-viewer', ProcessViewer);

declare global {
  interface HTMLElementTagNameMap {
    'continuo-process-viewer': ProcessViewer;
  }
}

export { ProcessViewer };
export type { ProcessViewerEvents } from './process-viewer';
