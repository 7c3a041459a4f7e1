/**
 * Where things lie in a workspace; relative paths with forward slashes.
 * `content/` is committed, `archive/` (captures and full texts) never is.
 */
export const WORKSPACE = {
  enterprises: 'content/enterprises',
  rounds: 'content/rounds',
  sectors: 'content/sectors.yaml',
  topics: 'content/topics.yaml',
  glossary: 'content/glossary.yaml',
  sources: 'content/sources',
  records: 'content/records',
  noindex: 'content/noindex.yaml',
  corrections: 'content/corrections',
  reviews: 'content/reviews.yaml',
  releases: 'content/releases',
  quality: 'content/quality.json',
  health: 'content/health',
  baseline: 'content/baseline.json',
  allowedDrop: 'content/allowed-drop.yaml',
  captures: 'archive/captures',
  texts: 'archive/texts',
  looks: 'archive/looks',
  runs: 'archive/runs',
} as const;

/** What the latest run found a source to be. */
export const healthPath = (id: string): string => `${WORKSPACE.health}/${id}.json`;

/** The committed record of a notice. */
export const recordPath = (id: string): string => `${WORKSPACE.records}/${id}.json`;

/** The clean text that a record’s evidence points into; one file per version, named by its SHA-256. */
export const textPath = (id: string, sha256: string): string => `${WORKSPACE.texts}/${id}/${sha256.slice(0, 16)}.txt`;

/** The repaired passages of that text with their original forms, where there are any. */
export const passagesPath = (id: string, sha256: string): string =>
  `${WORKSPACE.texts}/${id}/${sha256.slice(0, 16)}.repairs.json`;

/** What people corrected in a record: a list. */
export const correctionPath = (id: string): string => `${WORKSPACE.corrections}/${id}.yaml`;

/** A dated version of the data: what changed since the one before. */
export const releasePath = (id: string): string => `${WORKSPACE.releases}/${id}.json`;

/** What every notice said at the latest release, one line a notice. */
export const statePath = `${WORKSPACE.releases}/state.jsonl`;
