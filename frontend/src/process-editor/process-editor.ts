import type Modeler from 'bpmn-js/lib/Modeler';
import type NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import type Canvas from 'diagram-js/lib/core/Canvas';
import type ElementRegistry from 'diagram-js/lib/core/ElementRegistry';
import type Selection from 'diagram-js/lib/features/selection/Selection';
import type { ElementLike } from 'diagram-js/lib/model/Types';
import { ContinuoElement } from '../element/continuo-element';
import { fitDrawing, READABLE } from '../element/drawing';
import { html } from '../element/dom';
import { importFailure, PROCESS, type ImportFailure } from '../element/import-sentence';
import { Notice } from '../element/notice';
import { readProcess, type Moddle } from '../element/reading';
import { processStyles, loadProcessFont } from '../process-viewer/styles';
import { createViewer } from '../process-viewer/viewer';
import { FindingMarks, type Finding } from './findings';
import { createModeler } from './modeler';
import { Palette } from './palette';
import { paletteGroups, type StepTemplate } from './palette-entries';
import type { PendingInput } from './pending-input';
import { Placing } from './placing';
import panelCss from '@bpmn-io/properties-panel/dist/assets/properties-panel.css?inline';
import templatesCss from 'bpmn-js-element-templates/dist/assets/element-templates.css?inline';
import editorCss from './process-editor.css?inline';
import { EditorToolbar } from './toolbar';

export interface ProcessEditorEvents {
  /** The process was edited (or undone back to its saved state): at most once in 300 ms. */
  'process-changed': { xml: string; dirty: boolean };
  /** `save()` was called or Ctrl+S pressed. */
  'process-saved': { xml: string };
  /** A text is open. `warnings` name what the reader did not understand. */
  'process-imported': { warnings: string[] };
  'element-selected': { id: string | null };
  /** A text was refused; what was open before still is. */
  'import-failed': ImportFailure;
  'templates-refused': { messages: string[] };
}

const CHANGE_DELAY_MS = 300;
/** No position of the command stack, which counts from -1. */
const NEVER = -2;

interface CommandStack {
  _stackIdx: number;
  canUndo(): boolean;
  canRedo(): boolean;
  undo(): void;
  redo(): void;
}

/**
 * Draws a process: bpmn-js with Zeebe's properties, the step catalogue as a panel in business words, findings on their
 * elements. Set `xml`, listen to `process-changed`; `readonly` shows the drawing without any tool that changes it.
 */
export class ProcessEditor extends ContinuoElement<ProcessEditorEvents> {
  protected readonly styles = [panelCss, templatesCss, ...processStyles, editorCss];

