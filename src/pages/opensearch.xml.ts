import type { APIRoute } from 'astro';
import { absolute } from '../routes.ts';
import { file, page, paths } from '../urls.ts';

export const GET: APIRoute = ({ site }) =>
  new Response(
    `<?xml version="1.0" encoding="utf-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/"><ShortName>整改台账</ShortName><Description>检索国有企业巡视巡察整改通报全文</Description><InputEncoding>UTF-8</InputEncoding><Language>zh-Hans</Language><Image width="32" height="32" type="image/svg+xml">${absolute(file('/icon.svg'), site)}</Image><Url type="text/html" template="${absolute(page('zh', paths.search), site)}?q={searchTerms}"/></OpenSearchDescription>
`,
    { headers: { 'Content-Type': 'application/opensearchdescription+xml; charset=utf-8' } },
  );
