import diagramCss from 'bpmn-js/dist/assets/diagram-js.css?inline';
import boxedCss from 'dmn-js/dist/assets/dmn-js-boxed-expression.css?inline';
import boxedControlsCss from 'dmn-js/dist/assets/dmn-js-boxed-expression-controls.css?inline';
import tableCss from 'dmn-js/dist/assets/dmn-js-decision-table.css?inline';
import tableControlsCss from 'dmn-js/dist/assets/dmn-js-decision-table-controls.css?inline';
import drdCss from 'dmn-js/dist/assets/dmn-js-drd.css?inline';
import literalCss from 'dmn-js/dist/assets/dmn-js-literal-expression.css?inline';
import sharedCss from 'dmn-js/dist/assets/dmn-js-shared.css?inline';
import iconsCss from 'dmn-js/dist/assets/dmn-font/css/dmn-codes.css?inline';
import fontAddress from 'dmn-js/dist/assets/dmn-font/font/dmn.woff2?url';
import iconFontCss from '../element/icon-font.css?inline';
import bpmnIoCss from '../element/bpmn-io.css?inline';
import themeCss from '../element/theme.css?inline';
import { loadFont } from '../element/styles';
import editorCss from './decision-editor.css?inline';

export const decisionStyles = [
  diagramCss,
  sharedCss,
  drdCss,
  tableCss,
  tableControlsCss,
  literalCss,
  boxedCss,
  boxedControlsCss,
  iconsCss,
  iconFontCss,
  themeCss,
  bpmnIoCss,
  editorCss,
] as const;

export function loadDecisionFont(): void {
  loadFont('dmn', fontAddress);
}
