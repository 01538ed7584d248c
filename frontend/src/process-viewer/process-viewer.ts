import type NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import type ElementRegistry from 'diagram-js/lib/core/ElementRegistry';
import type { Shape } from 'diagram-js/lib/model/Types';
import { ContinuoElement } from '../element/continuo-element';
import { fitDrawing, READABLE } from '../element/drawing';
import { html, iconButton } from '../element/dom';
import { importFailure, PROCESS, type ImportFailure } from '../element/import-sentence';
import { Notice } from '../element/notice';
import { readProcess, type Moddle } from '../element/reading';
import { PathLight, type RunPath } from './path';
import viewerCss from './process-viewer.css?inline';
import { loadProcessFont, processStyles } from './styles';
import { createViewer } from './viewer';

export interface ProcessViewerEvents {
  'element-clicked': { id: string; type: string; name: string };
  'process-imported': { warnings: string[] };
  'import-failed': ImportFailure;
}

interface Clicked {
  id: string;
  type: string;
  businessObject?: { name?: string };
}

/** Shows a process and, lit on it, where a run was, is and is stopped. */
export class ProcessViewer extends ContinuoElement<ProcessViewerEvents> {
  protected readonly styles = [...processStyles, viewerCss];

  readonly #notice = new Notice();
  readonly #empty = html('p', { class: 'continuo-empty' }, 'Nothing is drawn here yet.');
  readonly #stage = html('div', { class: 'continuo-stage' });
  readonly #light = new PathLight();
  #viewer: NavigatedViewer | undefined;
  #xml = '';
  #open = false;
  #importing: Promise<void> = Promise.resolve();
  #path: RunPath = { completed: [], active: [], incidents: [], counts: {} };
  #fitted = false;

  get xml(): string {
    return this.#xml;
  }

  set xml(value: string | null | undefined) {
    const xml = value ?? '';
    if (xml === this.#xml) return;
    this.#xml = xml;
    if (this.#viewer) void this.#import(xml);
  }

  get completed(): readonly string[] {
    return this.#path.completed;
  }

  /** Ids of elements and sequence flows that the run has left. */
  set completed(value: readonly string[] | null | undefined) {
    this.#show({ completed: value ?? [] });
  }

  get active(): readonly string[] {
    return this.#path.active;
  }

  set active(value: readonly string[] | null | undefined) {
    this.#show({ active: value ?? [] });
  }

  get incidents(): readonly string[] {
    return this.#path.incidents;
  }

  set incidents(value: readonly string[] | null | undefined) {
    this.#show({ incidents: value ?? [] });
  }

  get counts(): Readonly<Record<string, number>> {
    return this.#path.counts;
  }

  /** How often each element was passed, by element id. */
  set counts(value: Readonly<Record<string, number>> | null | undefined) {
    this.#show({ counts: value ?? {} });
  }

  /** Shows the whole drawing, never larger than life. */
  fit(): void {
    const diagram = this.#viewer;
    if (this.#open && diagram) fitDrawing(diagram.get('canvas'));
  }

  readonly #resize = new ResizeObserver(([entry]) => {
    if (!this.#fitted && entry && entry.contentRect.width > 0) {
      this.#fitted = true;
      this.#reveal();
    }
  });

  protected connected(): void {
    this.takeOver('xml', 'completed', 'active', 'incidents', 'counts');
    this.#resize.observe(this);
    if (this.#viewer) return;
    loadProcessFont();
    this.append(
      this.#notice.element,
      html('div', { class: 'continuo-canvas' }, this.#stage, this.#empty),
      html(
        'div',
        { class: 'continuo-view-tools', role: 'toolbar', 'aria-label': 'Drawing' },
        iconButton('zoom-out', 'Zoom out', () => this.#zoom(-1)),
        iconButton('fit', 'Show the whole drawing', () => this.fit()),
        iconButton('zoom-in', 'Zoom in', () => this.#zoom(1)),
      ),
    );
    this.#viewer = createViewer(this.#stage);
    this.#viewer.on('element.click', ({ element }: { element: Clicked }) => {
      this.emit('element-clicked', { id: element.id, type: element.type, name: element.businessObject?.name ?? '' });
    });
    void this.#import(this.#xml);
  }

  protected override disconnected(): void {
    this.#resize.disconnect();
  }

  #import(xml: string): Promise<void> {
    this.#importing = this.#importing.then(() => this.#importNow(xml));
    return this.#importing;
  }

  async #importNow(xml: string): Promise<void> {
    const viewer = this.#viewer;
    if (!viewer || xml !== this.#xml) return;
    this.#open = false;
    let warnings: string[] = [];
    try {
      if (xml) {
        const read = await readProcess(viewer.get<Moddle>('moddle'), xml);
        await document.fonts.ready;
        warnings = (await viewer.importXML(read.xml)).warnings.map(String);
        this.#open = true;
      } else {
        viewer.clear();
      }
      this.#notice.hide();
    } catch (error) {
      const failure = importFailure(PROCESS, xml, error);
      viewer.clear();
      this.#notice.show(failure.message);
      this.emit('import-failed', failure);
    }
    this.#empty.hidden = this.#open;
    this.#show({});
    this.#reveal();
    if (this.#open) this.emit('process-imported', { warnings });
  }

  #show(change: Partial<RunPath>): void {
    this.#path = { ...this.#path, ...change };
    if (this.#viewer && this.#open) this.#light.show(this.#viewer, this.#path);
  }

  /** The whole drawing where it is readable, otherwise the part where the run is. */
  #reveal(): void {
    if (!this.#open || !this.#viewer) return;
    const here = this.#path.incidents[0] ?? this.#path.active[0];
    const element = here === undefined ? undefined : this.#viewer.get<ElementRegistry>('elementRegistry').get(here);
    fitDrawing(this.#viewer.get('canvas'), READABLE, element && 'width' in element ? (element as Shape) : undefined);
  }

  #zoom(step: 1 | -1): void {
    this.#viewer?.get<{ stepZoom(step: number): void }>('zoomScroll').stepZoom(step);
  }
}
