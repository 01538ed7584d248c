import cytoscape, { type Core, type EventObject, type NodeSingular } from 'cytoscape';
import fcose from 'cytoscape-fcose';
import { onThemeChange, resolveColour } from '../element/colours';
import { ContinuoElement } from '../element/continuo-element';
import { html, iconButton, separator } from '../element/dom';
import themeCss from '../element/theme.css?inline';
import { counts, drawable, elements, EMPTY, neighbour, nodeKey, type Graph, type GraphEdge, type GraphNode } from './graph';
import { update } from './update';
import { arrange, MANY, placeBesideNeighbours, type Arrangement } from './layout';
import { Legend } from './legend';
import { GraphList } from './list';
import { look } from './look';
import graphCss from './memory-graph.css?inline';

export interface MemoryGraphEvents {
  'node-selected': { id: string; kind: string; label: string };
  'edge-selected': { id: string; source: string; target: string; label: string; factId: string | null };
  /** A node was double-clicked (or expanded by keyboard): the page may add what hangs on it and set `graph` again. */
  'node-expand': { id: string; kind: string };
  'selection-cleared': Record<string, never>;
}

const ARROWS: Record<string, [number, number]> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const MARGIN = 40;
/** Up to so many nodes, names are kept readable on a narrow page, even where then not all fits. */
const FEW = 40;
const NARROW = 640;
const READABLE = 0.75;

cytoscape.use(fcose);

/** Draws what memory knows: things by kind, facts as edges. */
export class MemoryGraph extends ContinuoElement<MemoryGraphEvents> {
  protected readonly styles = [themeCss, graphCss];

