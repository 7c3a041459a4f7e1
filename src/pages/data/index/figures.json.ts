import type { APIRoute } from 'astro';
import { getFigureIndex } from '../../../build.ts';

export const GET: APIRoute = () => Response.json(getFigureIndex());
