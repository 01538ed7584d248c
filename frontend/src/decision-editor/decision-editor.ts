import type Manager from 'dmn-js-shared/manager-types';
import type { View, Viewer } from 'dmn-js-shared/manager-types';
import Modeler from 'dmn-js/lib/Modeler';
import NavigatedViewer from 'dmn-js/lib/NavigatedViewer';
import type Canvas from 'diagram-js/lib/core/Canvas';
import { ContinuoElement } from '../element/continuo-element';
import { drdDrawing, fitDrawing } from '../element/drawing';
import { html, iconButton, separator } from '../element/dom';
import { DECISION, importFailure, type ImportFailure } from '../element/import-sentence';
import { Notice } from '../element/notice';
import { tryDecision } from '../element/reading';
import { showChoicesInWords } from './choices';
import { connectingModule } from './connecting';
import { decisionStyles, loadDecisionFont } from './styles';
import { layoutModule } from './layout';
import { spreadsheetModule } from './spreadsheet';
import { Tabs } from './tabs';
import { firstView, hitStyles } from './views';
import { wordsModule } from './words';

export interface DecisionEditorEvents {
  /** The decision was edited: at most once in 300 ms. */
  'decision-changed': { xml: string };
  /** `save()` was called or Ctrl+S pressed. */
  'decision-saved': { xml: string };
  'decision-imported': { warnings: string[] };
  /** A text was refused; what was open before still is. */
  'import-failed': ImportFailure;
}

interface CommandStack {
  canUndo(): boolean;
  canRedo(): boolean;
  undo(): void;
  redo(): void;
}

const CHANGE_DELAY_MS = 300;
showChoicesInWords();
let instances = 0;

/** Edits decisions: the table itself first, other decisions of the model and their overview as tabs. */
export class DecisionEditor extends ContinuoElement<DecisionEditorEvents> {
  protected readonly styles = decisionStyles;

  readonly #scope = `decision-${++instances}`;
  readonly #notice = new Notice();
  readonly #empty = html('p', { class: 'continuo-empty' }, 'No decision is open.');
  readonly #stage = html('div', { class: 'continuo-decision', 'data-scope': this.#scope });
  readonly #hitSheet = html('style');
  readonly #undo = iconButton('undo', 'Undo (Ctrl+Z)', () => this.#stack?.undo());
  readonly #redo = iconButton('redo', 'Redo (Ctrl+Y)', () => this.#stack?.redo());
  readonly #tabs = new Tabs((view) => void this.#manager?.open(view));