  readonly #stage = html('div', { class: 'continuo-graph-stage', tabindex: '0', role: 'application' });
  readonly #empty = html('p', { class: 'continuo-empty' }, 'Nothing is remembered here yet.');
  readonly #said = html('p', { class: 'continuo-unseen', 'aria-live': 'polite' });
  readonly #legend = new Legend(() => this.#filter());
  readonly #list = new GraphList({
    node: (node) => this.#pick(node),
    edge: (edge) => this.#edge(edge),
    expand: (node) => this.#expand(node),
  });
  readonly #listButton = iconButton('list', 'Show as a list', () => this.#toggleList());
  readonly #layoutButton = iconButton('rings', 'Arrange in rings', () => this.#toggleArrangement());
  readonly #resize = new ResizeObserver(() => this.#resized());

  #cy: Core | undefined;
  #graph: Graph = EMPTY;
  #arrangement: Arrangement = 'spread';
  #focused: string | undefined;
  #fitted = false;
  #many = false;
  #stopTheme: (() => void) | undefined;

  get graph(): Graph {
    return this.#graph;
  }

  /** Nodes that were shown before keep their place. */
  set graph(value: Partial<Graph> | null | undefined) {
    this.#graph = drawable(value);
    if (this.#cy) this.#draw();
  }

  /** The id of the selected node; setting it selects without an event. */
  get selected(): string | null {
    const node = this.#cy?.nodes(':selected');
    return node?.nonempty() ? own(node.first()).id : null;
  }

  set selected(id: string | null | undefined) {
    const cy = this.#cy;
    if (!cy) return;
    cy.elements(':selected').unselect();
    if (id) cy.getElementById(nodeKey(id)).select();
  }

  fit(): void {
    const shown = this.#cy?.elements().not('.hidden');
    if (!this.#cy || !shown || shown.empty()) return;
    this.#cy.fit(shown, MARGIN);
    const least = shown.nodes().length <= FEW && this.#cy.width() < NARROW ? READABLE : 0;
    const zoom = Math.max(least, Math.min(1.2, this.#cy.zoom()));
    if (zoom !== this.#cy.zoom()) {
      this.#cy.zoom(zoom);
      this.#cy.center(shown);
    }
  }

  protected connected(): void {
    this.takeOver('graph', 'selected');
    this.#stopTheme = onThemeChange(() => this.#paint());
    this.#resize.observe(this.#stage);
    if (this.#cy) {
      this.#paint();
      return;
    }
    this.append(
      html(
        'div',
        { class: 'continuo-toolbar', role: 'toolbar', 'aria-label': 'Graph' },
        this.#legend.element,
        html('span', { class: 'continuo-spring' }),
        iconButton('zoom-out', 'Zoom out', () => this.#zoom(1 / 1.3)),
        iconButton('fit', 'Show the whole graph', () => this.fit()),
        iconButton('zoom-in', 'Zoom in', () => this.#zoom(1.3)),
        separator(),
        this.#layoutButton,
        this.#listButton,
      ),
      html('div', { class: 'continuo-graph-frame' }, this.#stage, this.#list.element, this.#empty),
      this.#said,
    );
    this.#cy = this.#create();
    this.#stage.addEventListener('keydown', (event) => this.#key(event));
    this.#stage.addEventListener('blur', () => this.#focus(undefined));
    this.#draw();
  }

  protected override disconnected(): void {
    this.#stopTheme?.();
    this.#resize.disconnect();
  }

  #create(): Core {
    const cy = cytoscape({ container: this.#stage, style: this.#style(), minZoom: 0.01, maxZoom: 3, hideEdgesOnViewport: false, boxSelectionEnabled: false });
    cy.on('tap', 'node', (event: EventObject) => this.#pick(own(event.target as NodeSingular)));
    cy.on('dbltap', 'node', (event: EventObject) => this.#expand(own(event.target as NodeSingular)));
    cy.on('tap', 'edge', (event: EventObject) => this.#edge((event.target as cytoscape.EdgeSingular).data('own') as GraphEdge));
    cy.on('tap', (event: EventObject) => {
      if (event.target !== cy) return;
      cy.elements(':selected').unselect();
      this.emit('selection-cleared', {});
    });
    cy.on('mouseover', 'node', (event: EventObject) => this.#lookAt(event.target as NodeSingular));
    cy.on('mouseout', 'node', () => this.#lookAt(undefined));
    cy.on('mouseover', 'edge', (event: EventObject) => void (event.target as cytoscape.EdgeSingular).addClass('near'));
    cy.on('mouseout', 'edge', (event: EventObject) => void (event.target as cytoscape.EdgeSingular).removeClass('near'));
    return cy;
  }

  #draw(): void {
    const cy = this.#cy;
    if (!cy) return;
    if (this.#graph.nodes.length > MANY !== this.#many) {
      this.#many = !this.#many;
      this.#paint();
    }
    const { added, kept } = update(cy, elements(this.#graph));
    this.#legend.show(counts(this.#graph));
    this.#list.show(this.#graph);
    this.#hide();
    if (kept) placeBesideNeighbours(cy, added);
    const anew = !kept || (this.#many && added.size > this.#graph.nodes.length / 5);
    if (added.size > 0) arrange(cy, this.#arrangement, anew);
    if (anew) this.fit();
    this.#describe();
  }

  #describe(): void {
    const { nodes, edges } = this.#graph;
    this.#empty.hidden = nodes.length > 0;
    this.#stage.setAttribute(
      'aria-label',
      `Graph of ${nodes.length} things and ${edges.length} links. Arrow keys move, Enter selects, Space shows more. The list button gives the same as text.`,
    );
  }

  #filter(): void {
    this.#hide();
    if (this.#cy) arrange(this.#cy, this.#arrangement, false);
    this.fit();
  }

  #hide(): void {
    const hidden = this.#legend.hidden;
    this.#cy?.batch(() => {
      this.#cy?.nodes().forEach((node) => void node.toggleClass('hidden', hidden.has(String(node.data('kind')))));
    });
  }

  #pick(node: GraphNode): void {
    this.selected = node.id;
    this.emit('node-selected', { id: node.id, kind: node.kind, label: node.label });
  }

  #edge({ id, source, target, label, factId }: GraphEdge): void {
    this.emit('edge-selected', { id, source, target, label, factId: factId ?? null });
  }

  #expand(node: GraphNode): void {
    this.emit('node-expand', { id: node.id, kind: node.kind });
  }

  /** Brings out a node with its edges and lets the rest step back. */
  #lookAt(node: NodeSingular | undefined): void {
    const cy = this.#cy;
    cy?.batch(() => {
      cy.elements().removeClass('near far');
      if (!node) return;
      node.connectedEdges().addClass('near');
      if (!this.#many) cy.elements().not(node.closedNeighborhood()).addClass('far');
    });
  }

  #key(event: KeyboardEvent): void {
    const arrow = ARROWS[event.key];
    if (arrow) this.#step(...arrow);
    else if (event.key === 'Enter' || event.key === ' ') this.#act(event.key === ' ');
    else if (event.key === '+') this.#zoom(1.3);
    else if (event.key === '-') this.#zoom(1 / 1.3);
    else if (event.key === '0') this.fit();
    else return;
    event.preventDefault();
  }

  #step(dx: number, dy: number): void {
    const cy = this.#cy;
    if (!cy) return;
    const places = cy.nodes(':visible').map((node) => ({ id: node.id(), ...node.position() }));
    const from = places.find((place) => place.id === this.#focused);
    const next = from ? neighbour(from, places, dx, dy) : places[0];
    if (next) this.#focus(next.id);
  }

  #focus(id: string | undefined): void {
    const cy = this.#cy;
    cy?.nodes('.focused').removeClass('focused');
    this.#focused = id;
    const node = id === undefined ? undefined : cy?.getElementById(id);
    if (!cy || !node || node.empty()) {
      this.#lookAt(undefined);
      return;
    }
    node.addClass('focused');
    this.#lookAt(node);
    const { x, y } = node.renderedPosition();
    if (x < 0 || y < 0 || x > cy.width() || y > cy.height()) cy.center(node);
    const { label, sub } = own(node);
    this.#said.textContent = `${label}${sub ? `, ${sub}` : ''}, ${node.degree(false)} links`;
  }

  #act(expand: boolean): void {
    const node = this.#focused === undefined ? undefined : this.#cy?.getElementById(this.#focused);
    if (!node || node.empty()) return;
    if (expand) this.#expand(own(node));
    else this.#pick(own(node));
  }

  #zoom(factor: number): void {
    const cy = this.#cy;
    cy?.zoom({ level: cy.zoom() * factor, renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 } });
  }

  #toggleArrangement(): void {
    this.#arrangement = this.#arrangement === 'spread' ? 'rings' : 'spread';
    this.#layoutButton.setAttribute('aria-pressed', String(this.#arrangement === 'rings'));
    if (this.#cy) arrange(this.#cy, this.#arrangement, true);
    this.fit();
  }

  #toggleList(): void {
    const open = Boolean(this.#list.element.hidden);
    this.#list.toggle(open);
    this.#listButton.setAttribute('aria-pressed', String(open));
  }

  #resized(): void {
    this.#cy?.resize();
    if (!this.#fitted && this.#stage.clientWidth > 0) {
      this.#fitted = true;
      this.fit();
    }
  }

  #paint(): void {
    this.#cy?.style(this.#style());
  }

  #style() {
    return look((colour) => resolveColour(this, colour), getComputedStyle(this).fontFamily || 'sans-serif', this.#many);
  }
}

function own(node: NodeSingular): GraphNode {
  return node.data('own') as GraphNode;
}
