import diagramCss from 'bpmn-js/dist/assets/diagram-js.css?inline';
import bpmnCss from 'bpmn-js/dist/assets/bpmn-js.css?inline';
import iconsCss from 'bpmn-js/dist/assets/bpmn-font/css/bpmn-codes.css?inline';
import fontAddress from 'bpmn-js/dist/assets/bpmn-font/font/bpmn.woff2?url';
import iconFontCss from '../element/icon-font.css?inline';
import bpmnIoCss from '../element/bpmn-io.css?inline';
import themeCss from '../element/theme.css?inline';
import { loadFont } from '../element/styles';

export const processStyles = [diagramCss, bpmnCss, iconsCss, iconFontCss, themeCss, bpmnIoCss] as const;

export function loadProcessFont(): void {
  loadFont('bpmn', fontAddress);
}
