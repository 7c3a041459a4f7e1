import type { APIRoute } from 'astro';
import { getLedger } from '../../../ledger.ts';
import { atom } from '../../../routes.ts';
import { feeds, paths } from '../../../urls.ts';

export const getStaticPaths = () => [...getLedger().enterprises.keys()].map((id) => ({ params: { id } }));

export const GET: APIRoute = ({ params: { id = '' }, site }) => {
  const { enterprises, byEnterprise } = getLedger();
  const title = `整改台账 · ${enterprises.get(id)?.name ?? id}`;
  return atom(
    { title, page: paths.enterprise(id), self: feeds.enterprise(id), notices: byEnterprise.get(id) ?? [] },
    site,
  );
};
