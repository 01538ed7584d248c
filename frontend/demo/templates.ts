import type { StepTemplate } from '../src/process-editor/palette-entries';

const SCHEMA = 'https://unpkg.com/@camunda/zeebe-element-templates-json-schema/resources/schema.json';

type Input = [name: string, title: string];

function template(id: string, name: string, category: string, description: string, inputs: Input[], output: string): StepTemplate {
  const own = {
    $schema: SCHEMA,
    id: `continuo.${id}`,
    version: 1,
    name,
    description,
    category: { id: category.toLowerCase(), name: category },
    appliesTo: ['bpmn:Task', 'bpmn:ServiceTask'],
    elementType: { value: 'bpmn:ServiceTask' },
    groups: [
      { id: 'in', label: 'What it needs' },
      { id: 'out', label: 'What it gives' },
    ],
    properties: [
      { type: 'Hidden', value: `continuo.critical.${id}`, binding: { type: 'zeebe:taskDefinition', property: 'type' } },
      ...inputs.map(([input, title]) => ({
        type: 'String',
        label: title,
        feel: 'optional',
        group: 'in',
        value: `=${input}`,
        binding: { type: 'zeebe:input', name: input },
      })),
      { type: 'String', label: 'Result', group: 'out', value: output, binding: { type: 'zeebe:taskHeader', key: 'result' } },
    ],
  };
  return own;
}

export const stepTemplates: StepTemplate[] = [
  template('read-mail', 'Read a mail', 'Mail', 'Takes sender, subject, dates and amounts out of a mail.', [['mail', 'Mail']], 'lead'),
  template('send-answer', 'Send answer', 'Mail', 'Sends a mail once it is approved.', [['draft', 'Draft'], ['lead', 'Lead']], 'answer'),
  template('remember-message', 'Remember a message', 'Memory', 'Keeps a message and what it says as facts.', [['lead', 'Lead']], 'memory'),
  template('decide', 'Decide by table', 'Rules', 'Asks a decision table.', [['decision', 'Table']], 'result'),
  template('draft-answer', 'Draft an answer', 'Writing', 'Writes a draft from a template and known facts.', [['lead', 'Lead'], ['qualification', 'Qualification']], 'draft'),
];
