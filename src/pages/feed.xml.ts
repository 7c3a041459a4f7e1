import type { APIRoute } from 'astro';
import { getLedger } from '../ledger.ts';
import { atom } from '../routes.ts';
import { feeds, paths } from '../urls.ts';

export const GET: APIRoute = ({ site }) =>
  atom({ title: '整改台账 · 全部通报', page: paths.notices, self: feeds.all, notices: getLedger().notices }, site);
