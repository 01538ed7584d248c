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

/** Refuses before a parser sees it: documents that declare entities are never needed here and can be made to explode. */
export function refusal(xml: string): string | undefined {
  return /<!DOCTYPE/i.test(xml) ? 'DOCTYPE is not allowed' : undefined;
}

function reason(kind: Kind, xml: string, detail: string): [why: string, fix: string] {
  if (xml.trim() === '') {
    return ['The text is empty.', `Start with a new ${kind.thing} or choose another file.`];
  }
  if (/doctype/i.test(detail)) {
    return ['It contains a DOCTYPE, which can pull in other files.', 'Remove the line that begins with <!DOCTYPE and try again.'];
  }
  if (/no (diagram|process|plane|collaboration)|no dia?gram to display/i.test(detail)) {
    return ['It has no drawing in it, only the model.', `Open and save it once in a ${kind.standard} editor that lays it out, then bring it here.`];
  }
  const line = /(?:line|ln)[:\s]+(\d+)/i.exec(detail)?.[1];
  const where = line === undefined ? '' : ` near line ${Number(line) + 1}`;
  if (!/<[\w-]*:?definitions[\s>]/.test(xml)) {
    return [`The text is not ${kind.standard}: it has no <${kind.root}> element.`, `Choose a ${kind.standard} file.`];
  }
  if (/unclosed|unparsable|unexpected|missing|malformed|closing tag|illegal/i.test(detail)) {
    return [`Its XML is broken${where} (${detail}).`, 'Correct the text there, or go back to the last saved version.'];
  }
  return [`The reader says: ${detail}.`, 'Correct the text, or go back to the last saved version.'];
}
