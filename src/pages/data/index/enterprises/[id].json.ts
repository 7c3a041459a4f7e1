import type { APIRoute } from 'astro';
import { getEnterprises } from '../../../../build.ts';
import { comparable } from '../../../../views/comparable.ts';

export const getStaticPaths = () => [...getEnterprises().keys()].map((id) => ({ params: { id } }));

export const GET: APIRoute = ({ params }) => {
  const view = getEnterprises().get(params.id ?? '');
  if (!view) throw new Error(`no enterprise "${params.id}"`);
  return Response.json(comparable(view));
};
