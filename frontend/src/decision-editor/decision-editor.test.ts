import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import decision from '../../demo/lead-qualification.dmn?raw';
import { pretendSvg } from '../testing/svg';
import type { DecisionEditor, DecisionEditorEvents } from './decision-editor';

let editor: DecisionEditor;

beforeAll(async () => {
  pretendSvg();
  await import('./index');
}, 60_000);

beforeEach(async () => {
  document.body.replaceChildren();
  editor = document.createElement('continuo-decision-editor');
  editor.xml = decision;
  const imported = next('decision-imported');
  document.body.append(editor);
  await imported;
});

function next<K extends keyof DecisionEditorEvents>(type: K): Promise<DecisionEditorEvents[K]> {
  return new Promise((resolve) => {
    const stop = editor.on(type, (detail) => {
      stop();
      resolve(detail);
    });
  });
}

const rules = (xml: string) => xml.match(/<rule /g)?.length;
const tab = (name: string) => [...editor.querySelectorAll<HTMLElement>('[role=tab]')].find((element) => element.textContent === name);

const expression = `<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="x">
<decision id="base" name="Base price"><variable id="v" name="Base price" typeRef="TYPE" /><literalExpression id="e"><text>1 + 2</text></literalExpression></decision></definitions>`;
const typeOfTheAnswer = () => editor.querySelector<HTMLElement>('.variable-type-select .dms-input');

describe('an expression', () => {
  it.each([
    ['Any', 'anything'],
    ['dateTime', 'date and time'],
    ['number', 'number'],
    ['tMoney', 'tMoney'],
  ])('says the type %s in the words of who decides', async (type, words) => {
    const imported = next('decision-imported');
    editor.xml = expression.replace('TYPE', type);
    await imported;
    await vi.waitFor(() => expect(typeOfTheAnswer()?.textContent).toBe(words));
  });

  it('without a type says nothing about it, and takes one in words', async () => {
    const imported = next('decision-imported');
    editor.xml = expression.replace(' typeRef="TYPE"', '');
    await imported;
    await vi.waitFor(() => expect(typeOfTheAnswer()?.textContent).toBe(''));
    typeOfTheAnswer()?.click();
    const options = await vi.waitFor(() => {
      const found = [...editor.querySelectorAll<HTMLElement>('.dms-select-options .option')];
      expect(found.map(({ textContent }) => textContent)).toContain('yes or no');
      return found;
    });
    const changed = next('decision-changed');
    options.find(({ textContent }) => textContent === 'yes or no')?.click();
    expect((await changed).xml).toContain('typeRef="boolean"');
  });
});

describe('a decision', () => {
  it('opens with its table, not with the overview', async () => {
    expect(editor.querySelectorAll('tbody tr')).toHaveLength(6);
    await vi.waitFor(() => expect(tab('Lead qualification')?.getAttribute('aria-selected')).toBe('true'));
  });

  it('is built once, also when a dialog moves it about before it is open', async () => {
    const moved = document.createElement('continuo-decision-editor');
    moved.xml = decision;
    document.body.append(moved);
    document.body.prepend(moved);
    await moved.getXml();
    expect(moved.querySelectorAll('.continuo-toolbar')).toHaveLength(1);
    expect(moved.querySelectorAll('.continuo-decision-frame')).toHaveLength(1);
  });

  it('is reported when a rule is added, and can be undone', async () => {
    const changed = next('decision-changed');
    editor.querySelector<HTMLElement>('.add-rule')?.click();
    expect(rules((await changed).xml)).toBe(7);
    editor.querySelector<HTMLElement>('[aria-label^=Undo]')?.click();
    expect(rules(await editor.getXml())).toBe(6);
  });

  it('lights the rules that hit, and only those', () => {
    editor.hits = ['rule-2'];
    expect(editor.querySelector('style')?.textContent).toContain('td[data-row-id="rule-2"]');
    editor.hits = [];
    expect(editor.querySelector('style')?.textContent).toBe('');
  });

  it('cannot be changed when it is read-only, and keeps what was changed before', async () => {
    const changed = next('decision-changed');
    editor.querySelector<HTMLElement>('.add-rule')?.click();
    await changed;
    editor.readonly = true;
    expect(rules(await editor.getXml())).toBe(7);
    expect(editor.querySelector('.add-rule')).toBeNull();
  });

  it.each([
    ['<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="n" namespace="x"/>', 'It holds no decision table'],
    ['<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/"><decision>', 'Its XML is broken'],
    ['{"not": "xml"}', 'The text is not DMN 1.3'],
    [`<!DOCTYPE definitions>${decision}`, 'It contains a DOCTYPE'],
  ])('stays when a text is refused: %#', async (bad, sentence) => {
    const before = await editor.getXml();
    const failed = next('import-failed');
    editor.xml = bad;
    expect((await failed).message).toContain(sentence);
    expect(await editor.getXml()).toBe(before);
  });
});
