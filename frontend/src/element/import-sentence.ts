/** Why a text could not be opened, in the three sentences of every message of Continuo, plus the parser's own words. */
export interface ImportFailure {
  message: string;
  what: string;
  why: string;
  fix: string;
  /** The text that was refused, unchanged: nothing of it was kept here. */
  xml: string;
}

/** What is being opened, in the owner's words and in the standard's. */
export interface Kind {
  thing: string;
  standard: string;
  root: string;
}

export const PROCESS: Kind = { thing: 'process', standard: 'BPMN 2.0', root: 'definitions' };
export const DECISION: Kind = { thing: 'decision table', standard: 'DMN 1.3', root: 'definitions' };

/** Says in words what bpmn.io's importers say in parser terms. */
export function importFailure(kind: Kind, xml: string, error: unknown): ImportFailure {
  const detail = (error instanceof Error ? error.message : String(error)).replace(/\s+/g, ' ').trim();
  const what = `This ${kind.thing} could not be opened.`;
  const [why, fix] = reason(kind, xml, detail);
  return { message: `${what} ${why} ${fix}`, what, why, fix, xml };
}

/** The innermost of a parser's nested messages, which is the one that helps. */
function cause(detail: string): string {
  const innermost = detail.split(/nested error:/i).pop()?.trim() ?? detail;
  return innermost.replace(/[;,]?\s*(line|column):\s*\d+/gi, '').replace(/[.\s]+$/, '');
}

function reason(kind: Kind, xml: string, detail: string): [why: string, fix: string] {
  if (xml.trim() === '') {
    return ['The text is empty.', `Start with a new ${kind.thing} or choose another file.`];
  }
  if (/doctype/i.test(detail)) {
    return ['It contains a DOCTYPE, which can pull in other files.', 'Remove the line that begins with <!DOCTYPE and try again.'];
  }
  if (/it holds no/i.test(detail)) {
    return [`It holds no ${kind.thing}.`, 'Choose another file.'];
  }
  const line = /(?:line|ln)[:\s]+(\d+)/i.exec(detail)?.[1];
  const where = line === undefined ? '' : ` near line ${Number(line) + 1}`;
  if (!/<[\w-]*:?definitions[\s>]/.test(xml)) {
    return [`The text is not ${kind.standard}: it has no <${kind.root}> element.`, `Choose a ${kind.standard} file.`];
  }
  if (/unclosed|unparsable|unexpected|missing|malformed|closing tag|illegal/i.test(detail)) {
    return [`Its XML is broken${where}: ${cause(detail)}.`, 'Correct the text there, or go back to the last saved version.'];
  }
  return [`The reader says: ${detail}.`, 'Correct the text, or go back to the last saved version.'];
}
