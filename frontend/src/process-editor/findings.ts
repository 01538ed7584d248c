import type Canvas from 'diagram-js/lib/core/Canvas';
import type ElementRegistry from 'diagram-js/lib/core/ElementRegistry';
import type Overlays from 'diagram-js/lib/features/overlays/Overlays';
import { html } from '../element/dom';

export type Severity = 'error' | 'warning' | 'info';

/** One thing that is wrong with one element, as a sentence. */
export interface Finding {
  elementId: string;
  severity: Severity;
  message: string;
}

const ORDER: readonly Severity[] = ['error', 'warning', 'info'];
const OVERLAY = 'continuo-finding';

interface Diagram {
  get(name: 'canvas'): Canvas;
  get(name: 'overlays'): Overlays;
  get(name: 'elementRegistry'): ElementRegistry;
}

/** Findings by element, the worst severity first; findings without an element are the page's to show. */
export function byElement(findings: readonly Finding[]): Map<string, { severity: Severity; messages: string[] }> {
  const result = new Map<string, { severity: Severity; messages: string[] }>();
  const sorted = [...findings].sort((a, b) => ORDER.indexOf(severityOf(a)) - ORDER.indexOf(severityOf(b)));
  for (const finding of sorted) {
    const entry = result.get(finding.elementId);
    if (entry) entry.messages.push(finding.message);
    else result.set(finding.elementId, { severity: severityOf(finding), messages: [finding.message] });
  }
  return result;
}

function severityOf(finding: Finding): Severity {
  const severity = finding.severity.toLowerCase() as Severity;
  return ORDER.includes(severity) ? severity : 'info';
}

/** Marks elements with findings in a diagram, replacing what was marked before. */
export class FindingMarks {
  #marked: [string, string][] = [];

  show(diagram: Diagram, findings: readonly Finding[], select: (elementId: string) => void): void {
    const canvas = diagram.get('canvas');
    const overlays = diagram.get('overlays');
    const registry = diagram.get('elementRegistry');
    this.#clear(canvas, registry);
    overlays.remove({ type: OVERLAY });
    for (const [elementId, { severity, messages }] of byElement(findings)) {
      if (!registry.get(elementId)) continue;
      const marker = `continuo-has-${severity}`;
      canvas.addMarker(elementId, marker);
      this.#marked.push([elementId, marker]);
      overlays.add(elementId, OVERLAY, {
        position: { top: -11, right: 11 },
        show: { minZoom: 0.3 },
        html: badge(severity, messages, () => select(elementId)),
      });
    }
  }

  #clear(canvas: Canvas, registry: ElementRegistry): void {
    for (const [elementId, marker] of this.#marked) {
      if (registry.get(elementId)) canvas.removeMarker(elementId, marker);
    }
    this.#marked = [];
  }
}

function badge(severity: Severity, messages: string[], press: () => void): HTMLElement {
  const words = messages.join('\n');
  const button = html(
    'button',
    { type: 'button', class: `continuo-badge continuo-badge-${severity}`, 'aria-label': `${severity}: ${words}`, title: words },
    messages.length > 1 ? String(messages.length) : severity === 'info' ? 'i' : '!',
  );
  button.addEventListener('click', press);
  return button;
}
