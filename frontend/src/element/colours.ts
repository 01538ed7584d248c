/** A CSS colour as the page computes it right now, in a form that a canvas library understands. */
export function resolveColour(element: HTMLElement, colour: string): string {
  const probe = document.createElement('span');
  probe.style.cssText = `position:absolute;visibility:hidden;color:${colour}`;
  element.append(probe);
  const computed = getComputedStyle(probe).color;
  probe.remove();
  return toRgb(computed);
}

const canvas = document.createElement('canvas');
canvas.width = canvas.height = 1;

/** Modern themes compute to oklch() and the like, which only a canvas turns into plain numbers. */
function toRgb(colour: string): string {
  if (/^rgb\(/.test(colour)) return colour;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return colour;
  context.clearRect(0, 0, 1, 1);
  context.fillStyle = colour;
  context.fillRect(0, 0, 1, 1);
  const [red, green, blue] = context.getImageData(0, 0, 1, 1).data;
  return `rgb(${red ?? 0}, ${green ?? 0}, ${blue ?? 0})`;
}

/** Calls back whenever light and dark may have changed places; returns what stops it. */
export function onThemeChange(changed: () => void): () => void {
  const observer = new MutationObserver(() => changed());
  observer.observe(document.documentElement, { attributeFilter: ['theme', 'class', 'style'] });
  const preference = matchMedia('(prefers-color-scheme: dark)');
  preference.addEventListener('change', changed);
  return () => {
    observer.disconnect();
    preference.removeEventListener('change', changed);
  };
}
