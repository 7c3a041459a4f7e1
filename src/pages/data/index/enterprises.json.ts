import type { APIRoute } from 'astro';
import { getEnterprises } from '../../../build.ts';
import { enterpriseIndex } from '../../../views/comparable.ts';

export const GET: APIRoute = () => Response.json(enterpriseIndex(getEnterprises()));
