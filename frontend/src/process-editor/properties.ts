import type { ModuleDeclaration } from 'didi';
import { getBusinessObject } from 'bpmn-js/lib/util/ModelUtil';
import type { Element } from 'diagram-js/lib/model/Types';

interface Entry {
  id: string;
}

export interface Group {
  id: string;
  label?: string;
  entries?: Entry[];
}

/** A step of the catalogue, as far as its panel depends on it. */
export interface Step {
  properties: { binding: { type: string } }[];
}

interface Extension {
  $type: string;
}

interface PropertiesPanel {
  registerProvider(priority: number, provider: object): void;
}

/** What this engine version ignores without a word, or refuses: nobody should be asked for it. */
const GROUPS = new Set(['Zeebe__ExecutionListeners', 'Zeebe__TaskListeners', 'Zeebe__ExtensionProperties']);
const ENTRIES = new Set(['versionTag', 'bindingType']);

/** How a task is carried out is not a choice here, a job does it; the choice shows only where a drawing says otherwise, to put it right. */
const CHOICES: Record<string, string> = {
  userTaskImplementation: 'zeebe:UserTask',
  businessRuleImplementation: 'zeebe:CalledDecision',
  scriptImplementation: 'zeebe:Script',
};

/** The groups of the properties panel without what has no meaning for the engine. `extensions` are the element's own. */
export function meaningful(groups: readonly Group[], extensions: readonly string[]): Group[] {
  const kept = (entry: Entry) => {
    const choice = CHOICES[entry.id];
    if (choice !== undefined) return extensions.includes(choice) || !extensions.some((type) => type === 'zeebe:TaskDefinition' || type === choice);
    return !ENTRIES.has(entry.id);
  };
  return groups
    .filter((group) => !GROUPS.has(group.id))
    .map((group) => (group.entries ? { ...group, entries: group.entries.filter(kept) } : group))
    .filter((group) => group.entries?.length !== 0);
}

/** What a step of the catalogue has decided itself. */
const ENGINE = new Set(['taskDefinition', 'headers', 'businessRuleImplementation']);
/** The groups that stay, in the words of who draws. */
const WORDS: Record<string, string> = { ElementTemplates__Template: 'Step', inputs: 'Values it takes', outputs: 'Values it hands on' };

/** The groups of a catalogue step: engine words go; mappings of values stay, except those that its own fields stand for. */
export function ofStep(groups: readonly Group[], step: Step): Group[] {
  const asksForValues = step.properties.some(({ binding }) => binding.type === 'zeebe:input');
  return groups
    .filter(({ id }) => !ENGINE.has(id) && !(id === 'inputs' && asksForValues))
    .map((group) => {
      const label = WORDS[group.id];
      return label ? { ...group, label } : group;
    });
}

const AFTER_ALL = 200;

interface ElementTemplates {
  get(element: Element): Step | null | undefined;
}

class MeaningfulProperties {
  static readonly $inject = ['propertiesPanel', 'elementTemplates'];
  readonly #templates: ElementTemplates;

  constructor(propertiesPanel: PropertiesPanel, elementTemplates: ElementTemplates) {
    this.#templates = elementTemplates;
    propertiesPanel.registerProvider(AFTER_ALL, this);
  }

  getGroups(element: Element): (groups: Group[]) => Group[] {
    const { extensionElements } = getBusinessObject(element) as { extensionElements?: { values?: Extension[] } };
    const extensions = (extensionElements?.values ?? []).map(({ $type }) => $type);
    const step = this.#templates.get(element);
    return (groups) => meaningful(step ? ofStep(groups, step) : groups, extensions);
  }
}

export const propertiesModule: ModuleDeclaration = {
  __init__: ['meaningfulProperties'],
  meaningfulProperties: ['type', MeaningfulProperties],
};