  #manager: Manager | undefined;
  #xml = '';
  #readonly = false;
  #hits: readonly string[] = [];
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
    if (xml === this.#xml) return;
    this.#xml = xml;
    if (this.#manager) void this.#import(xml);
  }

  get readonly(): boolean {
    return this.#readonly;
  }

  set readonly(readonly: boolean) {
    if (readonly === this.#readonly) return;
    this.#readonly = readonly;
    this.toggleAttribute('readonly', readonly);
    if (this.#manager) void this.#rebuild();
  }

  get hits(): readonly string[] {
    return this.#hits;
  }

  /** Ids of the rules to light, for instance the ones that hit in a trial. */
  set hits(value: readonly string[] | null | undefined) {
    this.#hits = value ?? [];
    this.#hitSheet.textContent = hitStyles(`[data-scope="${this.#scope}"]`, this.#hits);
    this.#reveal();
  }

  /** Scrolls the table, and only the table, to the first row that is lit. */
  #reveal(): void {
    const cell = [...this.#stage.querySelectorAll<HTMLElement>('td[data-row-id]')].find(({ dataset }) => this.#hits.includes(dataset['rowId'] ?? ''));
    const frame = cell?.closest<HTMLElement>('.tjs-table-container');
    if (!cell || !frame) return;
    const { top, bottom } = cell.getBoundingClientRect();
    const seen = frame.getBoundingClientRect();
    const head = frame.querySelector('thead')?.getBoundingClientRect().height ?? 0;
    if (top < seen.top + head || bottom > seen.bottom) frame.scrollTop += top - seen.top - head - (seen.height - head - (bottom - top)) / 2;
  }

  /** The decision as it is now; a cell that is being typed in is taken as it stands. */
  async getXml(): Promise<string> {
    await this.#importing;
    return this.#edited();
  }

  async save(): Promise<string> {
    clearTimeout(this.#changeTimer);
    this.#xml = await this.getXml();
    this.emit('decision-saved', { xml: this.#xml });
    return this.#xml;
  }

  protected connected(): void {
    this.takeOver('xml', 'readonly', 'hits');
    if (this.#built) return;
    this.#built = true;
    loadDecisionFont();
    const edits = html('span', { class: 'continuo-edits' }, this.#undo, this.#redo, separator());
    this.append(
      html('div', { class: 'continuo-toolbar', role: 'toolbar', 'aria-label': 'Decision' }, edits, this.#tabs.element),
      this.#notice.element,
      html('div', { class: 'continuo-decision-frame' }, this.#hitSheet, this.#stage, this.#empty),
    );
    this.addEventListener('keydown', (event) => this.#key(event));
    void this.#rebuild();
  }

  async #edited(): Promise<string> {
    if (!this.#open || !this.#manager) return this.#xml;
    return (await this.#manager.saveXML({ format: true })).xml;
  }

  /** Makes the editor that fits `readonly`, with what was in the one before. */
  #rebuild(): Promise<void> {
    this.#importing = this.#importing.then(() => this.#rebuildNow());
    return this.#importing;
  }

  async #rebuildNow(): Promise<void> {
    this.#xml = await this.#edited();
    this.#manager?.destroy();
    this.#open = false;
    const options = {
      container: this.#stage,
      drd: { ...drdDrawing(this), additionalModules: this.#readonly ? [wordsModule] : [wordsModule, layoutModule, connectingModule] },
      decisionTable: { additionalModules: this.#readonly ? [wordsModule] : [wordsModule, spreadsheetModule] },
      literalExpression: { additionalModules: [wordsModule] },
      boxedExpression: { additionalModules: [wordsModule] },
      common: {
        expressionLanguages: { options: [{ value: 'feel', label: 'FEEL' }], defaults: { editor: 'feel' } },
      },
    };
    const manager = this.#readonly ? new NavigatedViewer(options) : new Modeler(options);
    this.#manager = manager;
    manager.on('viewer.created', ({ viewer }: { viewer: Viewer }) => {
      viewer.on('commandStack.changed', ({ trigger }: { trigger?: string }) => this.#changed(trigger));
    });
    manager.on('views.changed', ({ views, activeView }: { views: View[]; activeView?: View }) => {
      this.#tabs.show(views, activeView, !this.#readonly);
      if (activeView?.type === 'drd') fitDrawing(manager.getActiveViewer()?.get('canvas') as Canvas);
      this.#tools();
    });
    await this.#importNow(this.#xml);
  }

  #import(xml: string): Promise<void> {
    this.#importing = this.#importing.then(() => this.#importNow(xml));
    return this.#importing;
  }

  async #importNow(xml: string): Promise<void> {
    const manager = this.#manager;
    if (!manager || xml !== this.#xml) return;
    clearTimeout(this.#changeTimer);
    if (!xml) {
      this.#opened(false);
      return;
    }
    const before = this.#open ? (await manager.saveXML({ format: true })).xml : undefined;
    let cleared = false;
    const view = manager.getActiveView()?.id;
    try {
      await tryDecision(manager._moddle, xml);
      cleared = true;
      const warnings = await this.#show(manager, xml, view);
      this.#notice.hide();
      this.#opened(true);
      this.emit('decision-imported', { warnings: warnings.map(String) });
    } catch (error) {
      const failure = importFailure(DECISION, xml, error);
      this.#xml = before ?? '';
      if (cleared) {
        if (before) await this.#show(manager, before, view);
        this.#opened(before !== undefined);
      }
      this.#notice.show(failure.message);
      this.emit('import-failed', failure);
    }
  }

  async #show(manager: Manager, xml: string, viewId: string | undefined): Promise<unknown[]> {
    const { warnings } = await manager.importXML(xml, { open: false });
    const view = firstView(manager.getViews(), viewId);
    if (!view) throw new Error('it holds no decision');
    await manager.open(view);
    return warnings;
  }

  #opened(open: boolean): void {
    this.#open = open;
    this.#empty.hidden = open;
    this.#stage.hidden = !open;
    this.#tools();
  }

  #changed(trigger: string | undefined): void {
    this.#tools();
    if (trigger === 'clear' || !this.#open) return;
    clearTimeout(this.#changeTimer);
    this.#changeTimer = setTimeout(() => void this.#report(), CHANGE_DELAY_MS);
  }

  async #report(): Promise<void> {
    this.#xml = await this.getXml();
    this.emit('decision-changed', { xml: this.#xml });
  }

  #tools(): void {
    this.#undo.disabled = !this.#stack?.canUndo();
    this.#redo.disabled = !this.#stack?.canRedo();
  }

  #key(event: KeyboardEvent): void {
    if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 's') {
      event.preventDefault();
      if (!this.#readonly) void this.save();
    }
  }

  get #stack(): CommandStack | undefined {
    if (this.#readonly || !this.#open) return undefined;
    return (this.#manager?.getActiveViewer()?.get('commandStack', false) ?? undefined) as CommandStack | undefined;
  }
}
