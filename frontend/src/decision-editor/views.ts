import type { View, ViewType } from 'dmn-js-shared/manager-types';

const FIRST: readonly ViewType[] = ['decisionTable', 'literalExpression', 'boxedExpression', 'drd'];

/** What a decision opens with: what decides, not how decisions hang together. */
export function firstView(views: readonly View[], before?: string): View | undefined {
  const same = views.find((view) => view.id === before);
  if (same) return same;
  for (const type of FIRST) {
    const view = views.find((candidate) => candidate.type === type);
    if (view) return view;
  }
  return undefined;
}

export function viewName(view: View): string {
  return view.type === 'drd' ? 'Overview' : (view.name ?? view.id);
}

/** One decision alone needs no overview to read it; to edit, the overview is where a second one is drawn. */
export function tabsOf(views: readonly View[], editing: boolean): View[] {
  const decisions = views.filter((view) => view.type !== 'drd');
  return editing || decisions.length > 1 ? [...views] : decisions;
}

/** A style sheet that lights the rows that hit; dmn-js draws its cells anew whenever it likes, a rule by id stays. */
export function hitStyles(scope: string, ruleIds: readonly string[]): string {
  if (ruleIds.length === 0) return '';
  const cells = ruleIds.map((id) => `${scope} td[data-row-id="${CSS.escape(id)}"]`);
  const indices = ruleIds.map((id) => `${scope} td.rule-index[data-row-id="${CSS.escape(id)}"]`);
  return (
    `${cells.join(',')}{background:color-mix(in srgb,var(--c-accent) 14%,var(--c-surface))!important}` +
    `${indices.join(',')}{box-shadow:inset 4px 0 var(--c-accent);font-weight:600}`
  );
}
