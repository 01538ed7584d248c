declare module 'dmn-js-shared/manager-types' {
  export type ViewType = 'drd' | 'decisionTable' | 'literalExpression' | 'boxedExpression';

  export interface View {
    id: string;
    name?: string;
    type: ViewType;
    element: unknown;
  }

  export interface Viewer {
    on(event: string, listener: (event: never) => void): void;
    get(name: string, strict?: boolean): unknown;
  }

  /** What dmn-js' Modeler and Viewer have in common. */
  export default class Manager {
    constructor(options: object);
    importXML(xml: string, options?: { open?: boolean }): Promise<{ warnings: unknown[] }>;
    saveXML(options?: { format?: boolean }): Promise<{ xml: string }>;
    getViews(): View[];
    getActiveView(): View | undefined;
    getActiveViewer(): Viewer | undefined;
    open(view: View): Promise<{ warnings: unknown[] }>;
    on(event: string, listener: (event: never) => void): void;
    destroy(): void;
    /** dmn-moddle; dmn-js has no public way to read without drawing. */
    readonly _moddle: { fromXML(xml: string, root: string): Promise<{ rootElement: Record<string, unknown> }> };
  }
}
declare module 'dmn-js/lib/Modeler' {
  export { default } from 'dmn-js-shared/manager-types';
}
declare module 'dmn-js/lib/NavigatedViewer' {
  export { default } from 'dmn-js-shared/manager-types';
}
declare module 'dmn-js-shared/lib/components/InputSelect' {
  export default class InputSelect {
    props: { options?: readonly { label: unknown; value: unknown }[]; noInput?: boolean };
    render: (this: InputSelect) => unknown;
  }
}
declare module 'dmn-js-drd/lib/features/snapping/DrdConnectSnapping' {
  import type EventBus from 'diagram-js/lib/core/EventBus';
  const DrdConnectSnapping: new (eventBus: EventBus) => unknown;
  export default DrdConnectSnapping;
}
