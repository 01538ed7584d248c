/** What bpmn.io's readers give back before anything is drawn. */
interface Read {
  rootElement: Record<string, unknown>;
}

/** bpmn-moddle or dmn-moddle. */
export interface Moddle {
  fromXML(xml: string, root: string): Promise<Read>;
}

interface Plane {
  bpmnElement?: unknown;
}

/**
 * Reads a process without drawing it, and throws what is wrong with it. The editors clear their canvas before they find out, so
 * that a broken text would take the drawing and its undo history with it. A process that was never drawn is laid out.
 */
export async function readProcess(moddle: Moddle, xml: string): Promise<{ xml: string; laidOut: boolean }> {
  const { rootElement } = await read(moddle, xml, 'bpmn:Definitions');
  const diagrams = (rootElement['diagrams'] ?? []) as { plane?: Plane }[];
  if (diagrams[0]?.plane?.bpmnElement) return { xml, laidOut: false };
  const roots = (rootElement['rootElements'] ?? []) as { $type: string }[];
  if (!roots.some(({ $type }) => $type === 'bpmn:Process')) throw new Error('it holds no process');
  const { layoutProcess } = await import('bpmn-auto-layout');
  return { xml: await layoutProcess(xml), laidOut: true };
}

/** The same for decisions, which need no drawing. */
export async function tryDecision(moddle: Moddle, xml: string): Promise<void> {
  const { rootElement } = await read(moddle, xml, 'dmn:Definitions');
  const elements = (rootElement['drgElement'] ?? []) as { decisionLogic?: unknown }[];
  if (!elements.some((element) => element.decisionLogic)) throw new Error('it holds no decision table or expression');
}

/** Documents that declare entities are never needed here and can be made to explode: refused before a parser sees them. */
async function read(moddle: Moddle, xml: string, root: string): Promise<Read> {
  if (/<!DOCTYPE/i.test(xml)) throw new Error('DOCTYPE is not allowed');
  return moddle.fromXML(xml, root);
}
