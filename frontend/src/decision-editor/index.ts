import { define } from '../element/continuo-element';
import { DecisionEditor } from './decision-editor';

define('continuo-decision-editor', DecisionEditor);

declare global {
  interface HTMLElementTagNameMap {
    'continuo-decision-editor': DecisionEditor;
  }
}

export { DecisionEditor };
export type { DecisionEditorEvents } from './decision-editor';
