// Opens and saves models as the editor does: node editor-round-trip.mjs DMN_MODDLE LIST
// LIST has a line "FROM<tab>TO" for each model. Prints "kept<tab>FROM" or "saved<tab>FROM" for each: a model with
// something that the editor's model does not know is left alone, because saving would drop it.
import { readFile, writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';

const [library, list] = process.argv.slice(2);
const { DmnModdle } = await import(pathToFileURL(library).href);

for (const line of (await readFile(list, 'utf8')).split('\n').filter(Boolean)) {
  const [from, to] = line.split('\t');
  let saved = false;
  try {
    const moddle = new DmnModdle();
    const { rootElement, warnings } = await moddle.fromXML(await readFile(from, 'utf8'), 'dmn:Definitions');
    if (warnings.length === 0) {
      const { xml } = await moddle.toXML(rootElement, { format: true });
      await writeFile(to, xml);
      saved = true;
    } else if (process.env.TCK_WORDS) {
      console.error(from, warnings[0].message);
    }
  } catch (error) {
    if (process.env.TCK_WORDS) console.error(from, error.message);
  }
  console.log(`${saved ? 'saved' : 'kept'}\t${from}`);
}
