/** Cells as they lie in a spreadsheet's clipboard: lines of texts between tabs. One cell alone is no block. */
export function block(text: string): string[][] | undefined {
  const lines = text.replace(/\r\n?/g, '\n').replace(/\n$/, '').split('\n');
  if (lines.length < 2 && !text.includes('\t')) return undefined;
  return lines.map((line) => line.split('\t').map(unquoted));
}

/** A spreadsheet puts cells with tabs, lines or quotes between quotes of its own. */
function unquoted(cell: string): string {
  const inner = /^"((?:[^"]|"")*)"$/.exec(cell)?.[1];
  return inner?.includes('""') ? inner.replaceAll('""', '"') : cell.trim();
}

/** A plain word that goes into a column of text is a text; everything else is taken as it was written. */
export function asFeel(cell: string, type: string | undefined): string {
  const word = /^[\p{L}\p{N}][\p{L}\p{N} ._/-]*$/u.test(cell) && cell !== 'null';
  return type === 'string' && word ? `"${cell}"` : cell;
}
