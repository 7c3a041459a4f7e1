import { Parser } from 'htmlparser2';
import { InputError } from '../../error.ts';

/** What a reader of an XML part is told, in the order of the document. */
export interface XmlHandler {
  open: (name: string, attributes: Readonly<Record<string, string>>) => void;
  text: (data: string) => void;
  close: (name: string) => void;
}

/** Word nests a dozen elements, tables in tables a few dozen. */
const MAX_DEPTH = 2000;

/** Streams through an XML part; element names keep their prefix (w:p). Throws an InputError where it is nested absurdly deep. */
export function readXml(xml: string, part: string, handler: XmlHandler): void {
  let depth = 0;
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        if (++depth > MAX_DEPTH)
          throw new InputError(`${part}: nested more than ${MAX_DEPTH} deep: not a document that Word wrote`);
        handler.open(name, attributes);
      },
      ontext: handler.text,
      onclosetag: (name) => {
        depth--;
        handler.close(name);
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.write(xml);
  parser.end();
}
