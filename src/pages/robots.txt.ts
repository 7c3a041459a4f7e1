import type { APIRoute } from 'astro';
import { absolute } from '../routes.ts';
import { file } from '../urls.ts';

/** Everything may be read; the sitemap needs a full address, so it is named where the site has one. */
export const GET: APIRoute = ({ site }) =>
  new Response(`User-agent: *\nAllow: /\n${site ? `Sitemap: ${absolute(file('/sitemap.xml'), site)}\n` : ''}`);
