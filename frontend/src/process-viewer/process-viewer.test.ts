import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { pretendSvg } from '../testing/svg';
import process from '../../demo/lead-intake.bpmn?raw';
import type { ProcessViewer } from './process-viewer';

let viewer: ProcessViewer;

beforeAll(async () => {
  pretendSvg();
  await import('./index');
});

beforeEach(async () => {
  document.body.replaceChildren();
  viewer = document.createElement('continuo-process-viewer');
  const imported = new Promise((resolve) => viewer.addEventListener('process-imported', resolve, { once: true }));
  viewer.xml = process;
  document.body.append(viewer);
  await imported;
});

const lit = (mark: string) => [...viewer.querySelectorAll(`.djs-element.continuo-${mark}`)].map((element) => element.getAttribute('data-element-id'));

describe('a run on its drawing', () => {
  it('lights what is done, what is running and what is stopped', () => {
    viewer.completed = ['start', 'f1', 'read'];
    viewer.active = ['send'];
    viewer.incidents = ['draft'];
    expect(lit('completed').sort()).toEqual(['f1', 'read', 'start']);
    expect(lit('active')).toEqual(['send']);
    expect(lit('incident')).toEqual(['draft']);
  });

  it('takes a light back when the run has moved on, and ignores what is not drawn', () => {
    viewer.active = ['read', 'not-in-this-version'];
    viewer.active = ['send'];
    expect(lit('active')).toEqual(['send']);
  });

  it('says where the run is to those who do not see colours', () => {
    viewer.incidents = ['draft'];
    expect(viewer.querySelector('.continuo-dot-incident')?.getAttribute('aria-label')).toBe('stopped here');
  });

  it('refuses a text with a sentence', async () => {
    const failed = vi.fn();
    viewer.on('import-failed', failed);
    viewer.xml = '<html/>';
    await vi.waitFor(() => expect(failed).toHaveBeenCalled());
    expect(viewer.querySelector('[role=alert]')?.textContent).toContain('The text is not BPMN 2.0');
  });
});
