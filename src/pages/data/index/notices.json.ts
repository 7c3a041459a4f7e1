import type { APIRoute } from 'astro';
import { getLedger } from '../../../ledger.ts';
import { listNotice } from '../../../views/listed.ts';

export const GET: APIRoute = () => Response.json(getLedger().notices.map(listNotice));
