import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A folder of texts with expected answers: short/NNN.json and full/NN/. Its README says how they were labelled. */
export interface GoldSet {
  readonly name: string;
  readonly root: string;
}

/** The labelled texts outside the repository, where they are at hand, and those written here. */
export const GOLD_SETS: readonly GoldSet[] = [
  { name: 'corpus', root: fileURLToPath(new URL('../../../shared/corpus/', import.meta.url)) },
  { name: 'fixtures', root: fileURLToPath(new URL('../../test/fixtures/gold/', import.meta.url)) },
].filter(({ root }) => existsSync(root));

export interface GoldFigure {
  readonly category: string;
  readonly value: number;
  readonly unit: string;
  readonly approx: boolean;
  readonly quote: string;
  readonly scope?: 'total' | 'part';
  readonly start?: number;
  readonly end?: number;
}

export interface ShortCase {
  readonly id: string;
  readonly text: string;
  readonly cleanText?: string;
  readonly gold: {
    readonly docType: string;
    readonly inspectedUnits: readonly string[];
    readonly unitCount: number | null;
    readonly level: string | null;
    readonly groups: readonly string[];
    readonly groupCount: number | null;
    readonly round: string | null;
    readonly inspectionType: readonly string[];
    readonly period: { readonly start: string | null; readonly end: string | null } | null;
    readonly feedbackDate: string | null;
    readonly publishedDate: string | null;
    readonly figures: readonly GoldFigure[];
    /** Neither right nor wrong. */
    readonly figuresOptional?: readonly GoldFigure[];
  };
}

/** An answer to a field; `fieldAccept`, where it stands, lists further right ones. */
export interface FullGold {
  readonly docType: string;
  readonly title: string;
  readonly enterprise: { readonly name: string } | null;
  readonly units: readonly { readonly name: string }[];
  readonly inspection: {
    readonly level: string | null;
    readonly groups: readonly string[];
    readonly groupCount: number | null;
    readonly unitCount: number | null;
    readonly round: { readonly text: string } | null;
    readonly types: readonly string[];
    readonly start: string | null;
    readonly end: string | null;
    readonly feedbackDate: string | null;
  };
  readonly publication: Readonly<Record<string, string | number | null>>;
  readonly figures: readonly GoldFigure[];
  readonly figuresOptional: readonly GoldFigure[];
  readonly headline: Readonly<Record<string, number>>;
  readonly headlineAccept: Readonly<Record<string, readonly (number | null)[]>>;
  readonly outline: readonly {
    readonly number: string;
    readonly level: number;
    readonly start: number;
    readonly item: boolean;
  }[];
  readonly outlineInline: readonly { readonly number: string; readonly start: number }[];
  readonly contacts: {
    readonly phones: readonly string[];
    /** By a number of `phones`, its other forms. */
    readonly phonesAccept?: Readonly<Record<string, readonly string[]>>;
    readonly phonesOptional?: readonly string[];
    readonly emails: readonly string[];
    readonly postal: string | null;
    readonly postcode: string | null;
    readonly hours: string | null;
  };
}

export interface FullCase {
  readonly id: string;
  readonly page: Uint8Array;
  readonly url: string | null;
  readonly text: string;
  readonly gold: FullGold;
}

const json = <T>(path: string): T => JSON.parse(readFileSync(path, 'utf8')) as T;

export const shortCases = ({ root }: GoldSet): ShortCase[] =>
  readdirSync(`${root}short`)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => ({ ...json<ShortCase>(`${root}short/${name}`), id: name.replace('.json', '') }));

export const fullCases = ({ root }: GoldSet): FullCase[] =>
  readdirSync(`${root}full`)
    .filter((id) => existsSync(`${root}full/${id}/text.txt`))
    .sort()
    .map((id) => {
      const folder = `${root}full/${id}`;
      const gold = json<FullGold & { page?: { url?: string } }>(`${folder}/gold.json`);
      return {
        id,
        page: readFileSync(`${folder}/page.html`),
        url: gold.page?.url ?? null,
        text: readFileSync(`${folder}/text.txt`, 'utf8'),
        gold,
      };
    });
