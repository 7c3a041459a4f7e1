/** The shared views of a build: each computed once from the ledger, whatever the number of pages. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EXPORTS_FOLDER } from './exports/folder.ts';
import { figuresIndex } from './exports/parts.ts';
import { writeDatasetsAside } from './exports/thread.ts';
import { getLedger } from './ledger.ts';
import { file } from './urls.ts';
import { enterpriseViews } from './views/enterprise.ts';
import { once } from './views/once.ts';
import { roundCoverage } from './views/round.ts';
import { topicViews } from './views/topic.ts';
import { workspaceDir } from './workspace.ts';

export const getEnterprises = once(() => enterpriseViews(getLedger()));
export const getRounds = once(() => roundCoverage(getLedger()));
export const getTopics = once(() => topicViews(getLedger()));
export const getFigureIndex = once(() => figuresIndex(getLedger().notices));

/** The folder that the integration has opened for the data files; one of our own outside of a build. */
const dataFolder = (): string => process.env[EXPORTS_FOLDER] ?? mkdtempSync(join(tmpdir(), 'zhenggai-data-'));

/** Absolute address of the site with its base where it is known, else the base alone; no slash at the end. */
function siteAddress(): string {
  const site = process.env.ZHENGGAI_SITE;
  return site ? new URL(file('/'), site).href.replace(/\/$/, '') : file('');
}

/** Writes the data files beside the pages, which go on meanwhile; the data page waits and tells what they are. */
export const getDatasets = once(() =>
  writeDatasetsAside({
    dir: workspaceDir(),
    ledger: getLedger(),
    root: dataFolder(),
    site: siteAddress(),
    base: file(''),
  }),
);
