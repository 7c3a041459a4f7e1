/** The shared views of a build: each computed once from the ledger, whatever the number of pages. */
import { buildDatasets } from './exports/datasets.ts';
import { figuresIndex } from './exports/parts.ts';
import { getLedger } from './ledger.ts';
import { enterpriseViews } from './views/enterprise.ts';
import { once } from './views/once.ts';
import { roundCoverage } from './views/round.ts';
import { topicViews } from './views/topic.ts';
import { workspaceDir } from './workspace.ts';

export const getEnterprises = once(() => enterpriseViews(getLedger()));
export const getRounds = once(() => roundCoverage(getLedger()));
export const getTopics = once(() => topicViews(getLedger()));
export const getFigureIndex = once(() => figuresIndex(getLedger().notices));
export const getDatasets = once(() => buildDatasets(workspaceDir(), getLedger()));
