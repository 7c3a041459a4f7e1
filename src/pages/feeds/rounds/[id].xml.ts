import type { APIRoute } from 'astro';
import { getLedger } from '../../../ledger.ts';
import { atom } from '../../../routes.ts';
import { feeds, paths } from '../../../urls.ts';
import { roundName } from '../../../views/labels.ts';

export const getStaticPaths = () => [...getLedger().rounds.keys()].map((id) => ({ params: { id } }));

export const GET: APIRoute = ({ params: { id = '' }, site }) => {
  const { rounds, byRound } = getLedger();
  const round = rounds.get(id);
  const title = `整改台账 · ${round ? roundName(round, 'zh') : id}`;
  return atom({ title, page: paths.round(id), self: feeds.round(id), notices: byRound.get(id) ?? [] }, site);
};
