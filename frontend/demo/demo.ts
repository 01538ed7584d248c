import process from './lead-intake.bpmn?raw';
import decision from './lead-qualification.dmn?raw';
import { largeGraph, smallGraph } from './graphs';
import { stepTemplates } from './templates';

/** `?show=process-editor` (process-viewer, decision-editor, memory-graph, memory-graph-large) with `&readonly` where it applies. */
const options = new URLSearchParams(location.search);
const main = document.querySelector('main');
const show = options.get('show') ?? 'process-editor';

switch (show) {
  case 'process-editor': {
    await import('../src/process-editor');
    const editor = document.createElement('continuo-process-editor');
    editor.xml = process;
    editor.templates = stepTemplates;
    editor.readonly = options.has('readonly');
    editor.findings = [
      { elementId: 'draft', severity: 'error', message: 'This step needs a template. Choose one in the properties.' },
      { elementId: 'wait', severity: 'warning', message: 'Nothing happens when neither a reply nor the date comes.' },
    ];
    main?.append(editor);
    break;
  }
  case 'process-viewer': {
    await import('../src/process-viewer');
    const viewer = document.createElement('continuo-process-viewer');
    viewer.xml = process;
    viewer.completed = ['start', 'f1', 'read', 'f2', 'remember', 'f3', 'qualify', 'f4', 'worth', 'f5', 'draft', 'f6'];
    viewer.active = ['send'];
    viewer.incidents = options.has('incident') ? ['draft'] : [];
    viewer.counts = options.has('counts') ? { start: 41, read: 41, remember: 40, draft: 31 } : {};
    main?.append(viewer);
    break;
  }
  case 'decision-editor': {
    await import('../src/decision-editor');
    const editor = document.createElement('continuo-decision-editor');
    editor.readonly = options.has('readonly');
    editor.xml = decision;
    editor.hits = ['rule-2'];
    main?.append(editor);
    break;
  }
  default: {
    await import('../src/memory-graph');
    const graph = document.createElement('continuo-memory-graph');
    graph.graph = show.endsWith('large') ? largeGraph(2000) : smallGraph;
    main?.append(graph);
  }
}
