import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import process from '../../demo/lead-intake.bpmn?raw';
import { stepTemplates } from '../../demo/templates';
import { pretendSvg } from '../testing/svg';
import type { ProcessEditor, ProcessEditorEvents } from './process-editor';

let editor: ProcessEditor;

beforeAll(async () => {
  pretendSvg();
  await import('./index');
}, 60_000);

beforeEach(async () => {
  document.body.replaceChildren();
  editor = document.createElement('continuo-process-editor');
  editor.xml = process;
  editor.templates = stepTemplates;
  const imported = next('process-imported');
  document.body.append(editor);
  await imported;
});

function next<K extends keyof ProcessEditorEvents>(type: K): Promise<ProcessEditorEvents[K]> {
  return new Promise((resolve) => {
    const stop = editor.on(type, (detail) => {
      stop();
      resolve(detail);
    });
  });
}

const entry = (id: string) => editor.querySelector<HTMLButtonElement>(`[data-entry="${id}"]`);
const names = (xml: string, type: string) => [...xml.matchAll(new RegExp(`<bpmn:${type}[^>]*name="([^"]*)"`, 'g'))].map((match) => match[1]);

describe('an edited process', () => {
  it('is reported with its text and as not yet saved', async () => {
    const changed = next('process-changed');
    entry('continuo.send-answer')?.click();
    const { xml, dirty } = await changed;
    expect(dirty).toBe(true);
    expect(names(xml, 'serviceTask')).toContain('Send answer');
    expect(xml).toContain('zeebe:taskDefinition type="continuo.critical.send-answer"');
    expect(editor.xml).toBe(xml);
  });

  it('is clean again once saved', async () => {
    entry('choice')?.click();
    expect(editor.dirty).toBe(true);
    const saved = next('process-saved');
    const xml = await editor.save();
    expect((await saved).xml).toBe(xml);
    expect(editor.dirty).toBe(false);
  });

  it('does not open its own text anew when the server sends it back', async () => {
    const changed = next('process-changed');
    entry('choice')?.click();
    const { xml } = await changed;
    const imported = vi.fn();
    editor.on('process-imported', imported);
    editor.xml = xml;
    await editor.getXml();
    expect(imported).not.toHaveBeenCalled();
    expect(editor.dirty).toBe(true);
  });

  it('says which engine it was drawn for', async () => {
    const xml = await editor.getXml();
    expect(xml).toContain('modeler:executionPlatformVersion="8.5.0"');
  });

  it('gets a task for a person without what this engine has no job for', async () => {
    entry('person')?.click();
    const xml = await editor.getXml();
    expect(xml).toContain('<bpmn:userTask');
    expect(xml).not.toContain('zeebe:userTask');
  });

  it('can be put away and opened again', async () => {
    editor.xml = '';
    expect(await editor.getXml()).toBe('');
    expect(editor.querySelector<HTMLElement>('.continuo-empty')?.hidden).toBe(false);
    editor.xml = process;
    expect(names(await editor.getXml(), 'serviceTask')).toContain('Send answer');
    expect(editor.querySelector<HTMLElement>('.continuo-empty')?.hidden).toBe(true);
  });

  it('keeps unsaved work when it becomes read-only and back', async () => {
    entry('continuo.decide')?.click();
    editor.readonly = true;
    expect(names(await editor.getXml(), 'serviceTask')).toContain('Decide by table');
    editor.readonly = false;
    expect(names(await editor.getXml(), 'serviceTask')).toContain('Decide by table');
    expect(editor.dirty).toBe(true);
  });
});

describe('a step added without a pointer', () => {
  const begins = process.replace(/<bpmn:process[\s\S]*<\/bpmndi:BPMNDiagram>/, '').replace(
    '</bpmn:definitions>',
    `<bpmn:process id="new" isExecutable="true"><bpmn:startEvent id="begin" /></bpmn:process>
     <bpmndi:BPMNDiagram id="d"><bpmndi:BPMNPlane id="p" bpmnElement="new"><bpmndi:BPMNShape id="s" bpmnElement="begin"><dc:Bounds x="160" y="140" width="36" height="36" /></bpmndi:BPMNShape></bpmndi:BPMNPlane></bpmndi:BPMNDiagram></bpmn:definitions>`,
  );
  const arrows = (xml: string) => [...xml.matchAll(/<bpmn:sequenceFlow [^>]*sourceRef="([^"]*)" targetRef="([^"]*)"/g)].map(([, from, to]) => [from, to]);

  it('follows the start of a new flow, and the next one follows it', async () => {
    const imported = next('process-imported');
    editor.xml = begins;
    await imported;
    entry('continuo.decide')?.click();
    entry('end')?.click();
    const xml = await editor.getXml();
    const step = /<bpmn:serviceTask id="([^"]*)"/.exec(xml)?.[1];
    const end = /<bpmn:endEvent id="([^"]*)"/.exec(xml)?.[1];
    expect(arrows(xml)).toEqual([
      ['begin', step],
      [step, end],
    ]);
  });

  it('stands apart where nothing says what it follows', async () => {
    const before = arrows(await editor.getXml()).length;
    entry('continuo.decide')?.click();
    expect(arrows(await editor.getXml())).toHaveLength(before);
  });
});

describe('a text that is no process', () => {
  it.each([
    ['<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL">\n<bpmn:process>', 'Its XML is broken'],
    ['once upon a time', 'it has no <definitions> element'],
    [`<!DOCTYPE x [<!ENTITY a "b">]>${process}`, 'It contains a DOCTYPE'],
    ['<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"/>', 'It holds no process'],
  ])('is refused with a sentence, and the drawing stays: %#', async (bad, sentence) => {
    entry('choice')?.click();
    const before = await editor.getXml();
    const failed = next('import-failed');
    editor.xml = bad;
    const failure = await failed;
    expect(failure.message).toContain(sentence);
    expect(failure.xml).toBe(bad);
    expect(editor.querySelector('[role=alert]')?.textContent).toContain(sentence);
    expect(await editor.getXml()).toBe(before);
    expect(editor.dirty).toBe(true);
  });
});

describe('a process that was never drawn', () => {
  it('is laid out and said to be', async () => {
    const imported = next('process-imported');
    editor.xml = process.replace(/<bpmndi:BPMNDiagram[\s\S]*<\/bpmndi:BPMNDiagram>/, '');
    expect((await imported).warnings).toEqual([expect.stringContaining('had no drawing')]);
    expect(await editor.getXml()).toContain('bpmndi:BPMNShape');
    expect(editor.dirty).toBe(true);
  });
});

describe('findings', () => {
  it('stand on their elements, the worst first, and go when they are solved', () => {
    editor.findings = [
      { elementId: 'draft', severity: 'info', message: 'It has no documentation.' },
      { elementId: 'draft', severity: 'error', message: 'It has no template.' },
      { elementId: 'gone', severity: 'error', message: 'This element is not there.' },
    ];
    const badges = [...editor.querySelectorAll('.continuo-badge')];
    expect(badges.map((badge) => badge.getAttribute('aria-label'))).toEqual(['error: It has no template.\nIt has no documentation.']);
    editor.findings = [];
    expect(editor.querySelectorAll('.continuo-badge')).toHaveLength(0);
    expect(editor.querySelectorAll('.continuo-has-error')).toHaveLength(0);
  });

  it('lead to their element when pressed', async () => {
    editor.findings = [{ elementId: 'draft', severity: 'error', message: 'It has no template.' }];
    const selected = next('element-selected');
    editor.querySelector<HTMLButtonElement>('.continuo-badge')?.click();
    expect((await selected).id).toBe('draft');
  });
});
