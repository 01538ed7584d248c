/** An element template of the step catalogue, as far as the palette reads it. */
export interface StepTemplate {
  id: string;
  name: string;
  version?: number;
  description?: string;
  category?: { id: string; name: string };
  icon?: { contents: string };
  appliesTo: string[];
  elementType?: { value: string };
  keywords?: string[];
}

export interface PaletteEntry {
  id: string;
  title: string;
  description?: string | undefined;
  /** A class of bpmn.io's icon font. */
  iconClass?: string | undefined;
  /** An image as a data address. */
  image?: string | undefined;
  words: string;
  create: { template: StepTemplate } | { type: string; eventDefinitionType?: string; isExpanded?: boolean };
}

export interface PaletteGroup {
  id: string;
  title: string;
  entries: PaletteEntry[];
}

type Basic = [id: string, title: string, description: string, iconClass: string, create: Exclude<PaletteEntry['create'], { template: unknown }>];

const BEGIN: Basic[] = [
  ['start', 'Start', 'The flow starts by hand or by a call.', 'start-event-none', { type: 'bpmn:StartEvent' }],
  ['start-message', 'When a message arrives', 'The flow starts with a message, such as a mail.', 'start-event-message', { type: 'bpmn:StartEvent', eventDefinitionType: 'bpmn:MessageEventDefinition' }],
  ['start-timer', 'On a schedule', 'The flow starts at a time, once or again and again.', 'start-event-timer', { type: 'bpmn:StartEvent', eventDefinitionType: 'bpmn:TimerEventDefinition' }],
  ['end', 'End', 'This path is done.', 'end-event-none', { type: 'bpmn:EndEvent' }],
];

const WAIT: Basic[] = [
  ['wait-message', 'Wait for a message', 'Goes on when a message for this run arrives.', 'intermediate-event-catch-message', { type: 'bpmn:IntermediateCatchEvent', eventDefinitionType: 'bpmn:MessageEventDefinition' }],
  ['wait-time', 'Wait for a time', 'Goes on after a while or at a date.', 'intermediate-event-catch-timer', { type: 'bpmn:IntermediateCatchEvent', eventDefinitionType: 'bpmn:TimerEventDefinition' }],
  ['wait-first', 'Whatever comes first', 'Waits for several things and follows the first.', 'gateway-eventbased', { type: 'bpmn:EventBasedGateway' }],
];

const BRANCH: Basic[] = [
  ['choice', 'Choice', 'Follows the first path whose condition holds.', 'gateway-xor', { type: 'bpmn:ExclusiveGateway' }],
  ['parallel', 'At the same time', 'Follows all paths, or waits for all of them.', 'gateway-parallel', { type: 'bpmn:ParallelGateway' }],
];

const COMPOSE: Basic[] = [
  ['person', 'A person does this', 'Lands in the inbox and waits there.', 'user-task', { type: 'bpmn:UserTask' }],
  ['group', 'Group of steps', 'Steps that belong together.', 'subprocess-expanded', { type: 'bpmn:SubProcess', isExpanded: true }],
  ['call', 'Another flow', 'Runs a released flow and waits for its end.', 'call-activity', { type: 'bpmn:CallActivity' }],
  ['note', 'Note', 'A word to the reader of the drawing.', 'text-annotation', { type: 'bpmn:TextAnnotation' }],
];

/** What the panel offers: first the catalogue's steps by their groups, then the grammar that holds them together. */
export function paletteGroups(templates: readonly StepTemplate[]): PaletteGroup[] {
  const groups = new Map<string, PaletteGroup>();
  for (const template of newest(templates)) {
    const { id, name } = template.category ?? { id: 'steps', name: 'Steps' };
    const group = groups.get(id) ?? { id, title: name, entries: [] };
    groups.set(id, group);
    group.entries.push(stepEntry(template));
  }
  return [
    ...groups.values(),
    basicGroup('begin', 'Begin and end', BEGIN),
    basicGroup('branch', 'Branch', BRANCH),
    basicGroup('wait', 'Wait', WAIT),
    basicGroup('compose', 'People and parts', COMPOSE),
  ];
}

/** The groups reduced to entries that contain all words of a query; empty groups fall away. */
export function search(groups: readonly PaletteGroup[], query: string): PaletteGroup[] {
  const wanted = query.toLowerCase().split(/\s+/).filter(Boolean);
  return groups
    .map((group) => ({
      ...group,
      entries: group.entries.filter((entry) => wanted.every((word) => `${entry.words} ${group.title}`.toLowerCase().includes(word))),
    }))
    .filter((group) => group.entries.length > 0);
}

/** What a typed query means most likely: the entry that is called so, that begins so, or else the first that fits. */
export function best(groups: readonly PaletteGroup[], query: string): PaletteEntry | undefined {
  const wanted = query.trim().toLowerCase();
  if (!wanted) return undefined;
  const found = search(groups, query).flatMap(({ entries }) => entries);
  const titled = (fits: (title: string) => boolean) => found.find(({ title }) => fits(title.toLowerCase()));
  return titled((title) => title === wanted) ?? titled((title) => title.startsWith(wanted)) ?? found[0];
}

function newest(templates: readonly StepTemplate[]): StepTemplate[] {
  const byId = new Map<string, StepTemplate>();
  for (const template of templates) {
    const known = byId.get(template.id);
    if (!known || (template.version ?? 0) > (known.version ?? 0)) byId.set(template.id, template);
  }
  return [...byId.values()];
}

function stepEntry(template: StepTemplate): PaletteEntry {
  const type = template.elementType?.value ?? template.appliesTo[0] ?? 'bpmn:ServiceTask';
  return {
    id: template.id,
    title: template.name,
    description: template.description,
    image: template.icon?.contents,
    iconClass: `bpmn-icon-${kebab(type)}`,
    words: [template.name, template.description, ...(template.keywords ?? [])].join(' '),
    create: { template },
  };
}

function basicGroup(id: string, title: string, entries: Basic[]): PaletteGroup {
  return {
    id,
    title,
    entries: entries.map(([entryId, name, description, iconClass, create]) => ({
      id: entryId,
      title: name,
      description,
      iconClass: `bpmn-icon-${iconClass}`,
      words: `${name} ${description}`,
      create,
    })),
  };
}

function kebab(type: string): string {
  return type
    .replace(/^bpmn:/, '')
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase();
}
