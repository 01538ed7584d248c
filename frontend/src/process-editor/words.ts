import type { ModuleDeclaration } from 'didi';

/** What bpmn.io's panel says in the engine's words, in those of who draws. */
const WORDS: Record<string, string> = {
  'Local variable name': 'Name',
  'Variable assignment value': 'Value',
  'Process variable name': 'Name',
  'Input mapping': 'Values it takes',
  'Output mapping': 'Values it hands on',
  Applied: 'In use',
  'Template not found': 'Not known',
};

export function translate(template: string, replacements: Record<string, string> = {}): string {
  return (WORDS[template] ?? template).replace(/\{([^}]+)\}/g, (whole, key: string) => replacements[key] ?? whole);
}

export const wordsModule: ModuleDeclaration = { translate: ['value', translate] };
