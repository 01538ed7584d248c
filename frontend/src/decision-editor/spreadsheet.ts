import type { ModuleDeclaration } from 'didi';
import { asFeel, block } from './block';

interface Column {
  businessObject: { typeRef?: string; inputExpression?: { typeRef?: string } };
}

interface Cell {
  businessObject: unknown;
  row: Row;
  col: Column;
}

interface Row {
  cells: Cell[];
}

interface EventBus {
  on(event: string, listener: () => void): void;
}

interface CellSelection {
  getCellSelection(): string | null;
  selectCell(direction: 'above' | 'below' | 'left' | 'right'): boolean;
}

interface Services {
  renderer: { getContainer(): HTMLElement };
  sheet: { getRoot(): { rows: Row[]; cols: Column[] } };
  registry: { get(id: string): Cell | undefined };
  modeling: { editCell(cell: unknown, text: string): void; addRow(attributes: object): Row };
}

const DIRECTIONS = { ArrowUp: 'above', ArrowDown: 'below', ArrowLeft: 'left', ArrowRight: 'right' } as const;

const MODIFIERS = new Set(['Control', 'Meta', 'Alt', 'Shift']);

/** What hands know from spreadsheets: arrows go from cell to cell, and cells that were copied there are pasted as cells. */
class Spreadsheet {
  static readonly $inject = ['eventBus', 'cellSelection', 'renderer', 'sheet', 'elementRegistry', 'modeling'];

  readonly #selection: CellSelection;
  readonly #services: Services;

  /** The cell that an arrow led to, until somebody types or clicks in it: there every arrow goes on. */
  #arrived: string | null = null;

  constructor(
    eventBus: EventBus,
    selection: CellSelection,
    renderer: Services['renderer'],
    sheet: Services['sheet'],
    registry: Services['registry'],
    modeling: Services['modeling'],
  ) {
    this.#selection = selection;
    this.#services = { renderer, sheet, registry, modeling };
    let listening: AbortController | undefined;
    eventBus.on('attach', () => {
      listening?.abort();
      listening = new AbortController();
      const options = { capture: true, signal: listening.signal }; // before the field that has the caret hears of it
      const table = renderer.getContainer();
      table.addEventListener('keydown', (event) => this.#key(event), options);
      table.addEventListener('pointerdown', () => (this.#arrived = null), options);
      table.addEventListener('paste', (event) => this.#paste(event), options);
    });
    eventBus.on('detach', () => listening?.abort());
  }

  #key(event: KeyboardEvent): void {
    const at = this.#selection.getCellSelection();
    const fresh = at !== null && at === this.#arrived;
    if (!(event.key in DIRECTIONS) || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) {
      if (!MODIFIERS.has(event.key)) this.#arrived = null;
      return;
    }
    const key = event.key as keyof typeof DIRECTIONS;
    const field = fieldOf(event.target);
    if (!field || at === null || choosing(field) || !(fresh || leaves(key, field))) return;
    event.preventDefault();
    event.stopPropagation();
    this.#selection.selectCell(DIRECTIONS[key]);
    this.#arrived = this.#selection.getCellSelection();
  }

  #paste(event: ClipboardEvent): void {
    const id = this.#selection.getCellSelection();
    const cell = id ? this.#services.registry.get(id) : undefined;
    const pasted = block(event.clipboardData?.getData('text/plain') ?? '');
    if (!cell?.row || !pasted || !fieldOf(event.target)) return;
    event.preventDefault();
    event.stopPropagation();
    this.#fill(cell, pasted);
  }

  #fill(first: Cell, texts: string[][]): void {
    const { sheet, modeling } = this.#services;
    const { rows, cols } = sheet.getRoot();
    const top = rows.indexOf(first.row);
    const left = first.row.cells.indexOf(first);
    texts.forEach((line, down) => {
      const row = rows[top + down] ?? modeling.addRow({ type: 'dmn:DecisionRule' });
      line.forEach((text, right) => {
        const cell = row.cells[left + right];
        const column = cols[left + right]?.businessObject;
        if (cell) modeling.editCell(cell.businessObject, asFeel(text, column?.inputExpression?.typeRef ?? column?.typeRef));
      });
    });
  }
}

/** The field of a cell that is being typed in. */
function fieldOf(target: EventTarget | null): HTMLElement | undefined {
  if (!(target instanceof HTMLElement) || !target.closest('td[data-coords]')) return undefined;
  return target.closest<HTMLElement>('[contenteditable=true], .cm-content') ?? undefined;
}

/** Whether suggestions are open: the arrows go through them. */
function choosing(field: HTMLElement): boolean {
  return !!field.closest('.cm-editor')?.querySelector('.cm-tooltip-autocomplete');
}

/** Whether a key leads out of a field: up and down where there is one line, left and right at the ends of the text. */
function leaves(key: keyof typeof DIRECTIONS, field: HTMLElement): boolean {
  const several = field.querySelectorAll('.cm-line').length > 1 || /\n./.test(field.textContent);
  if (key === 'ArrowUp' || key === 'ArrowDown') return !several;
  const caret = document.getSelection();
  if (!caret?.isCollapsed || !caret.anchorNode || !field.contains(caret.anchorNode)) return false;
  const side = document.createRange();
  side.selectNodeContents(field);
  if (key === 'ArrowLeft') side.setEnd(caret.anchorNode, caret.anchorOffset);
  else side.setStart(caret.anchorNode, caret.anchorOffset);
  return side.toString() === '';
}

export const spreadsheetModule: ModuleDeclaration = {
  __init__: ['continuoSpreadsheet'],
  continuoSpreadsheet: ['type', Spreadsheet],
};
