import type { APIRoute } from 'astro';
import { getLedger } from '../../../ledger.ts';
import { listNotice } from '../../../views/listed.ts';

export const GET: APIRoute = () => {
  const { notices, rounds } = getLedger();
  return Response.json(notices.map((n) => listNotice(n, rounds)));
};
