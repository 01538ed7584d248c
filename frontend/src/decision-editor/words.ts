import type { ModuleDeclaration } from 'didi';

/** What dmn-js says in the standard's words, in those of who decides. */
const WORDS: Record<string, string> = {
  string: 'text',
  boolean: 'yes or no',
  dateTime: 'date and time',
  dayTimeDuration: 'days and hours',
  yearMonthDuration: 'years and months',
  Any: 'anything',
  'Input label': 'What people call it',
  'Input expression': 'Value it looks at',
  Expression: 'Value it looks at',
  'Output label': 'What people call it',
  'Output name': 'Name of the answer',
  'Create decision': 'Add a decision',
  'Create input data': 'Add a value that is handed over',
  'Create knowledge source': 'Add a source, for the reader',
  'Create knowledge model': 'Add a calculation that decisions share',
  'Append decision': 'Add a decision that it needs',
  'Append input data': 'Add a value that it needs',
  'Append knowledge source': 'Add a source, for the reader',
  'Append business knowledge model': 'Add a calculation that it uses',
  'Add text annotation': 'Add a note',
  'Connect to other element': 'Connect: drag to what needs it',
  'Change type': 'Table or expression',
  'Open decision table': 'Open the table',
  'Open literal expression': 'Open the expression',
  Empty: 'Not said yet',
  'Literal expression': 'Expression',
  'Literal Expression': 'Expression',
  'Activate hand tool': 'Move the drawing',
  'Activate lasso tool': 'Choose several',
  'Variable name:': 'Its name in other decisions:',
  'Variable type:': 'Type of the answer:',
  'Expression language:': 'Written in:',
  'Hit policy:': 'Which rows count:',
  'No overlap is possible and all rules are disjoint. Only a single rule can be matched':
    'Exactly one row fits. Two that fit are a mistake, and the run stops.',
  'Rules may overlap. The first matching rule will be chosen': 'The first row that fits, from the top. Put exceptions above what is usual.',
  'Rules may overlap. The one with the highest priority will be chosen':
    'Of the rows that fit, the one whose answer stands first in the list of values.',
  'Rules may overlap. Their output have to match': 'Several rows may fit if they answer the same.',
  'Collects the values of all matching rules': 'All rows that fit answer, as a list.',
  'Collects the values of all matching rules and sums up to a single value': 'All rows that fit, added up.',
  'Collects the values of all matching rules and uses the lowest value': 'The smallest answer of the rows that fit.',
  'Collects the values of all matching rules and uses the highest value': 'The largest answer of the rows that fit.',
  'Collects the values of all matching rules and counts the number of them': 'How many rows fit.',
  'Collects the values of all matching rules in rule order': 'All rows that fit, in the order of the table.',
  'Collects the values of all matching rules in decreasing output priority order': 'All rows that fit, in the order of the list of values.',
};

export function translate(template: string, replacements: Record<string, string> = {}): string {
  return (WORDS[template] ?? template).replace(/\{\s*([^}\s]+)\s*\}/g, (whole, key: string) => replacements[key] ?? whole);
}

export const wordsModule: ModuleDeclaration = { translate: ['value', translate] };
