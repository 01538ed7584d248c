import { BpmnPropertiesPanelModule, BpmnPropertiesProviderModule, ZeebePropertiesProviderModule } from 'bpmn-js-properties-panel';
import { CloudElementTemplatesPropertiesProviderModule } from 'bpmn-js-element-templates';
import { CreateAppendAnythingModule, CreateAppendElementTemplatesModule } from 'bpmn-js-create-append-anything';
import Modeler from 'bpmn-js/lib/Modeler';
import type EventBus from 'diagram-js/lib/core/EventBus';
import type { ModuleDeclaration } from 'didi';
import zeebeModdle from 'zeebe-bpmn-moddle/resources/zeebe.json';
import { drawing } from '../element/drawing';
import { engineModules, modelerModdle } from './engine';
import { freeSpaceModule } from './free-space';
import { PendingInput } from './pending-input';
import { propertiesModule } from './properties';
import { wordsModule } from './words';

/** Our steps panel stands in for bpmn-js' own palette; others may still offer entries to it, or ask it for a new element. */
class StepsPalette {
  static readonly $inject = ['eventBus'];
  readonly #eventBus: EventBus;

  constructor(eventBus: EventBus) {
    this.#eventBus = eventBus;
  }

  registerProvider(): void {
    // the steps panel shows what there is
  }

  triggerEntry(): void {
    this.#eventBus.fire('steps.find');
  }
}

const withoutPalette: ModuleDeclaration = {
  palette: ['type', StepsPalette],
  paletteProvider: ['value', {}],
};

/** bpmn-js with the Zeebe properties panel and the step catalogue's templates; `pendingInput` is a {@link PendingInput}. */
export function createModeler(canvas: HTMLElement, properties: HTMLElement, popups: HTMLElement): Modeler {
  const pending = new PendingInput();
  return new Modeler({
    container: canvas,
    ...drawing(canvas),
    propertiesPanel: { parent: properties, feelPopupContainer: popups },
    moddleExtensions: { zeebe: zeebeModdle, modeler: modelerModdle },
    additionalModules: [
      BpmnPropertiesPanelModule,
      BpmnPropertiesProviderModule,
      ZeebePropertiesProviderModule,
      CloudElementTemplatesPropertiesProviderModule,
      CreateAppendAnythingModule,
      CreateAppendElementTemplatesModule,
      ...engineModules,
      propertiesModule,
      wordsModule,
      freeSpaceModule,
      withoutPalette,
      { pendingInput: ['value', pending], debounceInput: ['value', pending.debounce] },
    ],
  });
}
