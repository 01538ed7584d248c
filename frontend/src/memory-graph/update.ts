import type { Core, ElementDefinition } from 'cytoscape';

/** Brings what is drawn in line with a graph; what stays keeps its place and its selection. */
export function update(cy: Core, wanted: readonly ElementDefinition[]): { added: ReadonlySet<string>; kept: boolean } {
  const ids = new Set(wanted.map((element) => String(element.data.id)));
  const added = new Set<string>();
  cy.batch(() => {
    cy.elements()
      .filter((element) => !ids.has(element.id()))
      .remove();
    const fresh: ElementDefinition[] = [];
    for (const element of wanted) {
      const id = String(element.data.id);
      const known = cy.getElementById(id);
      if (known.nonempty() && sameEnds(known.data() as Ends, element.data as Ends)) {
        known.data(element.data);
        if (element.classes !== undefined) known.classes(element.classes);
        continue;
      }
      known.remove();
      fresh.push(element);
      if (element.group === 'nodes') added.add(id);
    }
    cy.add(fresh);
  });
  return { added, kept: cy.nodes().length > added.size };
}

interface Ends {
  source?: string;
  target?: string;
}

/** An edge cannot be led elsewhere, only drawn anew. */
function sameEnds(a: Ends, b: Ends): boolean {
  return a.source === b.source && a.target === b.target;
}
