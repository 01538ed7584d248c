import { describe, expect, it } from 'vitest';
import { stepTemplates } from '../../demo/templates';
import { meaningful, ofStep } from './properties';
import { best, paletteGroups, search } from './palette-entries';
import { supported } from './engine';

describe('the steps panel', () => {
  const groups = paletteGroups(stepTemplates);

  it('begins with the steps of the catalogue and ends with the grammar', () => {
    expect(groups.map((group) => group.title)).toEqual(['Mail', 'Memory', 'Rules', 'Writing', 'Begin and end', 'Branch', 'Wait', 'People and parts']);
  });

  it('shows a step once, in its newest version', () => {
    const [first] = stepTemplates;
    if (!first) throw new Error('there are templates');
    const both = paletteGroups([{ ...first, version: 2, name: 'Read any mail' }, first]);
    expect(both[0]?.entries.map((entry) => entry.title)).toEqual(['Read any mail']);
  });

  it('finds by any word of name, description or group', () => {
    const found = (query: string) => search(groups, query).flatMap((group) => group.entries.map((entry) => entry.title));
    expect(found('approved')).toEqual(['Send answer']);
    expect(found('memory')).toEqual(['Remember a message']);
    expect(found('no such thing')).toEqual([]);
  });
});

describe('what was typed', () => {
  it('means the entry of that name before others that only speak of it', () => {
    const groups = paletteGroups(stepTemplates);
    expect(best(groups, 'end')?.title).toBe('End');
    expect(best(groups, 'decide')?.title).toBe('Decide by table');
    expect(best(groups, ' ')).toBeUndefined();
  });
});

describe('menus and properties', () => {
  it('leave out what release would refuse', () => {
    const entries = { 'append-task': {}, 'append-complex-gateway': {}, 'replace-with-script-task': {}, 'append-transaction': {}, 'replace-with-conditional-flow': {} };
    expect(Object.keys(supported(entries as never))).toEqual(['append-task', 'replace-with-conditional-flow']);
  });

  it('ask for nothing that the engine ignores', () => {
    const groups = [{ id: 'general', entries: [{ id: 'name' }, { id: 'versionTag' }] }, { id: 'Zeebe__ExecutionListeners' }];
    expect(meaningful(groups, [])).toEqual([{ id: 'general', entries: [{ id: 'name' }] }]);
  });

  it('offer another implementation only where a drawing has the wrong one', () => {
    const groups = [{ id: 'implementation', entries: [{ id: 'businessRuleImplementation' }] }];
    expect(meaningful(groups, ['zeebe:TaskDefinition'])).toEqual([]);
    expect(meaningful(groups, ['zeebe:CalledDecision'])).toEqual(groups);
  });

  it('speak of values, not of the engine, where a step of the catalogue is chosen', () => {
    const groups = [{ id: 'general' }, { id: 'taskDefinition' }, { id: 'inputs', label: 'Input mapping' }, { id: 'outputs', label: 'Output mapping' }, { id: 'headers' }];
    const asks = { properties: [{ binding: { type: 'zeebe:input' } }] };
    expect(ofStep(groups, { properties: [] })).toEqual([{ id: 'general' }, { id: 'inputs', label: 'Values it takes' }, { id: 'outputs', label: 'Values it hands on' }]);
    expect(ofStep(groups, asks).map(({ id }) => id)).toEqual(['general', 'outputs']);
  });
});
