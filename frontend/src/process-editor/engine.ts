import behaviors from 'camunda-bpmn-js-behaviors/lib/camunda-cloud';
import type { ModuleDeclaration } from 'didi';
import type EventBus from 'diagram-js/lib/core/EventBus';
import type PopupMenu from 'diagram-js/lib/features/popup-menu/PopupMenu';
import type { PopupMenuEntries } from 'diagram-js/lib/features/popup-menu/PopupMenuProvider';

/** The engine that processes are drawn for. */
export const ENGINE = { platform: 'Camunda Cloud', version: '8.5.0' };

/** Adds the attributes that tell other editors which engine a process was drawn for. */
export const modelerModdle = {
  name: 'Modeler',
  prefix: 'modeler',
  uri: 'http://camunda.org/schema/modeler/1.0',
  xml: { tagAlias: 'lowerCase' },
  associations: [],
  types: [
    {
      name: 'Definitions',
      isAbstract: true,
      extends: ['bpmn:Definitions'],
      properties: [
        { name: 'executionPlatform', isAttr: true, type: 'String' },
        { name: 'executionPlatformVersion', isAttr: true, type: 'String' },
      ],
    },
  ],
};

/**
 * The stock behaviours would turn new tasks into what this engine version has no job for (native user tasks), and new
 * decisions and scripts into what release refuses. Here each of them stays a job of the step catalogue.
 */
const jobsOnly: ModuleDeclaration = {
  createZeebeUserTaskBehavior: ['value', {}],
  createZeebeBusinessRuleTaskBehavior: ['value', {}],
  createZeebeScriptTaskBehavior: ['value', {}],
};

const UNSUPPORTED = /complex-gateway|transaction|ad-hoc|conditional(?!-flow)|cancel|script-task|choreography/;
const MENUS = ['bpmn-append', 'bpmn-create', 'bpmn-replace'];
const AFTER_ALL = 100;

/** Takes out of the menus what release would refuse anyway. */
export class SupportedElements {
  static readonly $inject = ['popupMenu'];

  constructor(popupMenu: PopupMenu) {
    for (const menu of MENUS) popupMenu.registerProvider(menu, AFTER_ALL, this);
  }

  getPopupMenuEntries(): (entries: PopupMenuEntries) => PopupMenuEntries {
    return supported;
  }
}

export function supported(entries: PopupMenuEntries): PopupMenuEntries {
  return Object.fromEntries(Object.entries(entries).filter(([id]) => !UNSUPPORTED.test(id)));
}

/** Stamps a process that does not say what it was drawn for. */
function stampEngine(eventBus: EventBus): object {
  eventBus.on('import.parse.complete', ({ definitions }: { definitions?: Record<string, unknown> }) => {
    if (!definitions) return;
    definitions['executionPlatform'] ??= ENGINE.platform;
    definitions['executionPlatformVersion'] ??= ENGINE.version;
  });
  return {};
}
stampEngine.$inject = ['eventBus'];

const stamp: ModuleDeclaration = {
  __init__: ['engineStamp', 'supportedElements'],
  engineStamp: ['factory', stampEngine],
  supportedElements: ['type', SupportedElements],
};

export const engineModules: ModuleDeclaration[] = [behaviors, jobsOnly, stamp];
