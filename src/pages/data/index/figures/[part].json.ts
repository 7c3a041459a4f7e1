import type { APIRoute } from 'astro';
import { getDatasets } from '../../../../build.ts';

export const getStaticPaths = () => [...getDatasets().parts.keys()].map((part) => ({ params: { part } }));

export const GET: APIRoute = ({ params }) => Response.json(getDatasets().parts.get(params.part ?? ''));