  readonly #notice = new Notice();
  readonly #empty = html('p', { class: 'continuo-empty' }, 'Nothing is drawn here yet.');
  readonly #stage = html('div', { class: 'continuo-stage' });
  readonly #properties = html('aside', { class: 'continuo-properties', 'aria-label': 'Properties of the selected element' });
  readonly #palette = new Palette({
    drag: (event, entry) => this.#placing?.drag(event, entry),
    add: (entry) => {
      this.#placing?.add(entry);
      this.closePanels();
    },
  });
  readonly #toolbar = new EditorToolbar({
    undo: () => this.#stack?.undo(),
    redo: () => this.#stack?.redo(),
    zoom: (step) => this.#zoom(step),
    fit: () => this.fit(),
    panel: (name) => this.#togglePanel(name),
  });
  readonly #marks = new FindingMarks();

  #diagram: Modeler | NavigatedViewer | undefined;
  #placing: Placing | undefined;
  #xml = '';
  #readonly = false;
  #findings: readonly Finding[] = [];
  #templates: readonly StepTemplate[] = [];
  #savedAt = -1;
  #open = false;
  #importing: Promise<void> = Promise.resolve();
  #changeTimer: ReturnType<typeof setTimeout> | undefined;
  #built = false;

  /** The text that was set last or, once edited, the one that was reported last. */
  get xml(): string {
    return this.#xml;
  }

  set xml(value: string | null | undefined) {
    const xml = value ?? '';
    if (xml === this.#xml && this.#open) return;
    this.#xml = xml;
    if (this.#diagram) void this.#import(xml);
  }

  get readonly(): boolean {
    return this.#readonly;
  }

  set readonly(readonly: boolean) {
    if (readonly === this.#readonly) return;
    this.#readonly = readonly;
    this.toggleAttribute('readonly', readonly);
    if (this.#diagram) void this.#rebuild();
  }

  get findings(): readonly Finding[] {
    return this.#findings;
  }

  set findings(value: readonly Finding[] | null | undefined) {
    this.#findings = value ?? [];
    this.#showFindings();
  }

  get templates(): readonly StepTemplate[] {
    return this.#templates;
  }

  /** Element templates of the step catalogue (the JSON of bpmn.io's schema for Camunda 8). */
  set templates(value: readonly StepTemplate[] | null | undefined) {
    this.#templates = value ?? [];
    this.#palette.show(paletteGroups(this.#templates));
    this.#loadTemplates();
  }

  get dirty(): boolean {
    return this.#unsaved;
  }

  /** The process as it is drawn now. */
  async getXml(): Promise<string> {
    await this.#importing;
    return this.#drawn();
  }

  /** Takes the drawing as saved: `dirty` is false from here, `process-saved` carries the text. */
  async save(): Promise<string> {
    clearTimeout(this.#changeTimer);
    const xml = await this.getXml();
    this.#xml = xml;
    this.#savedAt = this.#stack?._stackIdx ?? -1;
    this.emit('process-saved', { xml });
    return xml;
  }

  /** Selects an element and brings it into view. */
  select(elementId: string): void {
    const element = this.#diagram?.get<ElementRegistry>('elementRegistry').get(elementId);
    if (!element || !this.#diagram) return;
    this.#diagram.get<Selection>('selection').select(element);
    this.#diagram.get<Canvas>('canvas').scrollToElement(element, 80);
  }

  /** Shows the whole drawing, never larger than life. */
  fit(): void {
    const diagram = this.#diagram;
    if (this.#open && diagram) fitDrawing(diagram.get('canvas'));
  }

  closePanels(): void {
    delete this.dataset['panel'];
    this.#toolbar.panel(undefined);
  }

  protected connected(): void {
    this.takeOver('xml', 'readonly', 'findings', 'templates');
    if (this.#built) return;
    this.#built = true;
    loadProcessFont();
    this.#palette.show(paletteGroups(this.#templates));
    this.append(
      this.#toolbar.element,
      this.#notice.element,
      html('div', { class: 'continuo-editor' }, this.#palette.element, html('div', { class: 'continuo-canvas' }, this.#stage, this.#empty), this.#properties),
    );
    this.addEventListener('keydown', (event) => this.#key(event));
    void this.#rebuild();
  }

  async #drawn(): Promise<string> {
    if (!this.#open || !this.#diagram) return this.#xml;
    this.#diagram.get<PendingInput>('pendingInput', false)?.flush();
    return (await this.#diagram.saveXML({ format: true })).xml ?? this.#xml;
  }

  /** Makes the diagram that fits `readonly`, with what was drawn in the one before. */
  #rebuild(): Promise<void> {
    this.#importing = this.#importing.then(() => this.#rebuildNow());
    return this.#importing;
  }

  async #rebuildNow(): Promise<void> {
    const unsaved = this.#unsaved;
    this.#xml = await this.#drawn();
    this.#diagram?.destroy();
    this.#open = false;
    this.#placing = undefined;
    this.#stage.replaceChildren();
    this.#properties.replaceChildren();
    if (this.#readonly) {
      this.#diagram = createViewer(this.#stage);
    } else {
      const modeler = createModeler(this.#stage, this.#properties, this);
      this.#diagram = modeler;
      this.#placing = new Placing(modeler);
      this.#loadTemplates();
    }
    this.#diagram.on('steps.find', () => this.#find());
    this.#diagram.on('create.end', () => this.#diagram?.get<Canvas>('canvas').focus());
    this.#diagram.on('commandStack.changed', () => this.#changed());
    this.#diagram.on('selection.changed', ({ newSelection }: { newSelection: ElementLike[] }) => {
      this.emit('element-selected', { id: newSelection.length === 1 ? (newSelection[0]?.id ?? null) : null });
    });
    await this.#importNow(this.#xml);
    if (unsaved) this.#savedAt = NEVER;
  }

  #import(xml: string): Promise<void> {
    this.#importing = this.#importing.then(() => this.#importNow(xml));
    return this.#importing;
  }

  async #importNow(xml: string): Promise<void> {
    const diagram = this.#diagram;
    if (!diagram || xml !== this.#xml) return;
    clearTimeout(this.#changeTimer);
    if (!xml) {
      diagram.clear();
      this.#opened(false);
      return;
    }
    const before = this.#open ? (await diagram.saveXML({ format: true })).xml : undefined;
    let cleared = false;
    try {
      const read = await readProcess(diagram.get<Moddle>('moddle'), xml);
      await document.fonts.ready;
      cleared = true;
      const { warnings } = await diagram.importXML(read.xml);
      this.#notice.hide();
      this.#opened(true);
      fitDrawing(diagram.get<Canvas>('canvas'), READABLE);
      const laidOut = read.laidOut ? ['This process had no drawing. It was laid out; save it to keep the drawing.'] : [];
      if (read.laidOut) this.#savedAt = NEVER;
      this.emit('process-imported', { warnings: [...laidOut, ...warnings.map(String)] });
    } catch (error) {
      const failure = importFailure(PROCESS, xml, error);
      this.#xml = before ?? '';
      if (cleared) {
        if (before) await diagram.importXML(before);
        this.#opened(before !== undefined);
      }
      this.#notice.show(failure.message);
      this.emit('import-failed', failure);
    }
  }

  #opened(open: boolean): void {
    this.#open = open;
    this.#empty.hidden = open;
    this.#savedAt = this.#stack?._stackIdx ?? -1;
    this.#toolbar.state(false, false, open);
    this.#showFindings();
  }

  #changed(): void {
    const stack = this.#stack;
    this.#toolbar.state(stack?.canUndo() ?? false, stack?.canRedo() ?? false, this.#open);
    clearTimeout(this.#changeTimer);
    this.#changeTimer = setTimeout(() => void this.#report(), CHANGE_DELAY_MS);
  }

  async #report(): Promise<void> {
    const xml = await this.getXml();
    this.#xml = xml;
    this.emit('process-changed', { xml, dirty: this.dirty });
  }

  #showFindings(): void {
    if (this.#open && this.#diagram) this.#marks.show(this.#diagram, this.#findings, (id) => this.select(id));
  }

  #loadTemplates(): void {
    if (!this.#placing || !this.#diagram) return;
    this.#diagram.on('elementTemplates.errors', ({ errors }: { errors: unknown[] }) => {
      this.emit('templates-refused', { messages: errors.map((error) => (error instanceof Error ? error.message : String(error))) });
    });
    this.#diagram.get<{ setTemplates(templates: unknown): void }>('elementTemplatesLoader').setTemplates(this.#templates);
  }

  #zoom(step: 1 | -1): void {
    this.#diagram?.get<{ stepZoom(step: number): void }>('zoomScroll').stepZoom(step);
  }

  #togglePanel(name: 'steps' | 'properties'): void {
    const open = this.dataset['panel'] === name ? undefined : name;
    if (open) this.dataset['panel'] = open;
    else delete this.dataset['panel'];
    this.#toolbar.panel(open);
  }

  #find(): void {
    if (this.dataset['panel'] !== 'steps') this.#togglePanel('steps');
    this.#palette.find();
  }

  #key(event: KeyboardEvent): void {
    if (this.#readonly || event.defaultPrevented || event.altKey || !(event.ctrlKey || event.metaKey)) return;
    const key = event.key.toLowerCase();
    const writes = event.target instanceof HTMLElement && event.target.closest('input, textarea, select, [contenteditable]') !== null;
    if (key === 's') void this.save();
    else if (writes) return;
    else if (key === 'y' || (key === 'z' && event.shiftKey)) this.#stack?.redo();
    else if (key === 'z') this.#stack?.undo();
    else return;
    event.preventDefault();
  }

  get #unsaved(): boolean {
    return this.#open && (this.#stack?._stackIdx ?? -1) !== this.#savedAt;
  }

  get #stack(): CommandStack | undefined {
    return this.#diagram?.get<CommandStack>('commandStack', false) ?? undefined;
  }
}

