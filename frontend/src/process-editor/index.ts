import { define } from '../element/continuo-element';
import { ProcessEditor } from './process-editor';

define('continuo-process-editor', ProcessEditor);

declare global {
  interface HTMLElementTagNameMap {
    'continuo-process-editor': ProcessEditor;
  }
}

export { ProcessEditor };
export type { ProcessEditorEvents } from './process-editor';
export type { Finding } from './findings';
