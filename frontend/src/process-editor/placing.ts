import type Modeler from 'bpmn-js/lib/Modeler';
import type Canvas from 'diagram-js/lib/core/Canvas';
import type ElementFactory from 'diagram-js/lib/core/ElementFactory';
import type ElementRegistry from 'diagram-js/lib/core/ElementRegistry';
import type AutoPlace from 'diagram-js/lib/features/auto-place/AutoPlace';
import type Create from 'diagram-js/lib/features/create/Create';
import type Modeling from 'diagram-js/lib/features/modeling/Modeling';
import type Rules from 'diagram-js/lib/features/rules/Rules';
import type Selection from 'diagram-js/lib/features/selection/Selection';
import type { Element, Parent, Shape } from 'diagram-js/lib/model/Types';
import { getBusinessObject, is } from 'bpmn-js/lib/util/ModelUtil';
import { crossedBy, freePlace, takenBy } from './free-space';
import type { PaletteEntry } from './palette-entries';

interface ElementTemplates {
  createElement(template: unknown): Shape;
}

const NO_SUCCESSOR = ['bpmn:EndEvent', 'bpmn:TextAnnotation', 'bpmn:Participant', 'bpmn:Lane'];
const NO_PREDECESSOR = ['bpmn:StartEvent', 'bpmn:TextAnnotation'];

/** Brings an entry of the steps panel into the drawing. */
export class Placing {
  readonly #modeler: Modeler;

  constructor(modeler: Modeler) {
    this.#modeler = modeler;
  }

  /** The shape hangs at the pointer until it is dropped. */
  drag(event: Event, entry: PaletteEntry): void {
    this.#modeler.get<Create>('create').start(event, this.#shape(entry));
  }

  /**
   * Places without a pointer, with an arrow to it: behind the selected element, or behind the only one that nothing follows yet.
   * Where neither can go on, apart in the middle of what is seen.
   */
  add(entry: PaletteEntry): Shape {
    const shape = this.#shape(entry);
    const selection = this.#modeler.get<Selection>('selection');
    const selected = selection.get() as Element[];
    const source = selected.length > 0 ? selected : this.#looseEnds();
    const placed = source.length === 1 && source[0] && canFollow(source[0], shape) ? this.#append(source[0] as Shape, shape) : this.#middle(shape);
    selection.select(placed);
    this.#modeler.get<Canvas>('canvas').scrollToElement(placed, 80);
    return placed;
  }

  #looseEnds(): Element[] {
    return this.#modeler
      .get<ElementRegistry>('elementRegistry')
      .filter((element) => 'labels' in element && !('labelTarget' in element && element.labelTarget) && goesOn(element as Element) && !(element as Shape).outgoing.length) as Element[];
  }

  #append(source: Shape, shape: Shape): Shape {
    return this.#modeler.get<AutoPlace>('autoPlace').append(source, shape, {}) as Shape;
  }

  #middle(shape: Shape): Shape {
    const canvas = this.#modeler.get<Canvas>('canvas');
    const { x, y, width, height } = canvas.viewbox();
    const middle = { x: Math.round(x + width / 2), y: Math.round(y + height / 2) };
    const drawn = this.#modeler.get<ElementRegistry>('elementRegistry');
    const position = freePlace(middle, shape, [...takenBy(drawn), ...crossedBy(drawn)]);
    return this.#modeler.get<Modeling>('modeling').createShape(shape, position, this.#parent(shape));
  }

  #parent(shape: Shape): Parent {
    const root = this.#modeler.get<Canvas>('canvas').getRootElement() as Parent;
    if (this.#modeler.get<Rules>('rules').allowed('shape.create', { shape, target: root }) !== false) return root;
    const participant = this.#modeler.get<ElementRegistry>('elementRegistry').find((element) => is(element, 'bpmn:Participant'));
    return (participant ?? root) as Parent;
  }

  #shape({ create }: PaletteEntry): Shape {
    if ('template' in create) {
      const shape = this.#modeler.get<ElementTemplates>('elementTemplates').createElement(create.template);
      const task = getBusinessObject(shape) as { name?: string };
      task.name ??= create.template.name;
      return shape;
    }
    return this.#modeler.get<ElementFactory>('elementFactory').create('shape', create);
  }
}

function canFollow(source: Element, shape: Shape): boolean {
  return goesOn(source) && !NO_PREDECESSOR.some((type) => is(shape, type));
}

function goesOn(element: Element): boolean {
  return is(element, 'bpmn:FlowNode') && !NO_SUCCESSOR.some((type) => is(element, type));
}
